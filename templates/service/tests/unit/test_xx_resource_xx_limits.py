"""The limits of the fields of one xx_resource_title_xx."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from xx_package_xx.domain.xx_resource_xx import (
    xx_Resource_xxChanges,
    change_xx_resource_xx,
    new_xx_resource_xx,
)
from xx_package_xx.domain.errors import ConstraintViolationError
from tests.samples.xx_resource_xx import BREACHES, xx_resource_xx_values

NOW = datetime(2030, 1, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize(("field", "breach"), BREACHES)
def test_new_xx_resource_xx_is_refused_outside_the_limits(
    field: str, breach: xx_Resource_xxChanges
) -> None:
    values = replace(xx_resource_xx_values(), **breach)
    with pytest.raises(ConstraintViolationError) as refused:
        new_xx_resource_xx(values, id=UUID(int=1), now=NOW)
    assert refused.value.field == field


@pytest.mark.parametrize(("field", "breach"), BREACHES)
def test_change_is_refused_outside_the_limits(field: str, breach: xx_Resource_xxChanges) -> None:
    made = new_xx_resource_xx(xx_resource_xx_values(), id=UUID(int=1), now=NOW)
    with pytest.raises(ConstraintViolationError) as refused:
        change_xx_resource_xx(made, breach, expected_version=1, now=NOW)
    assert refused.value.field == field
