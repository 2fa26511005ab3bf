"""The token that opens the teacher's pages: given, or kept beside the attempts and changed on request."""

import hashlib
import hmac
import re
import secrets
from abc import ABC, abstractmethod

from quizengine.errors import QuizEngineError
from quizengine.plurals import with_number
from quizengine.store import Secret, StoreError

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
        """The value in a cookie instead of the token: it opens the pages as long as the token stays the same."""
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
    """A token that is read whenever a teacher's page is asked for: so a change holds in all processes."""

    can_change = True

    def __init__(self, secret: Secret) -> None:
        self._secret = secret
        secret.keep(_new().encode())
        _ = self.value  # one that will not do is told at the start

    @property
    def value(self) -> str:
        """The token that is kept; raises StoreError if it cannot be read or was spoilt."""
        held = self._secret.read()
        token = held.decode(errors="replace").strip()
        if not _TOKEN.fullmatch(token):
            raise StoreError(
                f"{self._secret}: found {with_number(len(held), 'byte')} instead of a teacher's token, {_EXPECTED}; "
                "delete the file and start again to have a new one made"
            )
        return token

    def change(self) -> None:
        """Put a new token in place of the old one, whole or not at all; raises StoreError."""
        self._secret.replace(_new().encode())


def _new() -> str:
    return secrets.token_urlsafe(24)
