"""What in a text is title, kicker, body and furniture: found by offsets, with the text left untouched.

Pure functions from a string to offset pairs; `quizengine.article` gives them as spans.
"""

import re
from dataclasses import dataclass

Offsets = tuple[int, int]

_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=[^\S\r\n]*(?:(?>\r\n|\r|\n)[^\S\r\n]*){2,}|\s*\Z)", re.DOTALL)
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*\Z")
_ANOTHER_SENTENCE = re.compile(r"[.!?…;][\"'”’»)\]]* [A-Z]")
_FURNITURE = re.compile(
    r"""(?ix) \A [\W_]* (?:
      (?:related|recommended|popular|trending|latest|more) \s+
        (?:posts?|articles?|stor(?:y|ies)|news|links?|reading|(?:from|on)\b(?!.*[.!?…]\W*\Z).*)
    | read \s+ (?:more|also|next|full\b.*) (?:\b.*)?
    | (?:you \s+ (?:may|might) \s+ also \s+ like|see \s+ also|also \s+ read) (?:\b.*)?
    | advertisement | sponsored (?:\s+content)? | story \s+ continues \s+ below (?:\b.*)?
    | (?:share|like|follow|tweet|print|email) (?:\s+(?:this|us)\b.*)?
    | (?:leave \s+ a | post \s+ a | \d+ )? \s* (?:comments?|reply)
    | (?:sign \s+ up | subscribe | log \s+ in) (?:\b.*)?
    | (?:tags?|filed \s+ under|categor(?:y|ies)|topics?) \b (?:\s*:|(?!.*[.!?…]\W*\Z)) .*
    | (?:copyright\W*(?:©|\(c\)|\d{4})|copyright\b.*\breserved|©|\(c\)\s*\d{4}) .* | all \s+ rights \s+ reserved \.? .*
    | (?:photo|image|picture|source|credit) s? \s* : .*
    | (?:previous|next) (?:\s+(?:post|article|story))?
    ) [\W_]* \Z"""
)
_EDITORS = re.compile(r"(?i)[\W_]*(?:editor(?:['’]?s)?['’]? notes?|corrections?|clarifications?) *[:—–]")
"""What the editors say about an article, however long, is not what the article states."""
_TITLE_WORDS = 30
_LABEL_WORDS = 12
_KICKER_WORDS = 5
_HEADLINE_WORDS = 14
_PARAGRAPHS_UNDER_A_HEADLINE = 5
"""So many make a first line that is one short sentence the headline: a shorter text may well begin with one."""


@dataclass(frozen=True)
class Layout:
    """Offset pairs (start, end) of the parts of a text; every paragraph is in exactly one of them."""

    title: Offsets | None
    kicker: Offsets | None
    body: tuple[Offsets, ...]
    furniture: tuple[Offsets, ...]


def layout_of(text: str) -> Layout:
    """Tell title, kicker, body and furniture ("Related Posts", headings, share lines) apart.

    A text of one paragraph is all body. A title is a short first line that more text follows; a kicker is
    the topic label right under it, or the second line of a headline. Labels without a sentence end are furniture
    wherever they stand.
    """
    paragraphs = [found.span() for found in _PARAGRAPH.finditer(text)]
    title = kicker = None
    rest = paragraphs
    if len(rest) > 1 and _is_title(text[slice(*rest[0])]):
        title, rest = rest[0], rest[1:]
        if len(rest) > 1 and _is_label(text[slice(*rest[0])], _KICKER_WORDS):
            kicker, rest = rest[0], rest[1:]
    elif headline := _headline_in(text, paragraphs):
        (title, kicker), rest = headline, rest[1:]
    aside = [len(paragraphs) > 1 and _is_furniture(text[slice(*pair)]) for pair in rest]
    body = tuple(pair for pair, beside in zip(rest, aside, strict=True) if not beside)
    furniture = tuple(pair for pair, beside in zip(rest, aside, strict=True) if beside)
    return Layout(title, kicker, body, furniture)


def _is_title(paragraph: str) -> bool:
    words = paragraph.split()
    if "\n" in paragraph or "\r" in paragraph or len(words) > _TITLE_WORDS:
        return False
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in words if word[0].isalnum())
    return not _SENTENCE_END.search(paragraph) or (len(words) > 2 and capitals >= 0.75 * len(words))


def _headline_in(text: str, paragraphs: list[Offsets]) -> tuple[Offsets, Offsets | None] | None:
    """The headline that the first of many paragraphs is, and the line under it: archives end both as sentences.

    It is one short sentence, or a line that ends in ";" with one more line under it.
    """
    if len(paragraphs) <= _PARAGRAPHS_UNDER_A_HEADLINE:
        return None
    start, end = paragraphs[0]
    first, *more = text[start:end].splitlines()
    if not 2 < len(first.split()) <= _HEADLINE_WORDS:
        return None
    if len(more) == 1 and first.rstrip().endswith(";") and len(more[0].split()) <= _TITLE_WORDS:
        under = end - len(more[0].lstrip())
        return (start, start + len(first.rstrip())), (under, end)
    return None if more or _ANOTHER_SENTENCE.search(first) else ((start, end), None)


def _is_furniture(paragraph: str) -> bool:
    beside = (len(paragraph) <= 200 and _FURNITURE.match(paragraph)) or _EDITORS.match(paragraph)
    return bool(beside) or _is_label(paragraph, _LABEL_WORDS)


def _is_label(paragraph: str, most_words: int) -> bool:
    """Whether this is a heading or a topic label: short, one line, no sentence end, no quotation marks."""
    one_line = "\n" not in paragraph and "\r" not in paragraph
    return one_line and len(paragraph.split()) <= most_words and not re.search(r"[.!?…:;,\"“”]", paragraph)
