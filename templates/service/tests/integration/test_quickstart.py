"""The example runs as it is written, against a real server."""

import runpy
from pathlib import Path

import pytest

from tests.conftest import CLIENT_KEY

pytestmark = pytest.mark.integration

EXAMPLE = Path(__file__).parents[2] / "examples" / "quickstart.py"


def test_quickstart_runs_twice_against_a_server(
    server_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SERVICE_URL", server_url)
    monkeypatch.setenv("SERVICE_KEY", CLIENT_KEY)
    for _ in range(2):
        runpy.run_path(str(EXAMPLE), run_name="__main__")
    assert "POST /v1/xx_resources_kebab_xx -> 201" in capsys.readouterr().out
