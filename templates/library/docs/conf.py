"""How Sphinx builds the documentation."""

from importlib.metadata import metadata

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
nitpicky = True
# The standard library is documented elsewhere; builds do not need the network.
nitpick_ignore_regex = [
    xx_foreign_names_xx
]
