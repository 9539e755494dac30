"""The agreed public API of one module: a changed name or signature fails here first."""

import inspect

import pytest

xx_imports_xx

xx_agreement_xx
WRITTEN = surface(inspect.getsource(module))


@pytest.mark.parametrize("name", AGREED)
def test_declaration_is_as_agreed(name: str) -> None:
    assert WRITTEN.get(name) == AGREED[name]


@pytest.mark.parametrize("name", [name for name in AGREED if "." not in name])
def test_name_is_importable_and_listed(name: str) -> None:
    assert hasattr(module, name)
    assert name in module.__all__
