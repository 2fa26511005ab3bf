"""The server's secret: made once, kept beside the attempts, the same for all who serve them."""

import hmac
import secrets

from quizengine.plurals import with_number
from quizengine.store import Secret, StoreError

_BYTES = 32


def secret_key(secret: Secret) -> bytes:
    """The key for cookies, made when there is none; raises StoreError if it cannot be read or is short."""
    secret.keep(secrets.token_bytes(_BYTES))
    key = secret.read()
    if len(key) != _BYTES:
        raise StoreError(
            f"{secret}: found {with_number(len(key), 'byte')}, expected a key of {_BYTES}; delete the file to have a "
            "new one made (attempts that are under way can then not be continued)"
        )
    return key


def derive_key(key: bytes, purpose: str) -> bytes:
    """A key for one purpose alone, 32 bytes; whoever had it could tell nothing of the key that it comes from."""
    return hmac.digest(key, f"quizengine: {purpose}".encode(), "sha256")
