"""Places in a list on the wire: opaque to clients, checked when they come back."""

import base64
import json
from datetime import UTC, datetime
from uuid import UUID

from xx_package_xx.db.keyset import KeysetPosition


def encode(position: KeysetPosition | None) -> str | None:
    """Return the cursor of a position."""
    if position is None:
        return None
    text = json.dumps([position.created_at.isoformat(), str(position.id)])
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decode(cursor: str) -> KeysetPosition:
    """Return the position of a cursor; raises ValueError for anything we have not made."""
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        created_at, id = json.loads(text)
        return KeysetPosition(datetime.fromisoformat(created_at).astimezone(UTC), UUID(id))
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError("is not a cursor of this list") from error
