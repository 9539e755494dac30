"""The documentation names every error and every setting there is."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from xx_package_xx import errors
from xx_package_xx.settings import ENV_PREFIX, Settings

DOCS = Path(__file__).parents[2] / "docs"
CODES = [spec.code for spec in vars(errors).values() if isinstance(spec, errors.ProblemSpec)]


def variables() -> list[str]:
    found: list[str] = []
    for name, field in Settings.model_fields.items():
        group = field.annotation
        if isinstance(group, type) and issubclass(group, BaseModel):
            found += [f"{name}__{inner}" for inner in group.model_fields]
        else:
            found.append(name)
    return [f"{ENV_PREFIX}{name.upper()}" for name in found]


@pytest.mark.parametrize("code", CODES)
def test_every_error_code_is_explained(code: str) -> None:
    assert f"| `{code}` |" in (DOCS / "errors.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("variable", variables())
def test_every_setting_is_explained(variable: str) -> None:
    assert f"`{variable}`" in (DOCS / "configuration.md").read_text(encoding="utf-8")
