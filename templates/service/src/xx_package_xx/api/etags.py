"""Versions on the wire: an ETag tells the version, If-Match says which one a change is based on."""

import re
from typing import Annotated

from fastapi import Depends, Header

from xx_package_xx.api.problems import ProblemError
from xx_package_xx.errors import PRECONDITION_REQUIRED, STALE_VERSION

_TAG = re.compile(r'"([1-9][0-9]{0,8})"')

IfMatch = Annotated[
    str | None, Header(alias="If-Match", description='The ETag of the version seen, such as `"1"`.')
]


def etag(version: int) -> str:
    """Return the ETag of a version."""
    return f'"{version}"'


def optional_version(if_match: IfMatch = None) -> int | None:
    """Return the version that the client has seen, if it says so."""
    if if_match is None:
        return None
    tag = _TAG.fullmatch(if_match.strip())
    if tag is None:
        raise ProblemError(STALE_VERSION, "If-Match does not name a version of this resource")
    return int(tag[1])


def required_version(version: Annotated[int | None, Depends(optional_version)]) -> int:
    """Return the version that the client has seen; without one, a change could undo another."""
    if version is None:
        raise ProblemError(PRECONDITION_REQUIRED, "send the ETag of the version seen as If-Match")
    return version


OptionalVersionDep = Annotated[int | None, Depends(optional_version)]
VersionDep = Annotated[int, Depends(required_version)]
