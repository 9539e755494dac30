"""A fresh interpreter imports the package without side effects."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.integration

QUIET_IMPORT = """
import logging, socket, sys

def refuse(*args: object) -> None:
    raise AssertionError("the import opened a connection")

socket.socket.connect = refuse
before = list(logging.getLogger().handlers)
import xx_package_xx
assert logging.getLogger().handlers == before, "the import configured logging"
assert not [name for name in sys.modules if name.split(".")[0] in {"pytest", "setuptools"}]
"""


def test_import_is_silent_and_configures_nothing() -> None:
    result = subprocess.run(  # noqa: S603 - our own interpreter and text
        [sys.executable, "-W", "error", "-c", QUIET_IMPORT],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
