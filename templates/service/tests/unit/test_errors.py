"""Every error of the domain has its place in the table of problems."""

from uuid import UUID

import pytest

from xx_package_xx import errors
from xx_package_xx.domain import errors as domain
from xx_package_xx.domain.errors import (
    ConflictError,
    ConstraintViolationError,
    DomainError,
    InvalidTransitionError,
    NotFoundError,
    StaleVersionError,
    UnavailableError,
)
from xx_package_xx.errors import PROBLEMS, ProblemSpec

EXPECTED: list[tuple[DomainError, int]] = [
    (NotFoundError("thing", UUID(int=1)), 404),
    (ConflictError("name"), 409),
    (InvalidTransitionError("open", "close"), 409),
    (StaleVersionError(1, 2), 412),
    (ConstraintViolationError("name", "must be short"), 422),
    (UnavailableError("the database did not answer"), 503),
]
SPECS = [value for value in vars(errors).values() if isinstance(value, ProblemSpec)]


KINDS = {
    kind
    for kind in vars(domain).values()
    if isinstance(kind, type) and issubclass(kind, DomainError) and kind is not DomainError
}


def test_every_domain_error_is_mapped_to_a_problem() -> None:
    assert set(PROBLEMS) == KINDS


@pytest.mark.parametrize(("error", "status"), EXPECTED)
def test_problem_has_the_status_and_the_code_of_its_error(error: DomainError, status: int) -> None:
    assert PROBLEMS[type(error)].status == status
    assert PROBLEMS[type(error)].code == error.code


def test_every_error_has_an_expected_status() -> None:
    assert {type(error) for error, _ in EXPECTED} == set(PROBLEMS)


def test_every_error_says_what_it_is_about() -> None:
    assert all(str(error) for error, _ in EXPECTED)


def test_problem_types_are_stable_names_used_once() -> None:
    types = [spec.type for spec in SPECS]
    assert len(types) == len(set(types))
    assert all(name.startswith("urn:problem:xx_repo_xx:") for name in types)
