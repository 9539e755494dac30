"""The lifecycle of one xx_resource_title_xx: only declared moves."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from xx_package_xx.domain.xx_resource_xx import (
    xx_Resource_xx,
    xx_Resource_xxState,
    xx_Resource_xxTransition,
    change_xx_resource_xx,
    new_xx_resource_xx,
    transition_xx_resource_xx,
)
from xx_package_xx.domain.errors import InvalidTransitionError
from tests.samples.xx_resource_xx import CHANGE, INITIAL, MOVES, xx_resource_xx_values

NOW = datetime(2030, 1, 1, 8, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)

TARGETS = {transition: target for _, transition, target in MOVES}
ALLOWED = {(source, transition) for source, transition, _ in MOVES}
REFUSED = [
    (state, transition)
    for state, transition in product(xx_Resource_xxState, xx_Resource_xxTransition)
    if (state, transition) not in ALLOWED and state is not TARGETS[transition]
]


def fresh() -> xx_Resource_xx:
    return new_xx_resource_xx(xx_resource_xx_values(), id=UUID(int=1), now=NOW)


def test_new_xx_resource_xx_starts_in_the_first_state() -> None:
    assert fresh().state is INITIAL


@pytest.mark.parametrize(("source", "transition", "target"), MOVES)
def test_transition_reaches_its_state_from_a_declared_one(
    source: xx_Resource_xxState, transition: xx_Resource_xxTransition, target: xx_Resource_xxState
) -> None:
    moved = transition_xx_resource_xx(replace(fresh(), state=source), transition, now=LATER)
    assert moved.state is target


def test_transition_raises_the_version_by_one() -> None:
    source, transition, _ = MOVES[0]
    moved = transition_xx_resource_xx(replace(fresh(), state=source), transition, now=LATER)
    assert (moved.version, moved.updated_at) == (2, LATER)


@pytest.mark.parametrize("transition", xx_Resource_xxTransition)
def test_transition_changes_nothing_when_it_has_already_happened(
    transition: xx_Resource_xxTransition,
) -> None:
    there = replace(fresh(), state=TARGETS[transition])
    assert transition_xx_resource_xx(there, transition, now=LATER) == there


def test_transition_is_refused_from_any_other_state() -> None:
    for state, transition in REFUSED:
        with pytest.raises(InvalidTransitionError) as refused:
            transition_xx_resource_xx(replace(fresh(), state=state), transition, now=LATER)
        assert (refused.value.state, refused.value.transition) == (state, transition)


class xx_Resource_xxMachine(RuleBasedStateMachine):
    """Calls in any order, checked against the declared moves."""

    def __init__(self) -> None:
        super().__init__()
        self.current = fresh()
        self.expected = INITIAL
        self.version = 1

    @rule(transition=st.sampled_from(xx_Resource_xxTransition))
    def move(self, transition: xx_Resource_xxTransition) -> None:
        if self.expected is TARGETS[transition]:
            self.current = transition_xx_resource_xx(self.current, transition, now=LATER)
        elif (self.expected, transition) in ALLOWED:
            self.current = transition_xx_resource_xx(self.current, transition, now=LATER)
            self.expected = TARGETS[transition]
            self.version += 1
        else:
            with pytest.raises(InvalidTransitionError):
                transition_xx_resource_xx(self.current, transition, now=LATER)

    @rule()
    def change(self) -> None:
        self.current = change_xx_resource_xx(
            self.current, CHANGE, expected_version=self.version, now=LATER
        )
        self.version += 1

    @invariant()
    def state_and_version_are_the_expected_ones(self) -> None:
        assert (self.current.state, self.current.version) == (self.expected, self.version)


Testxx_Resource_xxLifecycle = xx_Resource_xxMachine.TestCase
Testxx_Resource_xxLifecycle.settings = settings(max_examples=50, stateful_step_count=20)
