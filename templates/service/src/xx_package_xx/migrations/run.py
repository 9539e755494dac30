"""Moves the database between the versions of its schema."""

from alembic import command
from alembic.config import Config

from xx_package_xx.settings import Settings


def upgrade(settings: Settings, revision: str = "head") -> None:
    """Bring the database up to a revision."""
    command.upgrade(_config(settings), revision)


def downgrade(settings: Settings, revision: str) -> None:
    """Take the database back to a revision."""
    command.downgrade(_config(settings), revision)


def check(settings: Settings) -> None:
    """Raise alembic.util.CommandError when the tables in the code need another migration."""
    command.check(_config(settings))


def _config(settings: Settings) -> Config:
    config = Config()
    config.set_main_option("script_location", "xx_package_xx:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["settings"] = settings
    return config
