"""Files with a text that cannot be read, recognised by their first bytes, and what to do with them."""

from codecs import BOM_UTF8
from dataclasses import dataclass

_SAVE = "open it in the program that made it and save it as a Word file (.docx) or a text file"
_EXPECTED = (
    "expected a text, a web page, Markdown, a Word file (.docx), an OpenDocument text (.odt), Rich Text (.rtf), a PDF "
    "file or an e-book (.epub)"
)


@dataclass(frozen=True)
class _Kind:
    name: str
    begins: tuple[bytes, ...]
    """The first bytes of such a file, in lower case."""
    how: str = _SAVE


_KINDS = (
    _Kind("a zipped file that is neither a Word file nor an e-book", (b"pk\x03\x04", b"pk\x05\x06")),
    _Kind("an old Word file (.doc), or a Word file with a password", (b"\xd0\xcf\x11\xe0",)),
    _Kind(
        "a picture",
        (b"\x89png", b"\xff\xd8\xff", b"gif8", b"ii*\0", b"mm\0*"),
        "type its text, or have it recognised (OCR), and save that",
    ),
)
_ENOUGH = 100  # any number that leaves room for some blanks before the first bytes


def unsupported_format(data: bytes) -> str:
    """Return what these bytes are that is not read, and what to do, in a clause; empty for anything not known."""
    beginning = data[:_ENOUGH].removeprefix(BOM_UTF8).lstrip().lower()
    for kind in _KINDS:
        if beginning.startswith(kind.begins):
            return f"found {kind.name}, {_EXPECTED}; {kind.how}"
    return ""
