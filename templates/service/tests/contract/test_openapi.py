"""The HTTP interface is the one that callers were promised."""

import json
from pathlib import Path
from typing import Any

import pytest

from xx_package_xx.api.openapi import Api
from tests.contract.outline import outline

EXPECTED = Path(__file__).with_name("openapi.json")


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return Api().openapi()


def operations(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        f"{method.upper()} {path}": operation
        for path, found in document["paths"].items()
        for method, operation in found.items()
    }


def test_interface_is_the_promised_one(document: dict[str, Any]) -> None:
    assert outline(document) == json.loads(EXPECTED.read_text(encoding="utf-8"))


def test_every_route_but_health_is_under_a_version(document: dict[str, Any]) -> None:
    assert all(path.startswith(("/v1/", "/health/")) for path in document["paths"])


def test_every_refusal_is_documented_as_a_problem(document: dict[str, Any]) -> None:
    for operation in operations(document).values():
        for status, response in operation["responses"].items():
            if status >= "400":
                assert list(response["content"]) == ["application/problem+json"]


def test_every_versioned_route_documents_what_any_of_them_can_refuse(
    document: dict[str, Any],
) -> None:
    for name, operation in operations(document).items():
        if "/v1/" in name:
            assert operation["responses"].keys() >= {"401", "422", "500", "503"}
            assert operation["security"]
