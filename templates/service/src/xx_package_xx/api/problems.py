"""Turns every refusal into a problem document (RFC 9457)."""

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.routing import compile_path

from xx_package_xx.domain.errors import ConstraintViolationError, DomainError, UnavailableError
from xx_package_xx.errors import (
    BAD_REQUEST,
    METHOD_NOT_ALLOWED,
    NOT_FOUND,
    PROBLEM_MEDIA_TYPE,
    PROBLEMS,
    VALIDATION,
    FieldProblem,
    Problem,
    ProblemSpec,
)

_RETRY_SOON = {"Retry-After": "1"}


class ProblemError(HTTPException):
    """A refusal that the edge itself decides on, such as a missing key."""

    def __init__(
        self, spec: ProblemSpec, detail: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(spec.status, detail, dict(headers or {}))
        self.spec = spec
        self.text = detail


def problem_response(
    spec: ProblemSpec,
    detail: str,
    *,
    path: str,
    headers: Mapping[str, str] | None = None,
    errors: Sequence[FieldProblem] | None = None,
) -> JSONResponse:
    """Return the answer for one problem."""
    problem = Problem(
        type=spec.type,
        title=spec.title,
        status=spec.status,
        detail=detail,
        instance=path,
        code=spec.code,
        errors=None if errors is None else list(errors),
    )
    return JSONResponse(
        problem.model_dump(mode="json", exclude_none=True),
        status_code=spec.status,
        headers=dict(headers or {}),
        media_type=PROBLEM_MEDIA_TYPE,
    )


def documented(*specs: ProblemSpec) -> dict[int | str, dict[str, Any]]:
    """Return the part of the OpenAPI document that says which problems a route answers with."""
    content = {PROBLEM_MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    titles: dict[int, list[str]] = {}
    for spec in specs:
        titles.setdefault(spec.status, []).append(f"{spec.title} (`{spec.code}`)")
    return {
        status: {"description": "; ".join(texts), "content": content}
        for status, texts in titles.items()
    }


def install(app: FastAPI) -> None:
    """Register the translation of every expected error; the middleware answers unexpected ones."""

    @app.exception_handler(DomainError)
    async def refused(request: Request, error: DomainError) -> JSONResponse:
        return problem_response(
            PROBLEMS[type(error)],
            str(error),
            path=request.url.path,
            headers=_RETRY_SOON if isinstance(error, UnavailableError) else None,
            errors=_violations(error),
        )

    @app.exception_handler(ProblemError)
    async def refused_here(request: Request, error: ProblemError) -> JSONResponse:
        return problem_response(
            error.spec, error.text, path=request.url.path, headers=error.headers
        )

    @app.exception_handler(RequestValidationError)
    async def not_valid(request: Request, error: RequestValidationError) -> JSONResponse:
        errors = [
            FieldProblem(pointer=_pointer(item), detail=item["msg"].removeprefix("Value error, "))
            for item in error.errors()
        ]
        return problem_response(
            VALIDATION, "some values are not valid", path=request.url.path, errors=errors
        )

    @app.exception_handler(StarletteHTTPException)
    async def not_served(request: Request, error: StarletteHTTPException) -> JSONResponse:
        spec = {404: NOT_FOUND, 405: METHOD_NOT_ALLOWED}.get(error.status_code, BAD_REQUEST)
        headers = dict(error.headers or {})
        if spec is METHOD_NOT_ALLOWED:
            headers["Allow"] = _allowed(app, request.scope["path"])
        return problem_response(spec, error.detail, path=request.url.path, headers=headers)


def _allowed(app: FastAPI, path: str) -> str:
    """List all methods of a path; the framework alone names those of the first matching route."""
    found = {
        method.upper()
        for template, operations in app.openapi()["paths"].items()
        if compile_path(template)[0].fullmatch(path)
        for method in operations
    }
    return ", ".join(sorted(found))


def _violations(error: DomainError) -> list[FieldProblem] | None:
    if not isinstance(error, ConstraintViolationError):
        return None
    return [FieldProblem(pointer=f"/body/{error.field}", detail=error.rule)]


def _pointer(error: Mapping[str, Any]) -> str:
    """Return a JSON pointer (RFC 6901) that starts with the part of the request it is in."""
    location = ["body"] if error["type"] == "json_invalid" else error["loc"]
    parts = (str(part).replace("~", "~0").replace("/", "~1") for part in location)
    return "/" + "/".join(parts)
