"""Files that hold a text in a form that is not plain text, and how to get at it: told by their first bytes."""

from dataclasses import dataclass

_SAVE = "open it in the program that made it and save it"
_COPY = "open it, copy its text and save that"


@dataclass(frozen=True)
class _Kind:
    name: str
    begins: tuple[bytes, ...]
    """What such a file begins with, in lower case."""
    how: str


_KINDS = (
    _Kind("a PDF file", (b"%pdf-",), _COPY),
    _Kind("a Word, OpenDocument or other zipped file", (b"pk\x03\x04",), _SAVE),
    _Kind("an old Word file", (b"\xd0\xcf\x11\xe0",), _SAVE),
    _Kind("a file in Rich Text Format", (b"{\\rtf",), _SAVE),
    _Kind("a web page", (b"<!doctype html", b"<html"), _COPY),
    _Kind("a picture", (b"\x89png", b"\xff\xd8\xff", b"gif8"), "type its text and save that"),
)
_MARK = b"\xef\xbb\xbf"
_ENOUGH = 100


def not_plain_text(data: bytes) -> str:
    """What these bytes are instead of plain text, and what to do, in a clause; empty for anything not known."""
    beginning = data[:_ENOUGH].removeprefix(_MARK).lstrip().lower()
    for kind in _KINDS:
        if beginning.startswith(kind.begins):
            wanted = "as a text file in UTF-8, with an empty line between paragraphs"
            return f"found {kind.name}, expected plain text (.txt); {kind.how} {wanted}"
    return ""
