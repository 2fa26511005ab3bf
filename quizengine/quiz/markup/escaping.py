"""Plain words as Markdown that means just these words."""

import re

from quizengine.quiz.markup.plain_words import plain

_SIGNS = re.compile(r"[\\`*_\[\]~^$&|<>!]")
_LINE_STARTS = re.compile(r"^([ \t]*(?:\d+(?=[.)]))?)([-+#=.)])", re.MULTILINE)


def escape_markdown(text: str) -> str:
    """Return Markdown that reads as these words; it is the same text where nothing in it would be taken for markup."""
    if plain(text) == text.strip():
        return text
    return _LINE_STARTS.sub(r"\1\\\2", _SIGNS.sub(r"\\\g<0>", text))
