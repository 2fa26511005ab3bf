"""The figure as a gap in the words of the article: what can always be asked in good grammar."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizengine import Span
from quizengine.language.numbers import Quantity
from quizengine_numeric_recall.sense import extract_around
from quizengine_numeric_recall.within import names_within

GAP = "_____"
HIDDEN = "[…]"
_TITLE_WORDS = 15
_OPENING_WORDS = 5
_ASKS = {
    "year": "Which year is missing",
    "percent": "Which percentage is missing",
    "points": "Which number is missing",
    "share": "Which share is missing",
    "money": "Which amount is missing",
}


@dataclass(frozen=True)
class Wording:
    """A way to ask for a figure: the words, the rule they come from, what proves the key, and what an option shows."""

    stem: str
    rule: str
    evidence: Span
    whole: bool
    """Whether an option shows the figure with its unit ("$2,000") rather than the number alone."""
    typed: str = ""
    """What the stem of a typed question adds: the unit to answer in."""


def gapped(quantity: Quantity, hidden: Callable[[Span], Sequence[Span]] = lambda shown: ()) -> Wording | None:
    """The words around a figure with a gap in its place.

    `hidden` gives the other figures within the words around it that the stem must not show.
    """
    extract = extract_around(quantity.hedged)
    if extract is None:
        return None
    whole = quantity.kind in ("money", "share")
    hole = hole_of(quantity, whole)
    title = _title(extract.span)
    untitled = not extract.loose or _names_somebody(extract.span) or (not title and bool(names_within(extract.span)))
    if not extract.span.contains(hole) or not (untitled or title):
        return None
    asks = "Which range is missing" if quantity.ranged else _ASKS.get(quantity.kind, "Which number is missing")
    where = f" in this part of the article “{title}”" if not untitled else ""
    end = "" if re.search(r"[.!?…][\"”’')\]]*(?:\s*\[\d+\])*\Z", extract.span.text) else " …"
    stem = f"{asks}{where}? “{_shown(extract.span, hole, hidden(extract.span))}{end}”"
    return Wording(_tidied(stem), extract.rule + ("" if untitled else "-titled"), extract.span, whole)


def _names_somebody(span: Span) -> bool:
    """Whether a name near the start tells what these words are about, so that no title has to."""
    opening = re.match(rf"(?:\S+\s+){{0,{_OPENING_WORDS}}}", span.text)
    end = span.start + (opening.end() if opening else 0)
    return any(mention.start < end for mention, _ in names_within(span))


def _title(span: Span) -> str:
    """The title of the article, or a first line that serves as one; empty where there is none that can be quoted."""
    article = span.article
    first = article.paragraphs[0] if len(article.paragraphs) > 2 else None
    serves = first is not None and len(first.text.split()) <= _TITLE_WORDS and not re.search(r"\d", first.text)
    title = article.title or (first if serves else None)
    words = " ".join(title.text.split()).rstrip(".") if title else ""
    return "" if re.search(r"[“”\"]", words) else words


def hole_of(quantity: Quantity, whole: bool) -> Span:
    """What a gap covers: the number, with a currency sign, with the "between" of a range."""
    hole = quantity.span if whole else quantity.number
    if quantity.ranged:
        text = hole.article.text
        for word in ("between ", "from "):
            start = hole.start - len(word)
            if start >= 0 and text[start : hole.start].casefold() == word:
                return hole.article.span(start, hole.end)
    return hole


def _shown(extract: Span, hole: Span, hidden: Sequence[Span]) -> str:
    """The words of the extract with the gap, other figures blotted out, and inner quotation marks made single."""
    pieces: list[str] = []
    at = extract.start
    text = extract.article.text
    spans = sorted(
        [hole, *(one for one in hidden if extract.contains(one) and not one.overlaps(hole))], key=lambda s: s.start
    )
    for span in spans:
        if span.start < at:
            continue
        pieces += [text[at : span.start], GAP if span == hole else HIDDEN]
        at = span.end
    pieces.append(text[at : extract.end])
    return re.sub(r"''(.*?)''|\"([^\"]*)\"", r"‘\1\2’", "".join(pieces)).replace("“", "‘").replace("”", "’")


def _tidied(stem: str) -> str:
    """The stem on one line, without footnote marks, and with no "an" that tells an eleven from a twelve."""
    line = re.sub(r"\s+", " ", re.sub(r"\s?\[\d+\]", "", stem)).replace(f"{GAP} - ", f"{GAP}-").strip()
    return re.sub(rf"\b([Aa])n? (?={GAP})", r"\1(n) ", line)
