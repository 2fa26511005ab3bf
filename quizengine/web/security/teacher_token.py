"""The token that opens the teacher's pages: given, or kept in a file beside the attempts and changed on request."""

import hashlib
import hmac
import re
import secrets
from abc import ABC, abstractmethod
from contextlib import suppress
from pathlib import Path

from quizengine.errors import QuizEngineError
from quizengine.plurals import with_number
from quizengine.store import StoreError
from quizengine.system.files import reason_of, write_once

_TOKEN = re.compile(r"[A-Za-z0-9._~-]{16,200}", re.ASCII)
_EXPECTED = "expected 16 to 200 letters, digits, dots, dashes, underscores or tildes"


class TokenError(QuizEngineError):
    """A token for the teacher's pages that cannot be used."""


class TeacherToken(ABC):
    """The token that identifies the teacher."""

    can_change: bool

    @property
    @abstractmethod
    def value(self) -> str:
        """The token as it is now: whoever has it sees every key. Raises StoreError."""

    @property
    def stamp(self) -> str:
        """What a cookie holds instead of the token: it opens the pages as long as the token stays the same."""
        return hashlib.sha256(f"teacher/{self.value}".encode()).hexdigest()

    def is_token(self, given: str) -> bool:
        """Return whether this is the token; takes the same time whatever is given."""
        return hmac.compare_digest(given.encode(errors="replace"), self.value.encode())

    def is_stamp(self, given: str) -> bool:
        """Return whether a cookie holds the stamp of this token; takes the same time whatever is given."""
        return hmac.compare_digest(given.encode(errors="replace"), self.stamp.encode())


class GivenToken(TeacherToken):
    """A token that whoever started the server has chosen; it stays until the server is started with another."""

    can_change = False

    def __init__(self, value: str) -> None:
        if not _TOKEN.fullmatch(value):
            raise TokenError(f"found a teacher's token of {with_number(len(value), 'character')}, {_EXPECTED}")
        self._value = value

    @property
    def value(self) -> str:
        """The token that was given."""
        return self._value


class KeptToken(TeacherToken):
    """A token in a file that is read whenever a teacher's page is asked for: so a change holds in all processes."""

    can_change = True

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            write_once(path, _new().encode())
        except OSError as fault:
            raise self._failed(fault) from None
        _ = self.value  # a file that will not do is told at the start

    @property
    def value(self) -> str:
        """The token in the file; raises StoreError if it cannot be read or was spoilt."""
        try:
            held = self._path.read_bytes()
        except OSError as fault:
            raise self._failed(fault) from None
        token = held.decode(errors="replace").strip()
        if not _TOKEN.fullmatch(token):
            raise StoreError(
                f"{self._path}: found {with_number(len(held), 'byte')} instead of a teacher's token, {_EXPECTED}; "
                "delete the file and start again to have a new one made"
            )
        return token

    def change(self) -> None:
        """Put a new token in place of the old one, whole or not at all; raises StoreError."""
        beside = self._path.with_name(f".{self._path.name}.{secrets.token_hex(4)}")
        try:
            write_once(beside, _new().encode())
            beside.replace(self._path)
        except OSError as fault:
            with suppress(OSError):
                beside.unlink()
            raise self._failed(fault) from None

    def _failed(self, fault: OSError) -> StoreError:
        return StoreError(f"{self._path}: the teacher's token cannot be read or written: {reason_of(fault)}")


def _new() -> str:
    return secrets.token_urlsafe(24)
