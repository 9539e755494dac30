"""Connections: how many, how long they may take, and what a transaction is."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import text
from sqlalchemy.exc import (
    DBAPIError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    SQLAlchemyError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)

from xx_package_xx.domain.errors import UnavailableError
from xx_package_xx.settings import Settings

# SQLSTATEs that say "not now": lock not available, statement cancelled by its timeout,
# deadlock, serialization failure, server shutting down or starting.
_TRANSIENT = frozenset({"55P03", "57014", "40P01", "40001", "57P01", "57P02", "57P03"})
# Connections that other tools may need on the same server.
_RESERVED_CONNECTIONS = 10
# A readiness check must answer before its caller gives up.
_PING_SECONDS = 2


def make_engine(settings: Settings) -> AsyncEngine:
    """Return an engine whose every wait has an end; it connects on first use."""
    database = settings.database
    return create_async_engine(
        database.url.get_secret_value(),
        pool_size=database.pool_size,
        max_overflow=database.max_overflow,
        pool_timeout=database.pool_timeout,
        pool_recycle=database.pool_recycle,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={
            "timeout": database.connect_timeout,
            "server_settings": {
                "application_name": "xx_package_xx",
                "statement_timeout": str(database.statement_timeout_ms),
                "lock_timeout": str(database.lock_timeout_ms),
                "timezone": "UTC",
            },
        },
    )


def make_sessionmaker(engine: AsyncEngine) -> async_sessionmaker[AsyncSession]:
    """Return the maker of sessions; one session serves one task."""
    return async_sessionmaker(engine, expire_on_commit=False)


def check_pool_budget(settings: Settings) -> None:
    """Refuse pools that all replicas together could not fill; raises ValueError."""
    database = settings.database
    wanted = database.replicas * (database.pool_size + database.max_overflow)
    budget = database.max_connections - _RESERVED_CONNECTIONS
    if wanted > budget:
        raise ValueError(
            f"database: {database.replicas} replicas x (pool_size + max_overflow) = {wanted} "
            f"connections, but max_connections leaves {budget}"
        )


@asynccontextmanager
async def transaction(session: AsyncSession) -> AsyncIterator[None]:
    """Commit what happens inside, or nothing of it; joins a transaction that is already open."""
    if session.in_transaction():
        yield
        return
    try:
        async with session.begin():
            yield
    except IntegrityError:
        raise
    except (OperationalError, InterfaceError, PoolTimeoutError, OSError) as error:
        raise UnavailableError("the database did not answer in time") from error
    except DBAPIError as error:
        if error.connection_invalidated or getattr(error.orig, "sqlstate", None) in _TRANSIENT:
            raise UnavailableError("the database did not answer in time") from error
        raise


async def ping(engine: AsyncEngine) -> None:
    """Ask the database for a sign of life; raises UnavailableError without one."""
    try:
        async with asyncio.timeout(_PING_SECONDS), engine.connect() as connection:
            await connection.execute(text("SELECT 1"))
    except (SQLAlchemyError, OSError) as error:
        raise UnavailableError("the database did not answer in time") from error


def is_lock_timeout(error: DBAPIError) -> bool:
    """Tell whether a statement gave up waiting for another transaction."""
    return getattr(error.orig, "sqlstate", None) == "55P03"


def violated_constraint(error: IntegrityError) -> str | None:
    """Return the name of the constraint that refused a row, where the driver tells it."""
    name = getattr(getattr(error.orig, "__cause__", None), "constraint_name", None)
    return name if isinstance(name, str) else None
