"""Reduces an OpenAPI document to what callers rely on: routes, statuses, names and types.

After a change of the interface that you mean, write the expected outline anew:
`python -m tests.contract.outline > tests/contract/openapi.json`
"""

import json
import sys
from typing import Any

from xx_package_xx.api.openapi import Api

PARTS = ("Create", "Change", "Read")


def outline(document: dict[str, Any]) -> dict[str, Any]:
    """Return the routes and the documents of an interface, in a form that is easy to compare."""
    return {
        "routes": {
            f"{method.upper()} {path}": {
                "parameters": sorted(part["name"] for part in operation.get("parameters", [])),
                "statuses": sorted(operation["responses"]),
            }
            for path, operations in document["paths"].items()
            for method, operation in operations.items()
        },
        "documents": {
            name: {
                "required": sorted(schema.get("required", [])),
                "types": {key: type_of(part) for key, part in schema["properties"].items()},
            }
            for name, schema in document["components"]["schemas"].items()
            if name.endswith(PARTS)
        },
    }


def type_of(schema: dict[str, Any]) -> str:
    """Return the type of one property in short, such as `string` or `integer or null`."""
    if "anyOf" in schema:
        return " or ".join(type_of(choice) for choice in schema["anyOf"])
    if "$ref" in schema:
        return str(schema["$ref"].rsplit("/", 1)[-1].partition("-")[0])
    return str(schema.get("format") or schema["type"])


if __name__ == "__main__":
    json.dump(outline(Api().openapi()), sys.stdout, indent=2, sort_keys=True)
    sys.stdout.write("\n")
