"""Fixtures that every kind of test shares: settings, a clock that stands still, a running app."""

import logging
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import hypothesis
import pytest
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient
from pydantic import SecretStr

from xx_package_xx.auth import hash_key
from xx_package_xx.settings import (
    ENV_PREFIX,
    AuthSettings,
    DatabaseSettings,
    LimitSettings,
    Settings,
    get_settings,
)

# The same examples in every run, and no time limit that a busy machine could break.
hypothesis.settings.register_profile(
    "steady",
    derandomize=True,
    deadline=None,
    suppress_health_check=[
        hypothesis.HealthCheck.too_slow,
        hypothesis.HealthCheck.function_scoped_fixture,
    ],
)
hypothesis.settings.load_profile("steady")

CLIENT_KEY = "the-key-of-the-test-client"
OTHER_KEY = "the-key-of-another-client"

# Nothing listens on port 1, so this database never answers.
NO_DATABASE = "postgresql+asyncpg://nobody@127.0.0.1:1/nothing"


@pytest.fixture(scope="session", autouse=True)
def _no_settings_of_this_machine() -> Iterator[None]:
    """Take away what the shell sets; the test database is the one thing tests ask it for."""
    with pytest.MonkeyPatch.context() as patch:
        for name in os.environ:
            if name.startswith(ENV_PREFIX) and name != f"{ENV_PREFIX}TEST_DATABASE_URL":
                patch.delenv(name)
        yield


@pytest.fixture
def no_env_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Leave the working directory, whose `.env` gives settings, and forget those read before."""
    monkeypatch.chdir(tmp_path)
    get_settings.cache_clear()
    yield
    get_settings.cache_clear()


class StoppedClock:
    """A clock that moves only when a test says so."""

    def __init__(self) -> None:
        self.now = datetime(2030, 1, 1, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, by: timedelta) -> None:
        self.now += by


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


def make_settings(database_url: str = NO_DATABASE) -> Settings:
    """Return settings of a test: two clients that may ask as often as they like."""
    return Settings(
        _env_file=None,
        environment="test",
        database=DatabaseSettings(url=SecretStr(database_url)),
        auth=AuthSettings(
            api_keys={"client": hash_key(CLIENT_KEY), "other": hash_key(OTHER_KEY)},
        ),
        limits=LimitSettings(rate_per_minute=60_000, rate_burst=10_000),
    )


@pytest.fixture
def settings() -> Settings:
    return make_settings()


@pytest.fixture
def restored_logging() -> Iterator[None]:
    """Undo what a test does to the logging of the whole process."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers, root.level = handlers, level


@asynccontextmanager
async def running(app: FastAPI, *, key: str | None = CLIENT_KEY) -> AsyncIterator[AsyncClient]:
    """Start the app as a server would and yield a client of it."""
    headers = {} if key is None else {"Authorization": f"Bearer {key}"}
    transport = ASGITransport(app=app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        AsyncClient(transport=transport, base_url="http://test", headers=headers) as client,
    ):
        yield client
