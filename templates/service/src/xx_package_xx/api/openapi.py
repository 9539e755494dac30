"""The interface without a running process: its routes and the document that describes them."""

from typing import Any

from fastapi import FastAPI
from starlette.types import Lifespan

from xx_package_xx import __doc__ as description
from xx_package_xx import __version__
from xx_package_xx.api import health, problems, v1
from xx_package_xx.errors import Problem


class Api(FastAPI):
    """All routes, with every refusal answered as a problem document."""

    def __init__(self, lifespan: Lifespan[FastAPI] | None = None) -> None:
        super().__init__(
            title="xx_repo_xx",
            description=description or "",
            version=__version__,
            docs_url=xx_docs_url_xx,
            redoc_url=None,
            lifespan=lifespan,
        )
        self.include_router(health.router)
        self.include_router(v1.router)
        problems.install(self)

    def openapi(self) -> dict[str, Any]:
        """Return the OpenAPI document, with the schema that all problems share."""
        document = super().openapi()
        problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        shared = problem.pop("$defs", {})
        document["components"]["schemas"] |= {**shared, "Problem": problem}
        return document
