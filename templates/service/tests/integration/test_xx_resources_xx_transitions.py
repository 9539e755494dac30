"""The lifecycle of xx_resources_title_xx over HTTP."""

import asyncio
from typing import Any

import pytest
from httpx2 import AsyncClient

from xx_package_xx.domain.xx_resource_xx import xx_Resource_xxState, xx_Resource_xxTransition
from tests.problems import assert_problem
from tests.samples.xx_resource_xx import INITIAL, MOVES, WAYS, xx_resource_xx_body

pytestmark = [pytest.mark.asyncio, pytest.mark.integration]

URL = "/v1/xx_resources_kebab_xx"
ALLOWED = {(source, transition) for source, transition, _ in MOVES}
TARGETS = {transition: target for _, transition, target in MOVES}


async def created(client: AsyncClient) -> dict[str, Any]:
    body: dict[str, Any] = (await client.post(URL, json=xx_resource_xx_body())).json()
    return body


def address_of(body: dict[str, Any], transition: xx_Resource_xxTransition) -> str:
    return f"{URL}/{body['id']}/{transition.replace('_', '-')}"


async def test_create_answers_with_the_first_state(client: AsyncClient) -> None:
    assert (await created(client))["state"] == INITIAL


@pytest.mark.parametrize(("state", "way"), WAYS)
async def test_transitions_lead_to_every_state(
    client: AsyncClient, state: xx_Resource_xxState, way: list[xx_Resource_xxTransition]
) -> None:
    body = await created(client)
    for transition in way:
        response = await client.post(address_of(body, transition))
        assert response.status_code == 200
        body = response.json()
    assert (body["state"], body["version"]) == (state, 1 + len(way))


@pytest.mark.parametrize(("state", "way"), WAYS)
async def test_transition_is_refused_when_the_state_does_not_allow_it(
    client: AsyncClient, state: xx_Resource_xxState, way: list[xx_Resource_xxTransition]
) -> None:
    body = await created(client)
    for transition in way:
        await client.post(address_of(body, transition))
    for transition, target in TARGETS.items():
        if (state, transition) not in ALLOWED and target is not state:
            response = await client.post(address_of(body, transition))
            assert_problem(response, 409, "invalid_transition")


@pytest.mark.parametrize("way", [way for _, way in WAYS if way])
async def test_transition_changes_nothing_when_repeated(
    client: AsyncClient, way: list[xx_Resource_xxTransition]
) -> None:
    body = await created(client)
    for transition in way:
        await client.post(address_of(body, transition))
    first, second = [await client.post(address_of(body, way[-1])) for _ in range(2)]
    assert first.status_code == second.status_code == 200
    assert first.json() == second.json()


async def test_transition_is_refused_with_a_stale_version(client: AsyncClient) -> None:
    body = await created(client)
    _, transition, _ = MOVES[0]
    response = await client.post(address_of(body, transition), headers={"If-Match": '"7"'})
    assert_problem(response, 412, "stale_version")


async def test_transition_happens_once_when_two_ask_at_once(client: AsyncClient) -> None:
    body = await created(client)
    transition = next(t for s, t in sorted(ALLOWED) if s is INITIAL)
    responses = await asyncio.gather(*(client.post(address_of(body, transition)) for _ in range(2)))
    assert [response.json()["version"] for response in responses] == [2, 2]


async def test_list_finds_only_the_wanted_state(client: AsyncClient) -> None:
    body = await created(client)
    for state in xx_Resource_xxState:
        found = (await client.get(URL, params={"state": state})).json()["items"]
        assert [item["id"] for item in found] == ([body["id"]] if state is INITIAL else [])


async def test_delete_is_not_offered(client: AsyncClient) -> None:
    body = await created(client)
    assert_problem(await client.delete(f"{URL}/{body['id']}"), 405, "method_not_allowed")
