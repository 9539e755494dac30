"""A process says when it should get traffic, answers on a socket and stops when told to."""

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient, Client

from tests.problems import assert_problem

pytestmark = pytest.mark.integration


@pytest.mark.asyncio
async def test_ready_when_the_database_answers(client: AsyncClient) -> None:
    del client.headers["Authorization"]
    response = await client.get("/health/ready")
    assert (response.status_code, response.json()) == (200, {"status": "ready"})


@pytest.mark.asyncio
async def test_ready_is_refused_while_draining_and_requests_are_still_served(
    app: FastAPI, client: AsyncClient
) -> None:
    app.state.runtime.draining = True
    assert_problem(await client.get("/health/ready"), 503, "draining")
    assert (await client.get("/health/live")).status_code == 200
    assert (await client.get("/v1/xx_resources_kebab_xx")).status_code == 200


def test_server_answers_on_its_socket_and_stops_when_told_to(server_url: str) -> None:
    with Client(base_url=server_url) as client:
        assert client.get("/health/ready").json() == {"status": "ready"}
