"""What a refusal looks like to clients (RFC 9457); nothing here knows the web framework."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from xx_package_xx.domain.errors import (
    ConflictError,
    ConstraintViolationError,
    DomainError,
    InvalidTransitionError,
    NotFoundError,
    StaleVersionError,
    UnavailableError,
)

PROBLEM_MEDIA_TYPE = "application/problem+json"
PROBLEM_URN = "urn:problem:xx_repo_xx"


@dataclass(frozen=True, slots=True)
class ProblemSpec:
    """A kind of problem: its stable code, its status and its short title."""

    code: str
    status: int
    title: str

    @property
    def type(self) -> str:
        """The stable name of this kind of problem."""
        return f"{PROBLEM_URN}:{self.code}"


class FieldProblem(BaseModel):
    """What is wrong with one value of the request."""

    pointer: str
    detail: str


class Problem(BaseModel):
    """The body of every answer that refuses a request."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    code: str
    errors: list[FieldProblem] | None = None


BAD_REQUEST = ProblemSpec("bad_request", 400, "The request cannot be read")
UNAUTHENTICATED = ProblemSpec("unauthenticated", 401, "A valid key is needed")
NOT_FOUND = ProblemSpec("not_found", 404, "Nothing is here")
METHOD_NOT_ALLOWED = ProblemSpec("method_not_allowed", 405, "The method is not offered here")
CONFLICT = ProblemSpec("conflict", 409, "The value is already taken")
INVALID_TRANSITION = ProblemSpec("invalid_transition", 409, "The move is not possible now")
IDEMPOTENCY_IN_FLIGHT = ProblemSpec("idempotency_in_flight", 409, "The same request is running")
STALE_VERSION = ProblemSpec("stale_version", 412, "The change is based on an old version")
PAYLOAD_TOO_LARGE = ProblemSpec("payload_too_large", 413, "The body is too large")
VALIDATION = ProblemSpec("validation", 422, "The request is not valid")
CONSTRAINT_VIOLATION = ProblemSpec("constraint_violation", 422, "A value breaks a rule")
IDEMPOTENCY_MISMATCH = ProblemSpec("idempotency_mismatch", 422, "The key belongs to another body")
PRECONDITION_REQUIRED = ProblemSpec("precondition_required", 428, "If-Match is required")
RATE_LIMITED = ProblemSpec("rate_limited", 429, "Too many requests")
INTERNAL = ProblemSpec("internal", 500, "Something went wrong on our side")
UNAVAILABLE = ProblemSpec("unavailable", 503, "The service cannot answer now")
OVERLOADED = ProblemSpec("overloaded", 503, "The service is busy")
DRAINING = ProblemSpec("draining", 503, "The service is stopping")

PROBLEMS: Mapping[type[DomainError], ProblemSpec] = {
    NotFoundError: NOT_FOUND,
    ConflictError: CONFLICT,
    StaleVersionError: STALE_VERSION,
    ConstraintViolationError: CONSTRAINT_VIOLATION,
    InvalidTransitionError: INVALID_TRANSITION,
    UnavailableError: UNAVAILABLE,
}
