xx_docstring_xx

from importlib.metadata import version

__version__ = version("xx_repo_xx")
