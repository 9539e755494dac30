"""The command line: what each command says and how it ends."""

import json

import pytest

from xx_package_xx.__main__ import main
from xx_package_xx.auth import hash_key
from tests.conftest import NO_DATABASE

PREFIX = "xx_PREFIX_xx"


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, no_env_file: None) -> None:
    monkeypatch.setenv(f"{PREFIX}DATABASE__URL", NO_DATABASE)
    monkeypatch.setenv(f"{PREFIX}AUTH__API_KEYS", f'{{"client": "{hash_key("key")}"}}')


def test_check_config_shows_the_settings_without_secrets(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check-config"]) == 0
    shown = capsys.readouterr().out
    assert "http.port = 8000" in shown
    assert NO_DATABASE not in shown


def test_check_config_fails_and_names_what_is_missing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(f"{PREFIX}DATABASE__URL")
    assert main(["check-config"]) == 2
    assert f"{PREFIX}DATABASE" in capsys.readouterr().err


def test_check_config_fails_when_replicas_could_use_up_the_database(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"{PREFIX}DATABASE__REPLICAS", "1000")
    assert main(["check-config"]) == 1
    assert "max_connections" in capsys.readouterr().err


def test_openapi_prints_the_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["openapi"]) == 0
    assert "/v1/xx_resources_kebab_xx" in json.loads(capsys.readouterr().out)["paths"]


def test_new_key_prints_a_key_and_the_hash_to_keep(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new-key", "clinic"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert hash_key(first.rsplit(" ", 1)[-1]) in second
