"""Rules for documents: unknown keys are refused, and nothing is converted silently."""

xx_imports_xx
xx_validators_xx
xx_types_xx


def _known(value: str) -> str:
    cursors.decode(value)
    return value


class InputDocument(BaseModel):
    """The base of what clients send."""

    model_config = ConfigDict(extra="forbid")


class PageQuery(InputDocument):
    """Which part of a list to return."""

    limit: int | None = Field(default=None, ge=1, le=100)
    cursor: Annotated[str, Field(max_length=200), AfterValidator(_known)] | None = None

    @property
    def after(self) -> KeysetPosition | None:
        """The place in the list to go on from."""
        return None if self.cursor is None else cursors.decode(self.cursor)
