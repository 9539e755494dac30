"""Unique values: taken means taken, also when two clients ask at once."""

import asyncio

import pytest
from httpx2 import AsyncClient

from tests.problems import assert_problem
from tests.samples.xx_resource_xx import FILTERS, UNIQUE, xx_resource_xx_body

pytestmark = [pytest.mark.asyncio, pytest.mark.integration]

URL = "/v1/xx_resources_kebab_xx"


@pytest.mark.parametrize("field", UNIQUE)
async def test_create_is_refused_when_a_unique_value_is_taken(
    client: AsyncClient, field: str
) -> None:
    first, second = xx_resource_xx_body(0), xx_resource_xx_body(1)
    await client.post(URL, json=first)
    response = await client.post(URL, json=second | {field: first[field]})
    assert field in assert_problem(response, 409, "conflict")["detail"]


@pytest.mark.parametrize("field", UNIQUE)
async def test_change_is_refused_when_a_unique_value_is_taken(
    client: AsyncClient, field: str
) -> None:
    await client.post(URL, json=xx_resource_xx_body(0))
    second = (await client.post(URL, json=xx_resource_xx_body(1))).json()
    response = await client.patch(
        f"{URL}/{second['id']}",
        json={field: xx_resource_xx_body(0)[field]},
        headers={"If-Match": '"1"'},
    )
    assert_problem(response, 409, "conflict")


async def test_create_is_accepted_once_when_two_ask_for_one_unique_value(
    client: AsyncClient,
) -> None:
    responses = await asyncio.gather(*(client.post(URL, json=xx_resource_xx_body()) for _ in range(2)))
    assert sorted(response.status_code for response in responses) == [201, 409]
    assert len((await client.get(URL)).json()["items"]) == 1


async def test_list_finds_the_one_xx_resource_xx_with_a_unique_value(
    client: AsyncClient,
) -> None:
    for n in range(2):
        await client.post(URL, json=xx_resource_xx_body(n))
    for field in FILTERS:
        wanted = xx_resource_xx_body(1)[field]
        found = (await client.get(URL, params={field: wanted})).json()["items"]
        assert [item[field] for item in found] == [wanted]
