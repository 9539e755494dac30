"""Settings come from the environment, fail all at once and never show a secret."""

import pytest
from pydantic import ValidationError

from xx_package_xx.auth import hash_key
from xx_package_xx.settings import HttpSettings, Settings, SettingsError, describe, get_settings

PREFIX = "xx_PREFIX_xx"
URL = "postgresql+asyncpg://app:hidden-word@db.example.com/app"
KEY_HASH = hash_key("the-key-of-a-client")


@pytest.fixture(autouse=True)
def environ(monkeypatch: pytest.MonkeyPatch, no_env_file: None) -> pytest.MonkeyPatch:
    """Start from an environment that gives the required settings and nothing else."""
    monkeypatch.setenv(f"{PREFIX}DATABASE__URL", URL)
    monkeypatch.setenv(f"{PREFIX}AUTH__API_KEYS", f'{{"client": "{KEY_HASH}"}}')
    return monkeypatch


def test_settings_have_defaults_for_all_but_the_required_ones() -> None:
    settings = get_settings()
    assert settings.database.url.get_secret_value() == URL
    assert (settings.http.port, settings.limits.page_size) == (8000, 20)


def test_settings_are_refused_when_a_required_one_is_missing(environ: pytest.MonkeyPatch) -> None:
    environ.delenv(f"{PREFIX}DATABASE__URL")
    with pytest.raises(SettingsError, match=f"{PREFIX}DATABASE"):
        get_settings()


def test_settings_name_every_malformed_variable_at_once(environ: pytest.MonkeyPatch) -> None:
    environ.setenv(f"{PREFIX}HTTP__PORT", "eighty")
    environ.setenv(f"{PREFIX}LOG__LEVEL", "LOUD")
    with pytest.raises(SettingsError) as refused:
        get_settings()
    assert f"{PREFIX}HTTP__PORT" in str(refused.value)
    assert f"{PREFIX}LOG__LEVEL" in str(refused.value)


@pytest.mark.parametrize("url", ["postgresql://app:hidden-word@db/app", "hidden-word"])
def test_settings_refuse_a_database_without_its_driver_and_keep_the_url_secret(
    environ: pytest.MonkeyPatch, url: str
) -> None:
    environ.setenv(f"{PREFIX}DATABASE__URL", url)
    with pytest.raises(SettingsError) as refused:
        get_settings()
    assert f"{PREFIX}DATABASE__URL" in str(refused.value)
    assert "hidden-word" not in str(refused.value)


def test_settings_refuse_a_key_that_is_not_a_hash(environ: pytest.MonkeyPatch) -> None:
    environ.setenv(f"{PREFIX}AUTH__API_KEYS", '{"client": "the-key-of-a-client"}')
    with pytest.raises(SettingsError) as refused:
        get_settings()
    assert "the-key-of-a-client" not in str(refused.value)


def test_settings_refuse_an_unknown_name(environ: pytest.MonkeyPatch) -> None:
    environ.setenv(f"{PREFIX}HTTP__PROT", "8001")
    with pytest.raises(SettingsError, match=f"{PREFIX}HTTP__PROT"):
        get_settings()


def test_settings_given_in_code_win_over_the_environment(environ: pytest.MonkeyPatch) -> None:
    environ.setenv(f"{PREFIX}HTTP__PORT", "8001")
    assert get_settings().http.port == 8001
    assert Settings(http=HttpSettings(port=8002)).http.port == 8002


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        get_settings().http = HttpSettings()  # type: ignore[misc]


def test_description_shows_settings_and_masks_secrets() -> None:
    shown = describe(get_settings())
    assert shown["http.port"] == "8000"
    assert "hidden-word" not in str(shown)
    assert KEY_HASH not in str(shown)
