"""Questions of Moodle XML with their HTML turned into Markdown, and the files that this refers to."""

from dataclasses import replace
from urllib.parse import unquote

from quizengine.formats.content.imported_files import ImportedFiles, decoded
from quizengine.formats.content.read_questions import Note
from quizengine.formats.encodings.html_markdown import has_markup, html_to_markdown
from quizengine.formats.encodings.markdown_signs import escaped, escaped_starts, has_markdown
from quizengine.formats.encodings.xml_tree import Node
from quizengine.formats.moodle.cloze_gaps import around_gaps, without_gaps
from quizengine.formats.moodle.xml_fields import as_html
from quizengine.formats.moodle.xml_fields import field as field_of

_SHOWN = frozenset({"questiontext", "generalfeedback", "feedback", "answer", "subquestion", "graderinfo"})
"""Elements whose text is shown, and may have a format."""
_TYPED = frozenset({"shortanswer", "numerical", "truefalse"})
"""Types whose answers are typed or told by their words, so never marked up."""
_WITH_GAPS = frozenset({"cloze", "multianswer"})
_PLUGIN_FILE = "@@PLUGINFILE@@/"


def is_marked_up(question: Node) -> bool:
    """Return whether any text of a question that is shown has more than words and paragraphs."""
    kind = question.attributes.get("type", "")
    for node in question.all(*_SHOWN):
        form = _format_of(node)
        text = (field_of(node, "text") or node).text
        text = without_gaps(text) if kind in _WITH_GAPS else text
        has = has_markdown if form == "markdown" else has_markup
        if form != "plain_text" and not (node.name == "answer" and kind in _TYPED) and has(text):
            return True
    return False


def in_markdown(question: Node, files: ImportedFiles, note: Note) -> Node:
    """Return a question with Markdown in the place of HTML; `note` is told what it is read without."""
    reader = _MarkdownReader(question, files, note)
    made = reader.turned(question)
    for name in reader.own:
        if name not in reader.used:
            note(f"read without the file {name[:60]}, which no text shows")
    return made


class _MarkdownReader:
    """Turns the HTML of one question into Markdown, with the files that came with the question."""

    def __init__(self, question: Node, files: ImportedFiles, note: Note) -> None:
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
        if address.startswith("data:"):
            return self.files.inline(address)
        name = unquote(address.removeprefix(_PLUGIN_FILE).partition("?")[0]).rpartition("/")[2]
        data = self.own.get(name) if address.startswith(_PLUGIN_FILE) else None
        if data is None:
            self.note(f"read without {address[:60]}, which is not in the file")
            return None
        self.used.add(name)
        reference = self.files.reference(name, decoded(data))
        if reference is None:
            self.note(f"read without {name[:60]}, which no page can show")
        return reference


def _format_of(node: Node) -> str:
    return node.attributes.get("format", "plain_text" if node.name == "answer" else "html")
