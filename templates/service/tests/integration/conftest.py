"""Fixtures of the tests that need PostgreSQL: an empty, migrated database and an app on it."""

import asyncio
import os
import signal
import socket
from collections.abc import AsyncIterator, Iterator
from threading import Thread

import pytest
import pytest_asyncio
import uvicorn
from fastapi import FastAPI
from httpx2 import AsyncClient
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import AsyncEngine

from xx_package_xx.api.app import create_app
from xx_package_xx.api.server import DrainingServer
from xx_package_xx.db.engine import make_engine
from xx_package_xx.db.models import metadata
from xx_package_xx.migrations import run
from xx_package_xx.settings import Settings
from tests.conftest import StoppedClock, make_settings, running

VARIABLE = "xx_PREFIX_xxTEST_DATABASE_URL"


@pytest.fixture(scope="session")
def database_url() -> str:
    url = os.environ.get(VARIABLE)
    if not url:
        pytest.skip(f"needs PostgreSQL: set {VARIABLE} to the URL of a database for tests")
    if "test" not in (make_url(url).database or ""):
        pytest.fail(f"{VARIABLE} must name a database with 'test' in its name: it is emptied")
    return url


@pytest.fixture(scope="session")
def migrated_url(database_url: str) -> str:
    """The database with nothing in it but the newest schema."""
    settings = make_settings(database_url)
    asyncio.run(_forget_everything(settings))
    run.upgrade(settings)
    return database_url


async def _forget_everything(settings: Settings) -> None:
    engine = make_engine(settings)
    async with engine.begin() as connection:
        await connection.execute(text("DROP SCHEMA public CASCADE"))
        await connection.execute(text("CREATE SCHEMA public"))
    await engine.dispose()


@pytest.fixture
def settings(migrated_url: str) -> Settings:
    """Settings of a database with all tables and no rows."""
    settings = make_settings(migrated_url)
    asyncio.run(_forget_rows(settings))
    return settings


async def _forget_rows(settings: Settings) -> None:
    engine = make_engine(settings)
    names = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
    async with engine.begin() as connection:
        await connection.execute(text(f"TRUNCATE {names}"))
    await engine.dispose()


@pytest_asyncio.fixture
async def engine(settings: Settings) -> AsyncIterator[AsyncEngine]:
    engine = make_engine(settings)
    yield engine
    await engine.dispose()


@pytest.fixture
def app(settings: Settings, clock: StoppedClock) -> FastAPI:
    return create_app(settings, clock=clock)


@pytest_asyncio.fixture
async def client(app: FastAPI) -> AsyncIterator[AsyncClient]:
    async with running(app) as client:
        yield client


@pytest.fixture
def server_url(settings: Settings) -> Iterator[str]:
    """The address of a real server in another thread; checks that it stops when told to."""
    app = create_app(settings)
    config = uvicorn.Config(app, log_config=None, access_log=False)
    server = DrainingServer(config, app, drain_seconds=0)
    listener = socket.create_server(("127.0.0.1", 0))
    thread = Thread(target=server.run, args=([listener],))
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.handle_exit(signal.SIGTERM, None)
    thread.join(timeout=10)
    assert not thread.is_alive()
