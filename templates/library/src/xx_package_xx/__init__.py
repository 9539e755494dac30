xx_docstring_xx

import importlib.metadata
import logging

xx_exports_xx

xx_all_xx

__version__ = importlib.metadata.version("xx_repo_xx")

logging.getLogger(__name__).addHandler(logging.NullHandler())
