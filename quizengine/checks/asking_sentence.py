"""Finds the sentence of a stem that asks; a case, a passage or data may precede it."""

import re
from functools import lru_cache

from quizengine.language.content_stems import outside_quotations

_END = re.compile(r"(?<=\w\w[.!?:])[\"”')\]]*\s+(?=[\"“'(\[]?[A-Z0-9])|\?[\"”')\]]*\s+|\s*\n\s*")
_BLANKS = re.compile(r"\s{2,}")


def _one_blank(found: re.Match[str]) -> str:
    return "\n" if "\n" in found[0] else " "


@lru_cache(maxsize=1024)
def asking_sentence(stem: str) -> str:
    """The last sentence that ends in a question mark, or the last one; quotations are emptied."""
    text = _BLANKS.sub(_one_blank, outside_quotations(stem).strip())
    ends = [found.end() for found in _END.finditer(text)]
    sentences = [text[start:end].strip() for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
    said = [sentence for sentence in sentences if sentence]
    asked = [sentence for sentence in said if sentence.endswith("?")]
    return (asked or said or [""])[-1]
