"""Records never carry a secret."""

import pytest

from xx_package_xx.log import redact


@pytest.mark.parametrize("name", ["password", "Authorization", "database_password", "api_key"])
def test_redact_masks_values_with_a_secret_name(name: str) -> None:
    assert redact(None, "info", {"event": "x", name: "hidden-word"})[name] == "***"


def test_redact_leaves_other_values_alone() -> None:
    assert redact(None, "info", {"event": "x", "status": 200}) == {"event": "x", "status": 200}
