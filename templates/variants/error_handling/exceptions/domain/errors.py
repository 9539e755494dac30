"""What the domain can refuse. Each error carries facts; the edge decides on words and status."""

from typing import ClassVar
from uuid import UUID


class DomainError(Exception):
    """The base of every refusal that a caller can act on."""

    code: ClassVar[str] = "domain"


class NotFoundError(DomainError):
    """Nothing is stored under this identifier."""

    code = "not_found"

    def __init__(self, resource: str, id: UUID) -> None:
        super().__init__(f"no {resource} with id {id}")
        self.resource = resource
        self.id = id


class ConflictError(DomainError):
    """A value that must be unique is taken, or an identifier holds other values."""

    code = "conflict"

    def __init__(self, field: str) -> None:
        super().__init__(f"the value of {field} is already taken")
        self.field = field


class StaleVersionError(DomainError):
    """The change was based on a version that is no longer the present one."""

    code = "stale_version"

    def __init__(self, expected: int, actual: int) -> None:
        super().__init__(f"the change is based on version {expected}, the present one is {actual}")
        self.expected = expected
        self.actual = actual


class ConstraintViolationError(DomainError):
    """A value breaks the limits of its field."""

    code = "constraint_violation"

    def __init__(self, field: str, rule: str) -> None:
        super().__init__(f"{field} {rule}")
        self.field = field
        self.rule = rule


class InvalidTransitionError(DomainError):
    """The lifecycle has no such move from the present state."""

    code = "invalid_transition"

    def __init__(self, state: str, transition: str) -> None:
        super().__init__(f"{transition} is not possible in state {state}")
        self.state = state
        self.transition = transition


class UnavailableError(DomainError):
    """Something the service depends on did not answer in time; trying again may help."""

    code = "unavailable"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
