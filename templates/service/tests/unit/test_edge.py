"""What the edge decides before any rule of the domain, with no database at hand."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from httpx2 import ASGITransport, AsyncClient
from starlette.types import Receive, Scope, Send

from xx_package_xx.api.app import create_app
from xx_package_xx.api.middleware import InFlightLimit
from xx_package_xx.settings import Settings
from tests.conftest import running
from tests.problems import assert_problem

pytestmark = pytest.mark.asyncio

URL = "/v1/xx_resources_kebab_xx"


@pytest_asyncio.fixture
async def client(settings: Settings) -> AsyncIterator[AsyncClient]:
    async with running(create_app(settings)) as client:
        yield client


@pytest.mark.parametrize(
    "header", [None, "Bearer wrong", "Bearer", "Basic dGhlLWtleQ==", "the-key-of-the-test-client"]
)
async def test_request_is_refused_without_a_known_key(
    client: AsyncClient, header: str | None
) -> None:
    del client.headers["Authorization"]
    response = await client.get(URL, headers={"Authorization": header} if header else {})
    assert_problem(response, 401, "unauthenticated")
    assert response.headers["WWW-Authenticate"] == "Bearer"


async def test_unknown_path_is_refused(client: AsyncClient) -> None:
    assert_problem(await client.get("/v1/no-such-thing"), 404, "not_found")


async def test_unknown_method_is_refused_with_the_offered_ones(client: AsyncClient) -> None:
    response = await client.post("/health/live")
    assert_problem(response, 405, "method_not_allowed")
    assert response.headers["Allow"] == "GET"


async def test_large_body_is_refused(client: AsyncClient, settings: Settings) -> None:
    body = b"x" * (settings.limits.body_bytes + 1)
    assert_problem(await client.post(URL, content=body), 413, "payload_too_large")


async def test_large_body_of_unknown_length_is_refused(
    client: AsyncClient, settings: Settings
) -> None:
    async def parts() -> AsyncIterator[bytes]:
        for _ in range(settings.limits.body_bytes // 1000 + 1):
            yield b"x" * 1000

    assert_problem(await client.post(URL, content=parts()), 413, "payload_too_large")


async def test_request_is_refused_for_now_when_the_database_does_not_answer(
    client: AsyncClient,
) -> None:
    response = await client.get(URL)
    assert_problem(response, 503, "unavailable")
    assert int(response.headers["Retry-After"]) > 0


async def test_requests_beyond_the_limit_in_flight_are_refused() -> None:
    entered, leave = asyncio.Event(), asyncio.Event()

    async def slow(scope: Scope, receive: Receive, send: Send) -> None:
        entered.set()
        await leave.wait()
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body"})

    transport = ASGITransport(app=InFlightLimit(slow, limit=1))
    async with AsyncClient(transport=transport, base_url="http://test") as client:
        first = asyncio.create_task(client.get("/"))
        await entered.wait()
        async with asyncio.timeout(10):
            second = await client.get("/")
        leave.set()
        assert (await first).status_code == 204
    assert_problem(second, 503, "overloaded")
    assert int(second.headers["Retry-After"]) > 0


async def test_unexpected_error_is_answered_without_its_inside(settings: Settings) -> None:
    app = create_app(settings)

    @app.get("/broken")
    async def broken() -> None:
        raise RuntimeError("hidden-word")

    async with running(app) as client:
        response = await client.get("/broken")
    assert_problem(response, 500, "internal")
    assert "hidden-word" not in response.text


@pytest.mark.parametrize(("sent", "kept"), [("abc-1", True), ("a b", False), ("x" * 65, False)])
async def test_request_id_is_the_one_that_was_sent_when_it_is_harmless(
    client: AsyncClient, sent: str, kept: bool
) -> None:
    response = await client.get("/health/live", headers={"X-Request-ID": sent})
    assert (response.headers["X-Request-ID"] == sent) is kept
    assert response.headers["X-Request-ID"]


async def test_live_asks_nobody_else(client: AsyncClient) -> None:
    del client.headers["Authorization"]
    response = await client.get("/health/live")
    assert (response.status_code, response.json()) == (200, {"status": "live"})


async def test_ready_is_refused_when_the_database_does_not_answer(client: AsyncClient) -> None:
    assert_problem(await client.get("/health/ready"), 503, "unavailable")
