"""The rules of xx_resources_title_xx."""

xx_imports_xx
xx_enums_xx


@dataclass(frozen=True, slots=True, kw_only=True)
class xx_Resource_xxValues:
    """What a caller decides about one xx_resource_title_xx."""

    xx_value_fields_xx


class xx_Resource_xxChanges(TypedDict, total=False):
    """New values for some of the fields; a key that is absent leaves its field alone."""

    xx_change_fields_xx


@dataclass(frozen=True, slots=True, kw_only=True)
class xx_Resource_xx:
    """One xx_resource_title_xx at one version."""

    id: UUID
    xx_entity_fields_xx
    version: int
    created_at: datetime
    updated_at: datetime


xx_transition_table_xx


def new_xx_resource_xx(values: xx_Resource_xxValues, *, id: UUID, now: datetime) -> xx_Resource_xx:
    """Return version 1; refuses values outside their limits."""
    xx_new_entity_xx


def change_xx_resource_xx(
    current: xx_Resource_xx,
    changes: xx_Resource_xxChanges,
    *,
    expected_version: int,
    now: datetime,
) -> xx_Resource_xx:
    """Return the next version with the changes; refuses a stale base or values out of limits."""
    if expected_version != current.version:
        raise StaleVersionError(expected_version, current.version)
    return _checked(replace(current, **changes, version=current.version + 1, updated_at=now))


xx_transition_function_xx


def _checked(it: xx_Resource_xx) -> xx_Resource_xx:
    xx_checks_xx
    return it
