"""Where time and identifiers come from, so that tests can pass their own."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID, uuid4

type Clock = Callable[[], datetime]
type IdFactory = Callable[[], UUID]


def utc_now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def new_id() -> UUID:
    """Return a random identifier."""
    return uuid4()
