"""Plain words as Markdown that text2qti shows as they are, and its Markdown as words, or as Markdown of ours."""

import re
from collections.abc import Iterable
from html import unescape

_ALWAYS = re.compile(r"[\\`*_{}\[\]$]")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;", "'": "&#39;", "|": "&#124;", "\u00a0": "&nbsp;"}
_ENTITY = re.compile(r"[<>&\"'|\u00a0]")
_AT_THE_BEGINNING = re.compile(r"\A([#+\-=:~!])|\A(\d+)([.)])")
_DOTS = re.compile(r"\.(?=\.)|-(?=-)|!(?=\\\[)")
_BLANKS = re.compile(r"\A | (?= )| \Z")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!$~^])")
_MARKUP = re.compile(r"(?<!\\)(?:[*`$]|(?<!\w)_(?=[^\W_])|!\[|\]\()")
_BREAK = re.compile(r"<br\s*/?>\n?", re.IGNORECASE)
_ELEMENT = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>")
_NEUTRAL = frozenset({"br", "p", "div", "span"})
_CODE = re.compile(r"(```.*?```|`[^`\n]+`)", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def as_markdown(text: str) -> str:
    """Return words on one line as Markdown that means only them; line breaks are `<br>`."""
    return "<br>".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    made = _ALWAYS.sub(lambda sign: f"\\{sign[0]}", line)
    made = _ENTITY.sub(lambda sign: _ENTITIES[sign[0]], made)
    made = _DOTS.sub(lambda sign: f"&#{ord(sign[0])};", made)
    made = _AT_THE_BEGINNING.sub(lambda found: f"{found[2] or ''}&#{ord(found[1] or found[3])};", made)
    return _BLANKS.sub("&#160;", made)  # a blank that HTML would swallow


def has_own_markup(raw: str) -> bool:
    """Return whether a text of such a file has emphasis, code, formulas, images or links."""
    return _MARKUP.search(raw) is not None


def elements_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names of HTML elements in texts that say more than where a line ends: <b>, <iframe>."""
    found = (name.lower() for text in texts for name in _ELEMENT.findall(_CODE.sub("", text)))
    return tuple(dict.fromkeys(f"<{name}>" for name in found if name not in _NEUTRAL))


def as_words(raw: str, *, markup: bool) -> str:
    """Return a text of such a file as plain words, or with `markup` as Markdown of ours."""
    pieces = _CODE.split(raw)  # every second piece is code, in which a tag is no tag
    text = "".join(piece if place % 2 else _TAG.sub("", _BREAK.sub("\n", piece)) for place, piece in enumerate(pieces))
    if markup:
        return text.strip()
    kept = _ESCAPED.sub(lambda sign: chr(0xE000 + ord(sign[1])), text)
    words = unescape(kept.replace("&#160;", " "))
    return re.sub("[\ue000-\ue07f]", lambda sign: chr(ord(sign[0]) - 0xE000), words).strip()
