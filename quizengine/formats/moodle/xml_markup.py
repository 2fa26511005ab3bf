"""Questions of Moodle XML with their HTML turned into Markdown, and the files that this refers to."""

import re
from base64 import b64decode
from binascii import Error
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from quizengine.formats.content.read_questions import Note
from quizengine.formats.encodings.html_markdown import has_markup, html_to_markdown
from quizengine.formats.encodings.markdown_signs import escaped, escaped_starts, has_markdown
from quizengine.formats.encodings.xml_tree import Node
from quizengine.formats.moodle.cloze_gaps import around_gaps
from quizengine.formats.moodle.xml_fields import as_html
from quizengine.formats.moodle.xml_fields import field as field_of
from quizengine.quiz.markup.media import KINDS, MEDIA_FOLDER, suffix_of

_SHOWN = frozenset({"questiontext", "generalfeedback", "feedback", "answer", "subquestion"})
"""Elements whose text is shown, and may have a format."""
_TYPED = frozenset({"shortanswer", "numerical", "truefalse"})
"""Types whose answers are typed or told by their words, so never marked up."""
_WITH_GAPS = frozenset({"cloze", "multianswer"})
_PLUGIN_FILE = "@@PLUGINFILE@@/"
_DATA = re.compile(r"data:image/(?P<kind>png|jpeg|gif|webp);base64,(?P<data>[\w+/=\s]+)")
_ENDINGS = {"png": ".png", "jpeg": ".jpg", "gif": ".gif", "webp": ".webp"}
_MOST_FILES = 2_000


@dataclass
class MoodleFiles:
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


def is_marked_up(question: Node) -> bool:
    """Return whether any text of a question that is shown has more than words and paragraphs."""
    kind = question.attributes.get("type", "")
    for node in question.all(*_SHOWN):
        form = _format_of(node)
        text = (field_of(node, "text") or node).text
        has = has_markdown if form == "markdown" else has_markup
        if form != "plain_text" and not (node.name == "answer" and kind in _TYPED) and has(text):
            return True
    return False


def in_markdown(question: Node, files: MoodleFiles, note: Note) -> Node:
    """Return a question with Markdown in the place of HTML; `note` is told what it is read without."""
    reader = _MarkdownReader(question, files, note)
    made = reader.turned(question)
    for name in reader.own:
        if name not in reader.used:
            note(f"read without the file {name[:60]}, which no text shows")
    return made


class _MarkdownReader:
    """Turns the HTML of one question into Markdown, with the files that came with the question."""

    def __init__(self, question: Node, files: MoodleFiles, note: Note) -> None:
        self.files, self.note = files, note
        self.kind = question.attributes.get("type", "")
        self.own = {node.attributes.get("name", ""): node.text for node in question.all("file")}
        self.used: set[str] = set()

    def turned(self, node: Node) -> Node:
        """The element with the texts in it turned, however deep."""
        if node.name not in _SHOWN or (node.name == "answer" and self.kind in _TYPED):
            content = [piece if isinstance(piece, str) else self.turned(piece) for piece in node.content]
            return replace(node, content=content)
        form, text = _format_of(node), field_of(node, "text")
        attributes = {**node.attributes, "format": "markdown"}
        if text is None:
            return replace(node, attributes=attributes, content=[self._words(node.text, form)])
        others = [self.turned(piece) for piece in node.children if piece.name not in ("text", "file")]
        said = replace(text, content=[self._words(text.text, form)])
        return replace(node, attributes=attributes, content=[said, *others])

    def _words(self, text: str, form: str) -> str:
        if form == "markdown":
            return text
        if form == "plain_text":
            return escaped_starts(escaped(text.strip()))
        html = as_html(text, form)
        if self.kind in _WITH_GAPS:
            return around_gaps(html, lambda marked: html_to_markdown(marked, self._file_of, self.note))
        return html_to_markdown(html, self._file_of, self.note)

    def _file_of(self, address: str) -> str | None:
        if embedded := _DATA.fullmatch(address):
            return self.files.reference(f"image{_ENDINGS[embedded['kind']]}", _decoded(embedded["data"]))
        name = unquote(address.removeprefix(_PLUGIN_FILE).partition("?")[0]).rpartition("/")[2]
        data = self.own.get(name) if address.startswith(_PLUGIN_FILE) else None
        if data is None:
            self.note(f"read without {address[:60]}, which is not in the file")
            return None
        self.used.add(name)
        reference = self.files.reference(name, _decoded(data))
        if reference is None:
            self.note(f"read without {name[:60]}, which no page can show")
        return reference


def _format_of(node: Node) -> str:
    return node.attributes.get("format", "plain_text" if node.name == "answer" else "html")


def _decoded(data: str) -> bytes:
    try:
        return b64decode(data)
    except (Error, ValueError):
        return b""
