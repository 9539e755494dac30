"""Who is calling: API keys, of which only the hashes are known here."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from xx_package_xx.settings import AuthSettings


@dataclass(frozen=True, slots=True)
class Principal:
    """A client that has proved who it is."""

    name: str


def new_key() -> str:
    """Return a fresh random key; show it once, keep only its hash."""
    return secrets.token_urlsafe(32)


def hash_key(key: str) -> str:
    """Return the form in which a key is kept; keys are random, so one round is enough."""
    return hashlib.sha256(key.encode()).hexdigest()


def authenticate(presented: str | None, settings: AuthSettings) -> Principal | None:
    """Return the client whose key this is; takes the same time whichever key it is."""
    if presented is None:
        return None
    digest = hash_key(presented)
    found: Principal | None = None
    for name, known in settings.api_keys.items():
        if hmac.compare_digest(digest, known):
            found = Principal(name)
    return found
