"""Reads Markdown by converting it to HTML."""

import re

from quizengine.errors import ArticleError
from quizengine.text.documents.document import Document, document_of
from quizengine.text.documents.html_blocks import blocks_of

FORM = "Markdown"
_SIGNS_OF_ALL = "*_[]|`<>"
_MOST_SIGNS = 200_000
"""The limit of these characters in a text: each takes the parser up to fifty times as long as a letter."""
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?:[^\n]*\n){0,100}?(?:---|\.\.\.)[ \t]*\n")
_TITLE = re.compile(r"^title:[ \t]*[\"']?(?P<title>[^\n\"']+)", re.MULTILINE)
_FOOTNOTE = re.compile(r"^\[\^[^\]\n]{1,40}\]:[^\n]*$", re.MULTILINE)
_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\n]{1,40}\]")
_FIRST_HEADING = re.compile(r"^(?:# |===+[ \t]*$)", re.MULTILINE)
_SIGNS = (
    re.compile(r"^#{1,6} +\S", re.MULTILINE),
    re.compile(r"(?<![\w*])\*\*[^\s*][^*\n]{0,200}\*\*(?!\*)"),
    re.compile(r"(?<!\\)\[[^\]\n]{1,200}\]\((?:https?:|/|#|\.|mailto:)[^)\s]{0,500}\)"),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"^\|[^\n]*\|[ \t]*\n\|[\s:|-]+\|[ \t]*$", re.MULTILINE),
)
"""Signs of Markdown that plain text hardly ever has: headings, bold, links, code, tables."""


def is_markdown(text: str) -> bool:
    """Return whether a text is Markdown, whatever its file is called."""
    return any(sign.search(text) for sign in _SIGNS)


def read_markdown(text: str, named_so: bool) -> Document:
    """The document of a Markdown text; in one that is not named so, indented lines are no code.

    Raises ArticleError for a text that has far more signs than words.
    """
    from markdown_it import MarkdownIt  # 49 ms

    if sum(map(text.count, _SIGNS_OF_ALL)) > _MOST_SIGNS:
        raise ArticleError(
            f"found {FORM} with more than {_MOST_SIGNS:,} of the signs {' '.join(_SIGNS_OF_ALL)}, expected fewer; "
            "save it as plain text"
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT_MATTER.match(text)
    titled = _TITLE.search(front[0]) if front and not _FIRST_HEADING.search(text, front.end()) else None
    text = _FOOTNOTE_MARK.sub("", _FOOTNOTE.sub("", text[front.end() if front else 0 :]))
    if titled:
        text = f"# {titled['title'].strip()}\n\n{text}"
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    if not named_so:
        parser.disable("code")
    return document_of(FORM, blocks_of(parser.render(text)))
