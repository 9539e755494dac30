"""What is logged: enough to find a request again, and no secret."""

import json
from typing import Any

import pytest

from xx_package_xx import log
from xx_package_xx.api.app import create_app
from xx_package_xx.log import redact
from xx_package_xx.settings import Settings
from tests.conftest import CLIENT_KEY, running

pytestmark = pytest.mark.usefixtures("restored_logging")


async def logged(
    settings: Settings, capsys: pytest.CaptureFixture[str], path: str
) -> list[dict[str, Any]]:
    """Return the records of one request, as the service writes them in production."""
    wanted = settings.log.model_copy(update={"format": "json"})
    log.configure(settings.model_copy(update={"log": wanted}))
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
def test_redact_masks_values_with_a_secret_name(name: str) -> None:
    assert redact(None, "info", {"event": "x", name: "hidden-word"})[name] == "***"


def test_redact_leaves_other_values_alone() -> None:
    assert redact(None, "info", {"event": "x", "status": 200}) == {"event": "x", "status": 200}
