"""One way to announce that a public name, parameter or behaviour goes away.

The policy: a name warns for at least one minor release before a major release removes it.
"""

import warnings


def warn_deprecated(
    what: str, *, since: str, removal: str, instead: str | None = None, stacklevel: int = 2
) -> None:
    """Warn the caller of the function that calls this one.

    Args:
        what: The thing that goes away, as its users write it, such as `"scan()"`.
        since: The first version that warns.
        removal: The version that no longer has it.
        instead: What to use; leave it out when there is no replacement.
        stacklevel: Frames between this call and the user's line; 2 when the deprecated function
            calls this directly.

    Raises:
        ValueError: If `removal` equals `since`: nobody would ever see the warning.
    """
    if removal == since:
        message = f"{what} must warn in a release before {removal} removes it"
        raise ValueError(message)
    text = f"{what} is deprecated since {since} and goes away in {removal}"
    if instead is not None:
        text = f"{text}; use {instead}"
    warnings.warn(text, DeprecationWarning, stacklevel=stacklevel + 1)
