#!/usr/bin/env xx_runner_xx
# /// script
# requires-python = ">=xx_python_xx"
# dependencies = ["nox>=2025.10"]
# ///
"""The checks of this package, each in an environment of its own; `nox -l` lists them."""

xx_imports_xx
import nox

nox.needs_version = ">=2025.10"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_existing_virtualenvs = True

PROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)


def groups(*names: str) -> tuple[str, ...]:
    """The requirements of dependency groups."""
    return nox.project.dependency_groups(PROJECT, *names)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests; `-- dist/some.whl` tests a built wheel instead of the checkout."""
    session.install(*groups("test"), *(session.posargs or ["."]))
    session.run("coverage", "run", "--parallel-mode", "-m", "pytest")


@nox.session(python=PYTHONS[0], venv_backend="uv")
def lowest(session: nox.Session) -> None:
    """Run the tests with the lowest versions that the requirements allow."""
    session.install("--resolution", "lowest-direct", *groups("test"), *(session.posargs or ["."]))
    session.run("pytest")


@nox.session(default=False)
def coverage(session: nox.Session) -> None:
    """Combine what the test sessions measured and hold the bar."""
    session.install(*groups("test"))
    session.run("coverage", "combine")
    session.run("coverage", "report")


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and format."""
    session.install(*groups("lint"))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check types with two checkers."""
    session.install(*groups("typing"), ".")
    session.run("mypy")
    session.run("pyright")


xx_docs_session_xx


@nox.session(default=False)
def api(session: nox.Session) -> None:
    """Compare the public API with a git reference: `nox -s api -- v1.0.0`."""
    session.install(*groups("api"))
    session.run("griffe", "check", "xx_package_xx", "-s", "src", "-a", *session.posargs)


if __name__ == "__main__":
    nox.main()
