"""The routes of xx_resources_title_xx: create, read, list, change."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx2 import AsyncClient

from tests.conftest import StoppedClock
from tests.problems import assert_problem
from tests.samples.xx_resource_xx import CHANGE_BODY, COUNT, REFUSED, xx_resource_xx_body

pytestmark = [pytest.mark.asyncio, pytest.mark.integration]

URL = "/v1/xx_resources_kebab_xx"
NOBODY = UUID(int=0)


async def created(client: AsyncClient, n: int = 0) -> dict[str, Any]:
    response = await client.post(URL, json=xx_resource_xx_body(n))
    assert response.status_code == 201, response.text
    body: dict[str, Any] = response.json()
    return body


async def pages(client: AsyncClient, *, limit: int) -> list[dict[str, Any]]:
    """Follow the cursors from the first page to the last."""
    found: list[dict[str, Any]] = []
    query: dict[str, str | int] = {"limit": limit}
    while True:
        page = (await client.get(URL, params=query)).json()
        assert 0 < len(page["items"]) <= limit
        found += page["items"]
        if page["next_cursor"] is None:
            return found
        query["cursor"] = page["next_cursor"]


async def test_create_answers_with_the_xx_resource_xx_and_its_address(client: AsyncClient) -> None:
    response = await client.post(URL, json=xx_resource_xx_body())
    body = response.json()
    assert response.status_code == 201
    assert response.headers["ETag"] == '"1"'
    assert response.headers["Location"] == f"{URL}/{body['id']}"
    assert body | xx_resource_xx_body() == body


async def test_create_is_refused_with_the_field_at_fault(client: AsyncClient) -> None:
    for field, value in REFUSED:
        response = await client.post(URL, json=xx_resource_xx_body() | {field: value})
        pointers = [error["pointer"] for error in assert_problem(response, 422)["errors"]]
        assert pointers[0].startswith(f"/body/{field}"), (field, value, pointers)


async def test_create_is_refused_with_a_field_nobody_knows(client: AsyncClient) -> None:
    response = await client.post(URL, json=xx_resource_xx_body() | {"no-such-field": 1})
    assert_problem(response, 422, "validation")


async def test_create_is_refused_when_the_body_is_not_json(client: AsyncClient) -> None:
    response = await client.post(URL, content=b"{", headers={"Content-Type": "application/json"})
    assert_problem(response, 422, "validation")


async def test_read_answers_with_what_was_stored(client: AsyncClient) -> None:
    stored = await created(client)
    response = await client.get(f"{URL}/{stored['id']}")
    assert (response.status_code, response.headers["ETag"]) == (200, '"1"')
    assert response.json() == stored


async def test_read_is_refused_when_nothing_is_stored(client: AsyncClient) -> None:
    assert_problem(await client.get(f"{URL}/{NOBODY}"), 404, "not_found")


async def test_change_answers_with_the_next_version(client: AsyncClient) -> None:
    stored = await created(client)
    response = await client.patch(
        f"{URL}/{stored['id']}", json=CHANGE_BODY, headers={"If-Match": '"1"'}
    )
    assert (response.status_code, response.headers["ETag"]) == (200, '"2"')
    assert response.json() | CHANGE_BODY == response.json()
    assert (await client.get(f"{URL}/{stored['id']}")).json() == response.json()


async def test_change_is_refused_without_a_version(client: AsyncClient) -> None:
    stored = await created(client)
    response = await client.patch(f"{URL}/{stored['id']}", json=CHANGE_BODY)
    assert_problem(response, 428, "precondition_required")


async def test_change_is_refused_with_a_stale_version(client: AsyncClient) -> None:
    stored = await created(client)
    address, based_on = f"{URL}/{stored['id']}", {"If-Match": '"1"'}
    await client.patch(address, json=CHANGE_BODY, headers=based_on)
    response = await client.patch(address, json=CHANGE_BODY, headers=based_on)
    assert_problem(response, 412, "stale_version")


async def test_change_is_refused_when_nothing_is_stored(client: AsyncClient) -> None:
    response = await client.patch(f"{URL}/{NOBODY}", json=CHANGE_BODY, headers={"If-Match": '"1"'})
    assert_problem(response, 404, "not_found")


async def test_change_is_accepted_once_when_two_are_based_on_one_version(
    client: AsyncClient,
) -> None:
    stored = await created(client)
    address, based_on = f"{URL}/{stored['id']}", {"If-Match": '"1"'}
    responses = await asyncio.gather(
        *(client.patch(address, json=CHANGE_BODY, headers=based_on) for _ in range(2))
    )
    assert sorted(response.status_code for response in responses) == [200, 412]
    assert (await client.get(address)).json()["version"] == 2


async def test_list_gives_every_xx_resource_xx_once_page_by_page(client: AsyncClient) -> None:
    stored = [await created(client, n) for n in range(COUNT)]
    seen = await pages(client, limit=2)
    assert sorted(item["id"] for item in seen) == sorted(item["id"] for item in stored)


async def test_list_is_in_the_order_of_creation(client: AsyncClient, clock: StoppedClock) -> None:
    stored = []
    for n in range(COUNT):
        stored.append(await created(client, n))
        clock.advance(timedelta(seconds=1))
    assert await pages(client, limit=1) == stored


@pytest.mark.parametrize(
    "query", [{"limit": 0}, {"limit": 101}, {"cursor": "nonsense"}, {"unknown": "1"}]
)
async def test_list_is_refused_with_a_query_out_of_bounds(
    client: AsyncClient, query: dict[str, str]
) -> None:
    assert_problem(await client.get(URL, params=query), 422, "validation")
