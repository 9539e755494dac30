"""The base of every exception that this package raises on purpose.

Callers catch it to handle any expected failure without also catching mistakes in their own code.
"""


class xx_BaseError_xx(Exception):
    """An expected failure of this package; each module raises subclasses of it."""
