"""The images and recordings that a text needs, and which references to a file are allowed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from quizengine.quiz.markup.parsing import parsed, pieces

if TYPE_CHECKING:
    from markdown_it.token import Token

MEDIA_FOLDER = "media"
"""The folder beside a bank, or in the working folder, that holds its files."""

Kind = Literal["image", "audio"]
KINDS: Mapping[str, Kind] = {
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp"), "image"),
    **dict.fromkeys((".mp3", ".ogg", ".oga", ".opus", ".wav", ".m4a", ".flac"), "audio"),
}  # fmt: skip
_SEGMENT = re.compile(r"[\w(),'+-][\w .(),'+-]*")
_MOST_SEGMENTS = 6
_LONGEST = 200
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


@dataclass(frozen=True)
class Medium:
    """An image or a recording as a text refers to it."""

    file: str
    """Its path from the folder that `media` lies in, with slashes: `media/cell.png`."""
    alt: str
    """A description of what it shows or plays."""
    kind: Kind
    title: str = ""
    """The transcript of a recording, or the caption of an image."""


@lru_cache(1024)
def media(text: str) -> tuple[Medium, ...]:
    """The images and recordings of a text with markup, in order; without those whose reference is faulty."""
    return tuple(medium_of(token) for token in pieces(parsed(text)) if is_medium(token))


def medium_of(token: "Token") -> Medium:
    """The image or recording that a token refers to."""
    file = str(token.attrGet("src") or "")
    return Medium(file, alt_of(token), KINDS.get(suffix_of(file), "image"), str(token.attrGet("title") or ""))


def alt_of(token: "Token") -> str:
    """The alternative text of an image, its words alone."""
    words = "".join(child.content or " " for child in pieces(token.children or ()))
    return " ".join(words.split())


def suffix_of(file: str) -> str:
    """The ending of a file's name, with its dot and in small letters; empty without one."""
    name = file.rpartition("/")[2]
    return f".{name.rpartition('.')[2].lower()}" if "." in name else ""


def is_medium(token: "Token") -> bool:
    """Return whether a token is an image or a recording with a reference that is allowed."""
    return token.type == "image" and not fault_of_reference(str(token.attrGet("src") or ""))


def fault_of_reference(file: str) -> str:
    """Return the fault of a reference; empty if it names a supported kind of file inside a folder `media`."""
    expected = f"expected a file in the folder {MEDIA_FOLDER}: {MEDIA_FOLDER}/name.png"
    if _ADDRESS.match(file):
        return f"found the address “{file[:60]}”, {expected}; save the file there, as pages load nothing from elsewhere"
    segments = file.split("/")
    if segments[0] != MEDIA_FOLDER or len(segments) < 2:
        return f"found the reference “{file[:60]}”, {expected}"
    if len(file) > _LONGEST or len(segments) > _MOST_SEGMENTS or not all(map(_SEGMENT.fullmatch, segments)):
        return f"found the reference “{file[:60]}”, {expected}; use letters, digits, hyphens and underscores"
    if any(segment.endswith((".", " ")) for segment in segments):
        return f"found the reference “{file[:60]}”, whose name ends in a full stop or space, {expected}"
    suffix = suffix_of(file)
    if suffix == ".svg":
        return f"found the SVG file “{file[:60]}”, which may hold programs, expected a PNG of it: export the drawing"
    if suffix not in KINDS:
        return f"found the file “{file[:60]}”, expected one that ends in {', '.join(KINDS)}"
    return ""
