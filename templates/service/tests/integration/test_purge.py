"""Purging forgets answers that nobody may ask for again."""

import asyncio
from datetime import datetime, timedelta

import pytest

from xx_package_xx.__main__ import main
from xx_package_xx.auth import hash_key
from xx_package_xx.clock import utc_now
from xx_package_xx.db import idempotency
from xx_package_xx.db.engine import make_engine, make_sessionmaker
from xx_package_xx.settings import Settings

PREFIX = "xx_PREFIX_xx"

pytestmark = [pytest.mark.integration, pytest.mark.usefixtures("restored_logging")]


@pytest.fixture(autouse=True)
def _environment(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, no_env_file: None
) -> None:
    monkeypatch.setenv(f"{PREFIX}DATABASE__URL", settings.database.url.get_secret_value())
    monkeypatch.setenv(f"{PREFIX}AUTH__API_KEYS", f'{{"client": "{hash_key("key")}"}}')


async def _remember(settings: Settings, key: str, at: datetime) -> None:
    claim = idempotency.Claim(principal="client", route="POST /", key=key, fingerprint="f")
    engine = make_engine(settings)
    async with make_sessionmaker(engine).begin() as session:
        await idempotency.take(session, claim, now=at, expired=at - timedelta(days=1))
    await engine.dispose()


def test_purge_removes_only_answers_that_have_expired(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    now = utc_now()
    asyncio.run(_remember(settings, "old", now - timedelta(hours=25)))
    asyncio.run(_remember(settings, "new", now))
    assert main(["purge"]) == 0
    assert capsys.readouterr().out.strip() == "removed 1"
    assert main(["purge"]) == 0
    assert capsys.readouterr().out.strip() == "removed 0"
