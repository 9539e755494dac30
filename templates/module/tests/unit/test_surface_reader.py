"""The reader behind the contract tests notices the changes that break a caller."""

import pytest

from tests.surface import surface

AGREED = "def find(start: int, *, limit: int = 10) -> list[str]: ..."


@pytest.mark.parametrize(
    "changed",
    [
        "def find(begin: int, *, limit: int = 10) -> list[str]: ...",
        "def find(start: int, limit: int = 10) -> list[str]: ...",
        "def find(start: int, *, limit: int) -> list[str]: ...",
        "def find(start: int, *, limit: int = 20) -> list[str]: ...",
        "def find(start: str, *, limit: int = 10) -> list[str]: ...",
        "def find(start: int, *, limit: int = 10) -> list[str] | None: ...",
        "async def find(start: int, *, limit: int = 10) -> list[str]: ...",
    ],
)
def test_changed_declaration_is_noticed(changed: str) -> None:
    assert surface(changed) != surface(AGREED)


def test_body_and_layout_do_not_matter() -> None:
    written = "def find(\n    start: int, *, limit: int = 10,\n) -> list[str]:\n    return []\n"
    assert surface(written) == surface(AGREED)


def test_members_are_named_after_their_class() -> None:
    source = "class Window:\n    size: int\n    @property\n    def length(self) -> int: ...\n"
    assert surface(source) == {
        "Window": "class Window()",
        "Window.size": "int",
        "Window.length": "@property def length(self) -> int",
    }


def test_private_names_are_not_part_of_the_surface() -> None:
    assert surface("_limit: int = 1\ndef _find() -> None: ...\nclass _Cache: ...\n") == {}


def test_overloads_are_the_agreement_whatever_implements_them() -> None:
    overloads = "@overload\ndef f(x: int) -> int: ...\n@overload\ndef f(x: str) -> str: ...\n"
    assert surface(overloads + "def f(x):\n    return x\n") == surface(overloads)
