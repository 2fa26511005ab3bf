"""The images and recordings that came in a file of another program, by the references that questions have to them."""

import re
from base64 import b64decode
from binascii import Error
from dataclasses import dataclass, field

from quizengine.quiz.markup.media import KINDS, MEDIA_FOLDER, suffix_of

_INLINE = re.compile(r"data:image/(?P<kind>png|jpeg|gif|webp);base64,(?P<data>[\w+/=\s%]+)")
_MOST_FILES = 2_000


@dataclass
class ImportedFiles:
    """The files of one document that texts refer to: their content by the reference that a text has, media/cell.png."""

    found: dict[str, bytes] = field(default_factory=dict)

    def reference(self, name: str, data: bytes) -> str | None:
        """Return the reference to a file of this name and content; None for a kind that no page shows."""
        plain = re.sub(r"[^\w.-]+", "-", name.rpartition("/")[2]).strip("-.")
        stem, suffix = plain.rpartition(".")[0][:60] or "file", suffix_of(plain)
        if suffix not in KINDS or not data or len(self.found) >= _MOST_FILES:
            return None
        for number in range(1, _MOST_FILES + 2):
            file = f"{MEDIA_FOLDER}/{stem}{f'-{number}' * (number > 1)}{suffix}"
            if self.found.setdefault(file, data) == data:
                return file
        return None

    def inline(self, address: str) -> str | None:
        """Return the reference to an image whose address is its content; None for anything else."""
        found = _INLINE.fullmatch(address)
        return self.reference(f"image.{found['kind']}", decoded(found["data"])) if found else None


def decoded(data: str) -> bytes:
    """Return the bytes that a text in Base64 stands for; none for what is no Base64."""
    try:
        return b64decode(data)
    except (Error, ValueError):
        return b""
