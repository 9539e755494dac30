"""The limits that fields share: what each of them lets pass and what it refuses."""

xx_imports_xx

xx_setup_xx
xx_accepted_xx
xx_refused_xx


@pytest.mark.parametrize(("check", "value"), ACCEPTED)
def test_check_lets_values_within_the_limits_pass(check: Callable[..., None], value: Any) -> None:
    check("field", value)


@pytest.mark.parametrize(("check", "value"), REFUSED)
def test_check_refuses_values_outside_the_limits_by_field(
    check: Callable[..., None], value: Any
) -> None:
    with pytest.raises(ConstraintViolationError) as refused:
        check("field", value)
    assert refused.value.field == "field"
