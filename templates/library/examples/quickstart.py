"""Shows what the package offers: every public name, and whether it is finished.

Run it with `python examples/quickstart.py` in an environment that has the package installed.
"""

import inspect

import xx_package_xx


def is_finished(public: object) -> bool:
    """Whether the source of a public function or class still says that a body is not written."""
    if not inspect.isfunction(public) and not inspect.isclass(public):
        return True
    return "raise NotImplementedError" not in inspect.getsource(public)


def kind_of(public: object) -> str:
    """The word for a public name in the table."""
    if inspect.isclass(public):
        return "exception" if issubclass(public, Exception) else "class"
    return "function" if inspect.isroutine(public) else "constant"


def main() -> None:
    """Print the table of public names."""
    version = xx_package_xx.__version__
    print(f"xx_repo_xx {version}")
    names = [name for name in xx_package_xx.__all__ if name != "__version__"]
    width = max(map(len, names))
    for name in names:
        public = getattr(xx_package_xx, name)
        status = "ready" if is_finished(public) else "unfinished"
        print(f"{name:<{width}}  {kind_of(public):<9}  {status}")


if __name__ == "__main__":
    main()
