"""Rules for documents: unknown keys are refused, and nothing is converted silently."""

from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
)

from xx_package_xx.api import cursors
from xx_package_xx.db.keyset import KeysetPosition
from xx_package_xx.domain.rules import MAX_INTEGER, MIN_INTEGER


def _storable(value: str) -> str:
    if "\x00" in value:
        raise ValueError("must not contain NUL")
    return value


def _written_as_date(value: object) -> object:
    if isinstance(value, (int, float)) or (isinstance(value, str) and "-" not in value[1:]):
        raise ValueError("must be written as year-month-day")
    return value


def _in_utc(value: datetime) -> datetime:
    try:
        return value.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("is outside the calendar") from error


CleanText = Annotated[str, AfterValidator(_storable)]
WholeNumber = Annotated[int, Strict(), Field(ge=MIN_INTEGER, le=MAX_INTEGER)]
AnyWholeNumber = Annotated[int, Field(ge=MIN_INTEGER, le=MAX_INTEGER)]
StrictFlag = Annotated[bool, Strict()]
IsoDay = Annotated[date, BeforeValidator(_written_as_date)]
UtcInstant = Annotated[AwareDatetime, BeforeValidator(_written_as_date), AfterValidator(_in_utc)]


def _known(value: str) -> str:
    cursors.decode(value)
    return value


class InputDocument(BaseModel):
    """The base of what clients send."""

    model_config = ConfigDict(extra="forbid", protected_namespaces=())


class OutputDocument(BaseModel):
    """The base of what clients get."""

    model_config = ConfigDict(
        protected_namespaces=(), serialize_by_alias=True, validate_by_name=True
    )


class PageQuery(InputDocument):
    """Which part of a list to return."""

    limit: int | None = Field(default=None, ge=1, le=100)
    cursor: Annotated[str, Field(max_length=200), AfterValidator(_known)] | None = None

    @property
    def after(self) -> KeysetPosition | None:
        """The place in the list to go on from."""
        return None if self.cursor is None else cursors.decode(self.cursor)
