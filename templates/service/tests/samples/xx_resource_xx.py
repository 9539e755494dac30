"""Samples of one xx_resource_title_xx: what is accepted and what is not."""

xx_imports_xx


def xx_resource_xx_values(n: int = 0) -> xx_Resource_xxValues:
    """Return valid values; n from 0 to 9 tells them apart."""
    return xx_Resource_xxValues(
        xx_values_xx
    )


def xx_resource_xx_body(n: int = 0) -> dict[str, Any]:
    """Return the same values as a client sends them."""
    return {
        xx_body_xx
    }


CHANGE: xx_Resource_xxChanges = {
    "xx_changed_xx": xx_resource_xx_values(1).xx_changed_xx,
}
CHANGE_BODY: dict[str, Any] = {
    "xx_changed_xx": xx_resource_xx_body(1)["xx_changed_xx"],
}

# A field and JSON that must not be accepted for it.
REFUSED: list[tuple[str, Any]] = [
    xx_refused_xx
]

# Any values within the limits.
ANY_VALUES: st.SearchStrategy[xx_Resource_xxValues] = st.builds(
    xx_Resource_xxValues,
    xx_strategies_xx
)

# How many rows tests of lists make: as many as unique values allow, at most 5.
COUNT = xx_count_xx
xx_breaches_xx
xx_unique_xx
xx_lifecycle_xx
