"""The server's secret: made once, kept beside the attempts, readable by its owner alone."""

import hmac
import secrets
from pathlib import Path

from quizengine.plurals import with_number
from quizengine.store import StoreError
from quizengine.system.files import reason_of, write_once

_BYTES = 32


def secret_key(path: Path) -> bytes:
    """The key in the file at `path`, made when there is none; raises StoreError if it cannot be read or is short."""
    try:
        write_once(path, secrets.token_bytes(_BYTES))
        key = path.read_bytes()
    except OSError as fault:
        raise StoreError(f"{path}: the key for cookies cannot be read or written: {reason_of(fault)}") from None
    if len(key) != _BYTES:
        raise StoreError(
            f"{path}: found {with_number(len(key), 'byte')}, expected a key of {_BYTES}; delete the file to have a new "
            "one made (attempts that are under way can then not be continued)"
        )
    return key


def derive_key(key: bytes, purpose: str) -> bytes:
    """A key for one purpose alone, 32 bytes; whoever had it could tell nothing of the key that it comes from."""
    return hmac.digest(key, f"quizengine: {purpose}".encode(), "sha256")
