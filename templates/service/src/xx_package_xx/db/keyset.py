"""Pages that stay stable while rows come and go: a position in the order, never an offset."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class KeysetPosition:
    """The place of one row in the order of all rows of its table."""

    created_at: datetime
    id: UUID


@dataclass(frozen=True, slots=True)
class Slice[T]:
    """Some rows in order, and where to go on when there are more."""

    items: Sequence[T]
    after: KeysetPosition | None


def cut[T](rows: Sequence[T], limit: int, position: Callable[[T], KeysetPosition]) -> Slice[T]:
    """Turn up to `limit + 1` rows into a slice; the extra row only tells that there is more."""
    if len(rows) <= limit:
        return Slice(rows, None)
    items = rows[:limit]
    return Slice(items, position(items[-1]))
