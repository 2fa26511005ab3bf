"""A reader of articles in one format; those of plugins have the same form as those that come with quizengine."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from quizengine.text.documents.document import Document
from quizengine.text.layout import Mark
from quizengine.text.layout.marks import Kind


@dataclass(frozen=True)
class ArticleReader:
    """Reads the files of one format: `read(data, name)` gives their text as a Document, or raises ArticleError.

    It is used for files whose names end in one of its `suffixes`.
    """

    name: str
    suffixes: tuple[str, ...]
    """The file endings, with the dot, in small letters."""
    read: Callable[[bytes, str], Document]
    """Reads a document from the bytes and the file's name."""
    summary: str = ""
    sample: bytes = b""
    """A small file of this format, to test it with."""
    recognises: Callable[[bytes], bool] | None = None
    """Tells by the content whether a file is in this format, whatever its name; only for quizengine's own readers."""

    def takes(self, data: bytes, name: str) -> bool:
        """Return whether a file is for this reader."""
        return self.recognises(data) if self.recognises else name.lower().endswith(self.suffixes)


def document_fault(found: object) -> str:
    """Return why what the reader of a plugin gave is not the text of a file; empty if it is."""
    if not isinstance(found, Document):
        return f"found {type(found).__name__}, expected a Document(…)"
    given: tuple[object, ...] = (found.notes, found.marks)
    if not all(isinstance(one, tuple) for one in given) or not isinstance(found.lines, bool):
        return "found a Document(…) whose notes or marks are no tuple, or whose `lines` is no bool"
    texts = (found.form, found.text, *found.notes)
    if not all(isinstance(one, str) for one in texts):
        return "found a form, a text or a note that is no str"
    if any("\0" in one or not _encodes(one) for one in texts):
        return "found a NUL or half of a surrogate pair in the text"
    outside = [one for one in found.marks if not _is_within(one, found.text)]
    return f"found {outside[0]!r:.80}, expected a Mark of a known kind within the text" if outside else ""


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_within(mark: object, text: str) -> bool:
    if not (isinstance(mark, Mark) and mark.kind in get_args(Kind)):
        return False
    return type(mark.start) is type(mark.end) is int and 0 <= mark.start <= mark.end <= len(text)
