"""Finds speakers by fixed forms without a verb of saying: in the words of Abel, “…”; Abel was blunt: “…”.

Next: `attributions`, which tries them after the verbs of saying.
"""

import re

from quizengine import Span
from quizengine_quote_attribution.frames import frame_before, frames_after
from quizengine_quote_attribution.quotation_contexts import Attribution, QuotationContext

_WHO = (
    r"(?P<described>(?:(?!of |to |from |for |with |by )[A-Za-z’'-]+ ){0,4}?(?:[a-z]+, )?)"
    r"(?P<who>[A-Z][^“”\",:;]{2,50}?)"
)
_DEGREES = r"(?:, (?:[A-Z]{2,4}|PhD))?"
"""Letters after a name."""
_WORDS_OF_BEFORE = re.compile(rf"\b[Ii]n the words of {_WHO}{_DEGREES}\s*[,:]\s*\Z")
_WORDS_OF_BEHIND = re.compile(rf"\A[”\"’'`]*,?\s*in the words of {_WHO}(?=[.,;]|\Z)")
_IN_SHORT = re.compile(
    r"(?P<who>[A-Z][^“”\",:;]{2,50}?)(?:, [^“”\",:;]{2,60},)?\s(?:is|was|remains|sounded)\s"
    r"(?:(?:more|even|very|just as)\s)?"
    r"(?:blunt|blunter|clear|adamant|unequivocal|emphatic|scathing|frank|unimpressed|unmoved|sceptical|skeptical"
    r"|defiant|philosophical|indignant|categorical|cautious|enthusiastic|dismissive)\s*:\s*\Z"
)
"""Words that tell in which manner somebody speaks: what follows on the colon is what he says."""


def in_the_words_of(place: QuotationContext) -> Attribution | None:
    """Find a speaker named as in "In the words of Abel, “…”" or "“…,” in the words of the mayor, Ruth Abel"."""
    before, behind = _WORDS_OF_BEFORE.search(place.before.text), _WORDS_OF_BEHIND.match(place.after.text)
    if before:
        frame = frame_before(place)
        return _of(frame.name_that_is(before["who"]) if frame else None)
    if behind and place.expects_cue:
        named = (frame.name_that_is(behind["who"]) for frame in frames_after(place))
        return _of(next(filter(None, named), None))
    return None


def by_manner(place: QuotationContext) -> Attribution | None:
    """Abel was blunt: “…”, where the sentence begins with the name."""
    found, frame = _IN_SHORT.match(place.before.text.lstrip()), frame_before(place)
    speaker = frame.name_that_is(found["who"]) if found and frame else None
    return Attribution(speaker, None, "colon") if speaker else None


def _of(speaker: Span | None) -> Attribution | None:
    return Attribution(speaker, None, "according-to") if speaker else None
