"""The title, kicker, body and furniture of a text, by offsets; the text itself is not changed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quizengine.text.layout.bullets import is_attribution_line
from quizengine.text.layout.furniture import CLOSING, SOURCES, furniture_kind, is_signature
from quizengine.text.layout.marks import ASIDE, Mark
from quizengine.text.layout.openings import PREFIXES
from quizengine.text.layout.speech_turns import Offsets, Turn, labels_in, speech_turns

_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=[^\S\r\n]*(?:(?>\r\n|\r|\n)[^\S\r\n]*){2,}|\s*\Z)", re.DOTALL)
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*\Z")
_ANOTHER_SENTENCE = re.compile(r"[.!?…;][\"'”’»)\]]* [A-Z]")
_QUESTION = re.compile(r"[^.!?:“”\"]{9,}\?")
_SECTION = re.compile(r"\A\d{1,2}(?:\.\d{1,2})*\.?\s+(?=[A-ZÀ-Þ])")
"""The number of a heading: 3.1."""
_QUOTED = re.compile(r"[“\"„«]")
_TITLE_WORDS = 30
_LABEL_WORDS = 12
_KICKER_WORDS = 5
_HEADLINE_WORDS = 14
_PARAGRAPHS_UNDER_A_HEADLINE = 5
"""The most paragraphs under a first line of one short sentence that may still be no headline."""
_PROSE_WORDS = 20
"""Words of a paragraph that shows that a list of sources is over."""
_REFERENCE = re.compile(r"https?://|www\.|\(\d{4}\)|\bpp?\. ?\d|\bvol\. ?\d|\bdoi\b")


@dataclass(frozen=True)
class Layout:
    """Offset pairs (start, end) of the parts of a text; every paragraph is in exactly one of them.

    Of a paragraph that begins with a dateline or the label of a speaker, that is furniture and the rest is body.
    """

    title: Offsets | None
    kicker: Offsets | None
    body: tuple[Offsets, ...]
    furniture: tuple[Offsets, ...]
    kinds: tuple[str, ...] = field(default=(), compare=False)
    """The kind of each piece of furniture: "heading", "caption", "byline" …"""
    turns: tuple[Turn, ...] = field(default=(), compare=False)
    """The turns of a transcript or an interview."""


def layout_of(text: str, marks: Iterable[Mark] = ()) -> Layout:
    """Tell title, kicker, body and furniture ("Related Posts", headings, share lines) apart.

    A text of one paragraph is all body. A title is a short first line that more text follows; a kicker is
    the topic label right under it, or the second line of a headline. Labels without a sentence end are furniture
    wherever they are. What a document marks as a heading, a caption or a table is one, whatever it looks like.
    """
    paragraphs = [found.span() for found in _PARAGRAPH.finditer(text)]
    marked = {mark.start: mark.kind for mark in marks if mark.kind in ASIDE or mark.kind == "title"}
    title, kicker, rest = _headed(text, paragraphs, marked)
    if len(paragraphs) <= 1:
        return Layout(title, kicker, tuple(rest), ())
    kinds = dict(_kinds(text, rest, marked))
    prose = [pair for pair in rest if pair not in kinds]
    turns = speech_turns(text, prose)
    labels = {turn.label[0]: turn.label for turn in turns}
    body: list[Offsets] = []
    for start, end in prose:
        kind, label = ("speaker", labels[start]) if start in labels else _prefix(text, start, end)
        if kind:
            kinds[label] = kind
        body.append((_past_blanks(text, label[1]), end))
    furniture = sorted(kinds)
    return Layout(title, kicker, tuple(body), tuple(furniture), tuple(kinds[pair] for pair in furniture), turns)


def _headed(
    text: str, paragraphs: Sequence[Offsets], marked: Mapping[int, str]
) -> tuple[Offsets | None, Offsets | None, list[Offsets]]:
    """The title, the kicker and all other paragraphs."""
    rest = list(paragraphs)
    at = next((at for at, pair in enumerate(rest) if marked.get(pair[0]) == "title"), None)
    if at is None and not marked.get(rest[0][0] if rest else -1):
        at = next((at for at, pair in enumerate(rest) if furniture_kind(text[slice(*pair)]) not in _BEFORE_A_TITLE), 0)
        at = at if len(rest) - at > 1 and _is_title(text[slice(*rest[at])]) else None
    if at is None:
        headline = _headline_in(text, rest) if rest and rest[0][0] not in marked else None
        return (*headline, rest[1:]) if headline else (None, None, rest)
    title = rest.pop(at)
    if len(rest) - at > 1 and rest[at][0] not in marked and _is_kicker(text[slice(*rest[at])]):
        return title, rest.pop(at), rest
    return title, None, rest


def _headline_in(text: str, paragraphs: Sequence[Offsets]) -> tuple[Offsets, Offsets | None] | None:
    """The headline that the first of many paragraphs is, and the line under it: archives end both as sentences.

    It is one short sentence, or a line that ends in ";" with one more line under it. A sentence that quotes is none,
    nor is the one that introduces an interview.
    """
    if len(paragraphs) <= _PARAGRAPHS_UNDER_A_HEADLINE:
        return None
    start, end = paragraphs[0]
    first, *more = text[start:end].splitlines()
    if not 2 < len(first.split()) <= _HEADLINE_WORDS or _QUOTED.search(first) or furniture_kind(first):
        return None
    if labels_in(text, paragraphs[1:]):
        return None
    if len(more) == 1 and first.rstrip().endswith(";") and len(more[0].split()) <= _TITLE_WORDS:
        under = end - len(more[0].lstrip())
        return (start, start + len(first.rstrip())), (under, end)
    return None if more or _ANOTHER_SENTENCE.search(first) else ((start, end), None)


_BEFORE_A_TITLE = ("share line", "separator", "date", "mail header", "letter form", "byline")


def _kinds(text: str, paragraphs: Sequence[Offsets], marked: Mapping[int, str]) -> Iterator[tuple[Offsets, str]]:
    """Each paragraph that is no prose, with what it is."""
    in_sources = closed = False
    for at, pair in enumerate(paragraphs):
        words = text[slice(*pair)]
        kind = marked.get(pair[0], "") or furniture_kind(words)
        if not kind and (_is_label(words, _LABEL_WORDS) or pair[0] in marked):
            kind = "heading"
        if kind == "heading":
            in_sources = bool(SOURCES.match(words)) or (
                in_sources and pair[0] not in marked and not _prose_follows(text, paragraphs[at + 1 : at + 2])
            )
        elif in_sources:
            kind = kind or "source"
        closed = (kind == "letter form" and bool(CLOSING.match(words))) or (
            closed and len(words.split()) <= _LABEL_WORDS
        )
        above = text[slice(*paragraphs[at - 1])] if at else ""
        if (
            not kind
            and not is_attribution_line(words, above)
            and (is_signature(words) or (closed and not _SENTENCE_END.search(words)))
        ):
            kind = "signature"
        if kind:
            yield pair, kind


def _prose_follows(text: str, following: Sequence[Offsets]) -> bool:
    """Return whether the next paragraph, if there is one, is prose and no entry of a list of sources."""
    words = text[slice(*following[0])] if following else ""
    return len(words.split()) >= _PROSE_WORDS and not _REFERENCE.search(words)


def _prefix(text: str, start: int, end: int) -> tuple[str, Offsets]:
    """Return what is before the first sentence of a paragraph, and where; an empty word where nothing does."""
    for kind, pattern in PREFIXES:
        found = pattern.match(text, start, end)
        if found and found.end() < end:
            return kind, (start, start + len(found[0].rstrip()))
    return "", (start, start)


def _past_blanks(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at


def _is_title(paragraph: str) -> bool:
    words = paragraph.split()
    if "\n" in paragraph or "\r" in paragraph or len(words) > _TITLE_WORDS:
        return False
    if paragraph.isupper() or (len(words) <= _HEADLINE_WORDS and _QUESTION.fullmatch(paragraph)):
        return True
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in words if word[0].isalnum())
    return not _SENTENCE_END.search(paragraph) or (len(words) > 2 and capitals >= 0.75 * len(words))


def _is_kicker(paragraph: str) -> bool:
    return _is_label(paragraph, _KICKER_WORDS) and not furniture_kind(paragraph)


def _is_label(paragraph: str, most_words: int) -> bool:
    """Return whether this is a heading or a topic label: short, one line, no sentence end, no quotation marks."""
    paragraph = _SECTION.sub("", paragraph)
    one_line = "\n" not in paragraph and "\r" not in paragraph
    return one_line and len(paragraph.split()) <= most_words and not re.search(r"[.!?…:;,\"“”]", paragraph)
