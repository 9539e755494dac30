"""${message}."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

${imports if imports else ""}
revision: str = ${repr(up_revision).replace(chr(39), chr(34))}
down_revision: str | None = ${repr(down_revision).replace(chr(39), chr(34))}
branch_labels: str | Sequence[str] | None = ${repr(branch_labels)}
depends_on: str | Sequence[str] | None = ${repr(depends_on)}


def upgrade() -> None:
    """Apply this version."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Return to the version before."""
    ${downgrades if downgrades else "pass"}
