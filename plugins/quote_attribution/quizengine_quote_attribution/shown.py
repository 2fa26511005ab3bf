"""A quotation as a question shows it: the words said, cut at sentence borders only, in one pair of marks."""

import re

from quizengine import Span
from quizengine.grading import folded
from quizengine.language.sentences import sentences_inside
from quizengine_quote_attribution.finding import Quotation

FEWEST_WORDS = 5
MOST_WORDS = 40
_CUT = " …"


def shown(quotation: Quotation) -> str:
    """The words, without marks around them, marked with … where sentences are left out; empty when they cannot be shown.

    5 to 40 words: the whole quotation, or as many of its sentences from the start as fit.
    """
    whole = _tidy(" ".join(piece.text for piece in quotation.quote))
    if len(whole.split()) <= MOST_WORDS:
        return whole if len(whole.split()) >= FEWEST_WORDS else ""
    kept = ""
    for sentence in _sentences(quotation.quote):
        longer = f"{kept} {sentence.text}".strip()
        if len(longer.split()) > MOST_WORDS:
            break
        kept = longer
    return kept + _CUT if len(kept.split()) >= FEWEST_WORDS else ""


def sentence_count(quotation: Quotation) -> int:
    """How many sentences it has."""
    return len(_sentences(quotation.quote))


def spoken_by_name(text: str, name: str) -> bool:
    """Whether words hold a part of a name that is long enough to give it away."""
    words = set(folded(text).split())
    return any(part in words for part in folded(name).split() if len(part) > 2 or len(folded(name).split()) < 3)


def _sentences(pieces: tuple[Span, ...]) -> list[Span]:
    """The whole sentences of a quotation; a sentence that a cue stands inside of ends the list."""
    found: list[Span] = []
    for number, piece in enumerate(pieces):
        if number and piece.paragraph == pieces[number - 1].paragraph:
            break
        for sentence in sentences_inside(piece.article):
            if sentence.start < piece.end and piece.start < sentence.end:
                found.append(piece.article.span(max(sentence.start, piece.start), min(sentence.end, piece.end)))
    return found


def _tidy(text: str) -> str:
    """The words on one line, without a full stop, or the comma that only the cue after them asked for."""
    return re.sub(r"(?<![.…])\s*(?:[,—–-]+|(?<![A-Z])\.)\Z", "", " ".join(text.split()))
