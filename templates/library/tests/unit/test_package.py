"""What a user gets from importing the package, and what the import must not do."""

import logging
import re
from importlib.metadata import version
from importlib.resources import files

import pytest

import xx_package_xx


@pytest.mark.parametrize("name", xx_package_xx.__all__)
def test_public_name_resolves(name: str) -> None:
    assert hasattr(xx_package_xx, name)


def test_public_names_are_unique() -> None:
    assert len(set(xx_package_xx.__all__)) == len(xx_package_xx.__all__)


def test_version_is_the_installed_one() -> None:
    assert xx_package_xx.__version__ == version("xx_repo_xx")
    assert re.match(r"\d+\.\d+\.\d+", xx_package_xx.__version__)


def test_types_are_announced_to_users() -> None:
    assert files("xx_package_xx").joinpath("py.typed").is_file()


def test_logger_stays_silent_until_the_application_listens() -> None:
    handlers = logging.getLogger("xx_package_xx").handlers
    assert [type(handler) for handler in handlers] == [logging.NullHandler]
