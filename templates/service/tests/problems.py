"""What every refusal must look like, checked in one place."""

from typing import Any

from httpx2 import Response


def assert_problem(response: Response, status: int, code: str | None = None) -> dict[str, Any]:
    """Check that an answer is a problem document (RFC 9457) of this kind; returns it."""
    assert response.status_code == status, response.text
    assert response.headers["Content-Type"] == "application/problem+json"
    problem: dict[str, Any] = response.json()
    assert problem["status"] == status
    assert problem["instance"] == response.request.url.path
    assert problem["type"].endswith(f":{problem['code']}")
    assert problem["title"]
    assert code in {None, problem["code"]}
    return problem
