"""How Sphinx builds the documentation."""

import re
from importlib.metadata import metadata

from sphinx.application import Sphinx

package = metadata("xx_repo_xx")

project = "xx_repo_xx"
author = package.get("Author", "")
release = package["Version"]
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
html_theme = "furo"
html_title = f"{project} {release}"
exclude_patterns = ["_build"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
napoleon_use_ivar = True
napoleon_use_param = False
napoleon_use_rtype = False
nitpicky = True
# Names of the standard library are documented elsewhere; builds do not need the network.
nitpick_ignore_regex = [
    ("py:exc", r"\w+"),
    xx_foreign_names_xx
]

SECTION = re.compile(r"(Args|Raises|Returns|Yields):\s*$")
CODE = re.compile(r"(?<!`)`([^`\s](?:[^`]*[^`\s])?)`(?!`)")
MARKUP = re.compile(r"[\\*|`]|_(?=\W|$)|::")
START = re.compile(r"^[^\w\s\\`]|^\w+[.)](?=\s)|^\w+:(?=\s*$)")


def escape(text: str) -> str:
    """Take the markup out of one line of prose; `code` stays code."""
    parts = CODE.split(text)
    prose = [MARKUP.sub(lambda found: "\\" + found[0], part) for part in parts[::2]]
    joined = prose[0]
    for code, following in zip(parts[1::2], prose[1:], strict=True):
        before = "\\ " if joined[-1:].strip() else ""
        after = "\\ " if following[:1].strip() else ""
        joined += f"{before}``{code}``{after}{following}"
    return START.sub(lambda found: found[0][:-1] + "\\" + found[0][-1], joined)


def show_as_written(
    _app: Sphinx, _what: str, _name: str, _public: object, _options: object, lines: list[str]
) -> None:
    """Docstrings are prose with `code` and the usual sections, not reStructuredText."""
    in_section = False
    for index, line in enumerate(lines):
        if SECTION.match(line):
            in_section = True
            continue
        in_section = in_section and (not line.strip() or line.startswith(" "))
        indent = "" if not in_section else " " * (8 if line.startswith("     ") else 4)
        lines[index] = f"{indent}{escape(line.strip())}".rstrip()


def setup(app: Sphinx) -> None:
    """Run before the sections are read (napoleon has priority 500)."""
    app.connect("autodoc-process-docstring", show_as_written, priority=400)
