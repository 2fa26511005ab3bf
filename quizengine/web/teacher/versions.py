"""The version of a quiz that a teacher's page showed: sent with its form, and compared when it comes back."""

import base64
import binascii
import zlib
from dataclasses import dataclass, replace
from hashlib import sha256

from quizengine.bank import dump_bank, read_bank
from quizengine.errors import BankError
from quizengine.extensions.records import QuestionTypes
from quizengine.quiz.availability import Availability
from quizengine.quiz.quiz import Quiz

_LARGEST_FIELD = 100_000
"""Characters; a form may be a little more than twice as large. A longer text stays out, and its hash alone is sent."""
_LARGEST_TEXT = 10_000_000


@dataclass(frozen=True)
class Version:
    """The hash of a quiz's canonical text, and the text itself where it is not too long for a form."""

    digest: str
    text: bytes = b""

    @classmethod
    def of(cls, quiz: Quiz) -> "Version":
        """The version that this quiz is, whatever its state."""
        text = dump_bank(replace(quiz, availability=Availability()))
        return cls(sha256(text).hexdigest(), text)

    @classmethod
    def read(cls, field: str) -> "Version":
        """The version in a field of a form; one that no quiz has where the field is empty or damaged."""
        digest, _, packed = field.partition(".")
        try:
            opened = zlib.decompressobj()
            text = opened.decompress(base64.urlsafe_b64decode(packed), _LARGEST_TEXT) if packed else b""
        except (binascii.Error, ValueError, zlib.error):
            text = b""
        return cls(digest, text if sha256(text).hexdigest() == digest else b"")

    @property
    def field(self) -> str:
        """The version as a form takes it along."""
        packed = base64.urlsafe_b64encode(zlib.compress(self.text, 9)).decode()
        return f"{self.digest}.{packed}" if len(packed) <= _LARGEST_FIELD else self.digest

    def quiz(self, types: QuestionTypes) -> Quiz | None:
        """The quiz as it was; None if the form did not hold its text."""
        try:
            return read_bank(self.text, "", types).quiz if self.text else None
        except BankError:
            return None
