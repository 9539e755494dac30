"""Runs the migrations on the connection that `run.py` opened, or on one of its own."""

import asyncio

from alembic import context
from sqlalchemy import Connection, text

from xx_package_xx.db.engine import make_engine
from xx_package_xx.db.models import metadata
from xx_package_xx.settings import Settings, get_settings

# Any number will do, as long as no other program locks on the same one.
_LOCK = 7_346_001


def _migrate(connection: Connection) -> None:
    """Bring the schema to the wanted revision; replicas that start together take turns."""
    context.configure(connection=connection, target_metadata=metadata, compare_type=True)
    with context.begin_transaction():
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        context.run_migrations()


async def _connect(settings: Settings) -> None:
    engine = make_engine(settings)
    try:
        async with engine.connect() as connection:
            await connection.run_sync(_migrate)
            await connection.commit()
    finally:
        await engine.dispose()


asyncio.run(_connect(context.config.attributes.get("settings") or get_settings()))
