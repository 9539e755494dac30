"""The quick start in examples/ runs as a user would run it."""

import subprocess
import sys
from pathlib import Path

import pytest

import xx_package_xx

pytestmark = pytest.mark.integration

EXAMPLE = Path(__file__).parents[2] / "examples" / "quickstart.py"


@pytest.fixture(scope="module")
def output() -> str:
    result = subprocess.run(  # noqa: S603 - our own interpreter and example
        [sys.executable, "-W", "error", str(EXAMPLE)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PYTHONUTF8": "1"},
        check=True,
        timeout=30,
    )
    return result.stdout


def test_quickstart_names_the_version(output: str) -> None:
    first_line = output.splitlines()[0]
    assert first_line.split() == ["xx_repo_xx", xx_package_xx.__version__]


@pytest.mark.parametrize("name", xx_package_xx.__all__)
def test_quickstart_shows_public_name(name: str, output: str) -> None:
    assert name == "__version__" or f"\n{name} " in output
