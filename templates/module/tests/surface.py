"""Reads the public surface of Python source, so that a test can compare it with an agreement."""

import ast
from collections.abc import Iterator

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def surface(source: str) -> dict[str, str]:
    """Map each public name of `source` (`Window.length` for members) to its declaration."""
    found: dict[str, list[str]] = {}
    for name, declaration in _declarations(ast.parse(source).body, ""):
        found.setdefault(name, []).append(declaration)
    return {name: "\n".join(_agreed(lines)) for name, lines in found.items()}


def _agreed(declarations: list[str]) -> list[str]:
    """Overloads are the agreement; the implementation behind them is free."""
    overloads = [line for line in declarations if line.startswith("@overload")]
    return overloads or declarations


def _declarations(body: list[ast.stmt], owner: str) -> Iterator[tuple[str, str]]:
    for node in body:
        if isinstance(node, ast.ClassDef) and _is_public(node.name):
            yield owner + node.name, _class(node)
            yield from _declarations(node.body, f"{owner}{node.name}.")
        elif isinstance(node, FUNCTIONS) and _is_public(node.name):
            yield owner + node.name, _function(node)
        elif isinstance(node, ast.AnnAssign) and _is_public(name := ast.unparse(node.target)):
            yield owner + name, ast.unparse(node.annotation)


def _is_public(name: str) -> bool:
    return not name.startswith("_") or (name.startswith("__") and name != "__all__")


def _class(node: ast.ClassDef) -> str:
    bases = ", ".join(ast.unparse(base) for base in [*node.bases, *node.keywords])
    return "".join(_decorators(node)) + f"class {node.name}{_type_parameters(node)}({bases})"


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    keyword = "async def" if isinstance(node, ast.AsyncFunctionDef) else "def"
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    head = f"{keyword} {node.name}{_type_parameters(node)}"
    return "".join(_decorators(node)) + f"{head}({ast.unparse(node.args)}){returns}"


def _type_parameters(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    names = [ast.unparse(one) for one in node.type_params]
    return f"[{', '.join(names)}]" if names else ""


def _decorators(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    return [f"@{ast.unparse(one)} " for one in node.decorator_list]
