"""One idempotency key, one effect."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from httpx2 import AsyncClient

from tests.conftest import OTHER_KEY, StoppedClock
from tests.problems import assert_problem
from tests.samples.xx_resource_xx import xx_resource_xx_body

pytestmark = [pytest.mark.asyncio, pytest.mark.integration]

URL = "/v1/xx_resources_kebab_xx"
KEYED = {"Idempotency-Key": "a-key"}


async def stored(client: AsyncClient) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await client.get(URL)).json()["items"]
    return items


async def test_repeated_key_replays_the_first_answer(client: AsyncClient) -> None:
    first = await client.post(URL, json=xx_resource_xx_body(), headers=KEYED)
    again = await client.post(URL, json=xx_resource_xx_body(), headers=KEYED)
    assert (again.status_code, again.json()) == (first.status_code, first.json())
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Location"] == first.headers["Location"]
    assert again.headers["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first.headers
    assert len(await stored(client)) == 1


async def test_parallel_requests_with_one_key_make_one_row(client: AsyncClient) -> None:
    responses = await asyncio.gather(
        *(client.post(URL, json=xx_resource_xx_body(), headers=KEYED) for _ in range(2))
    )
    (row,) = await stored(client)
    for response in responses:
        if response.status_code == 409:
            assert_problem(response, 409, "idempotency_in_flight")
        else:
            assert (response.status_code, response.json()) == (201, row)


async def test_key_is_refused_with_another_body(client: AsyncClient) -> None:
    await client.post(URL, json=xx_resource_xx_body(0), headers=KEYED)
    response = await client.post(URL, json=xx_resource_xx_body(1), headers=KEYED)
    assert_problem(response, 422, "idempotency_mismatch")
    assert len(await stored(client)) == 1


async def test_key_belongs_to_one_client(client: AsyncClient) -> None:
    other = {"Authorization": f"Bearer {OTHER_KEY}"}
    await client.post(URL, json=xx_resource_xx_body(0), headers=KEYED)
    response = await client.post(URL, json=xx_resource_xx_body(1), headers=KEYED | other)
    assert response.status_code == 201


async def test_key_of_a_refused_request_can_be_used_again(client: AsyncClient) -> None:
    refused = await client.post(URL, json={"no such field": 1}, headers=KEYED)
    accepted = await client.post(URL, json=xx_resource_xx_body(), headers=KEYED)
    assert (refused.status_code, accepted.status_code) == (422, 201)


async def test_key_can_be_used_again_when_its_answer_has_expired(
    client: AsyncClient, clock: StoppedClock
) -> None:
    await client.post(URL, json=xx_resource_xx_body(0), headers=KEYED)
    clock.advance(timedelta(hours=25))
    response = await client.post(URL, json=xx_resource_xx_body(1), headers=KEYED)
    assert response.status_code == 201
    assert len(await stored(client)) == 2


@pytest.mark.parametrize("key", ["", "x" * 201])
async def test_key_is_refused_when_it_is_empty_or_too_long(client: AsyncClient, key: str) -> None:
    response = await client.post(URL, json=xx_resource_xx_body(), headers={"Idempotency-Key": key})
    assert_problem(response, 422, "validation")
