"""Keys are compared by their hashes, and only a known key says who is calling."""

import pytest

from xx_package_xx.auth import Principal, authenticate, hash_key, new_key
from xx_package_xx.settings import AuthSettings

KEYS = AuthSettings(api_keys={"clinic": hash_key("first"), "lab": hash_key("second")})


@pytest.mark.parametrize(("key", "name"), [("first", "clinic"), ("second", "lab")])
def test_known_key_says_who_is_calling(key: str, name: str) -> None:
    assert authenticate(key, KEYS) == Principal(name)


@pytest.mark.parametrize("key", [None, "", "third", hash_key("first"), "fürst"])
def test_anything_else_is_nobody(key: str | None) -> None:
    assert authenticate(key, KEYS) is None


def test_new_keys_are_long_and_never_the_same() -> None:
    first, second = new_key(), new_key()
    assert first != second
    assert min(len(first), len(second)) >= 40
