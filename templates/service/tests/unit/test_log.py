"""What is logged: enough to find a request again, and no secret."""

import json
import logging
from typing import Any

import pytest

from xx_package_xx import log
from xx_package_xx.api.app import create_app
from xx_package_xx.settings import Settings
from tests.conftest import CLIENT_KEY, running

pytestmark = pytest.mark.usefixtures("restored_logging")


def in_json(settings: Settings) -> Settings:
    """Return the settings with the form of logs that machines read."""
    wanted = settings.log.model_copy(update={"format": "json"})
    return settings.model_copy(update={"log": wanted})


async def logged(
    settings: Settings, capsys: pytest.CaptureFixture[str], path: str
) -> list[dict[str, Any]]:
    """Return the records of one request, as the service writes them in production."""
    log.configure(in_json(settings))
    async with running(create_app(settings)) as client:
        await client.get(path, headers={"X-Request-ID": "a-request"})
    lines = capsys.readouterr().out.splitlines()
    records = [json.loads(line) for line in lines]
    return [record for record in records if record["logger"].startswith("xx_package_xx")]


@pytest.mark.asyncio
async def test_every_record_of_a_request_carries_its_id(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    records = await logged(settings, capsys, "/v1/xx_resources_kebab_xx")
    assert records
    assert {record["request_id"] for record in records} == {"a-request"}
    assert records[-1]["status"] == 503


@pytest.mark.asyncio
async def test_no_record_of_a_request_carries_a_secret(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    records = await logged(settings, capsys, "/v1/xx_resources_kebab_xx")
    assert CLIENT_KEY not in str(records)
    assert settings.database.url.get_secret_value() not in str(records)


@pytest.mark.parametrize("name", ["password", "Authorization", "database_password", "api_key"])
def test_value_with_a_secret_name_is_masked(
    settings: Settings, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    log.configure(in_json(settings))
    logging.getLogger("any").info("seen", extra={name: "hidden-word", "status": 200})
    record = json.loads(capsys.readouterr().out)
    assert (record[name], record["status"]) == ("***", 200)


def test_record_for_people_has_the_request_and_the_traceback(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    log.configure(settings)
    log.bind_request(request_id="a-request", method="GET", path="/")
    try:
        raise RuntimeError("broken")
    except RuntimeError:
        logging.getLogger("any").exception("failed")
    log.clear_request()
    shown = capsys.readouterr().out
    assert "a-request" in shown
    assert "RuntimeError: broken" in shown
