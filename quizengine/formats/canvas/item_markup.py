"""Items of QTI 1.2 with their HTML turned into Markdown, and the images of the package that this shows."""

import re
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from quizengine.formats.content.imported_files import ImportedFiles
from quizengine.formats.content.read_questions import Note
from quizengine.formats.encodings.html_markdown import has_markup, html_to_markdown
from quizengine.formats.encodings.markdown_signs import escaped, escaped_starts
from quizengine.formats.encodings.packages import Package
from quizengine.formats.encodings.xml_tree import Node

MARKDOWN = "text/markdown"
"""The type that a text has once it is turned."""
_BASE = re.compile(r"\$(?:IMS[-_]CC[-_]FILEBASE|CANVAS_[A-Z_]+)\$/")
_TYPED = "fill_in_multiple_blanks_question"


@dataclass
class PackageFiles:
    """The files of a package, if there is one, and those that questions show."""

    package: Package | None = None
    shown: ImportedFiles = field(default_factory=ImportedFiles)

    def reference(self, address: str) -> str | None:
        """Return the reference to the file that HTML has this address for; None if it is not in the package."""
        if address.startswith("data:"):
            return self.shown.inline(address)
        path = _BASE.sub("", unquote(address)).partition("?")[0].strip("/")
        names = self.package.names() if self.package else ()
        found = next((name for name in names if path and (name == path or name.endswith(f"/{path}"))), None)
        return self.shown.reference(found, self.package.read(found)) if found and self.package else None


def is_html_with_markup(item: Node) -> bool:
    """Return whether any text of an item has more than words and paragraphs."""
    return any(_is_html(text) and has_markup(text.text) for text in item.all("mattext"))


def item_in_markdown(item: Node, kind: str, files: PackageFiles, note: Note) -> Node:
    """Return an item with Markdown in the place of HTML; `note` is told what it is read without."""

    def file_of(address: str) -> str | None:
        reference = files.reference(address)
        if reference is None:
            note(f"read without {unquote(address)[:60]}, which is not in the package or cannot be shown")
        return reference

    def turned(node: Node) -> Node:
        if node.name == "mattext":
            words = html_to_markdown(node.text, file_of, note) if _is_html(node) else escaped_starts(escaped(node.text))
            attributes = {**node.attributes, "texttype": MARKDOWN}
            return replace(node, attributes=attributes, content=[_with_gaps(words) if kind == _TYPED else words])
        if kind == _TYPED and node.name == "response_lid":
            return node  # what is accepted in a gap, and no text to be shown
        content = [piece if isinstance(piece, str) else turned(piece) for piece in node.content]
        return replace(node, content=content)

    return turned(item)


def _is_html(mattext: Node) -> bool:
    return mattext.attributes.get("texttype", "text/plain") == "text/html"


def _with_gaps(markdown: str) -> str:
    """The text with the names of its gaps in brackets that are brackets."""
    return re.sub(r"\\\[([^\[\]\\]+)\\\]", r"[\1]", markdown)
