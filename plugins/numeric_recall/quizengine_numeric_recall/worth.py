"""Which figures are worth asking about; for the others, the reason why not."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from quizengine.language.quantities import Quantity
from quizengine.language.sentences import sentence_of

_AFTER = 60
_BEFORE = 60


@dataclass(frozen=True)
class Ground:
    """A reason to leave a figure alone: the name of its rule, the words for people, and what it looks at."""

    rule: str
    reason: str
    holds: Callable[[Quantity, str, str], bool]
    """From the quantity, the words right before it and the words right behind it, in its paragraph."""


def _matches(pattern: str, behind: bool = False) -> Callable[[Quantity, str, str], bool]:
    compiled = re.compile(pattern, re.IGNORECASE)

    def holds(quantity: Quantity, before: str, after: str) -> bool:
        return bool(compiled.match(after) if behind else compiled.search(before))

    return holds


def _is_kind(*kinds: str) -> Callable[[Quantity, str, str], bool]:
    return lambda quantity, before, after: quantity.kind in kinds


def _is_loose_year(quantity: Quantity, before: str, after: str) -> bool:
    """Whether a year only dates something in passing: "the 2011 survey", "(Brieber 2014)", "July 21, 2017"."""
    if quantity.kind != "year":
        return False
    if quantity.ranged or quantity.approximate or re.match(r"(?:,| and| or|/) ?\d{4}", after):
        return True
    placed = re.search(r"\b(?:in|since|until|by|In|Since|Until|By) (?:early |late |mid-|the (?:spring|summer|autumn|fall|winter) of )?\Z", before)
    month = re.search(r"\b(?:in|In|since|until) (?:" + _MONTHS + r") \Z", before)
    return not (placed or month) or bool(re.match(r"[ -]\w*[a-z]", after)) and bool(re.match(r" (?:levels?|cycles?|election|season|terms?|law)", after))


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


def _is_tiny(quantity: Quantity, before: str, after: str) -> bool:
    """Whether a bare count is so small that it tells nothing: "two", or one of something."""
    least = {"count": 3, "money": 0, "percent": 0, "points": 0, "share": 0, "temperature": -300, "year": 0}
    whole = quantity.high == quantity.high.to_integral_value()
    return whole and not quantity.ranged and quantity.high < least.get(quantity.kind, 2)


def _is_in_a_title(quantity: Quantity, before: str, after: str) -> bool:
    """Whether a number word has a capital within a sentence: "Seven Days", "Twelve Monkeys"."""
    capital = quantity.number.text[:1].isupper() and quantity.number.text[:1].isalpha()
    return capital and bool(re.search(r"[\w,;)] \Z", before)) or capital and bool(re.match(r" [A-Z][a-z]+(?: \.\.\.|[.,;])", after))


_LIST = re.compile(r"(?:[^,.;:()]{1,60}, )+[^,.;:()]{1,60}?,? (?:and|or) [^,.;:()]{1,60}")


def _is_listed(quantity: Quantity, before: str, after: str) -> bool:
    """Whether the sentence lists what is counted, so that whoever reads it can count: "three kinds: a, b and c"."""
    if quantity.kind != "count" or quantity.high > 10:
        return False
    sentence = sentence_of(quantity.span)
    behind = quantity.span.article.text[quantity.span.end : sentence.end]
    sizes = [found[0].count(", ") + 2 - found[0].count(", and ") - found[0].count(", or ") for found in _LIST.finditer(behind)]
    return ":" in behind or int(quantity.high) in sizes


def _counts_nothing(quantity: Quantity, before: str, after: str) -> bool:
    """Whether no noun follows a bare number: "four of them", "the 15 that", "542 and 543"."""
    if quantity.kind != "count":
        return False
    loose = quantity.low >= 1000 or quantity.bound or quantity.approximate or re.search(r"\b(?:only|just|from|to) \Z", before)
    if loose and re.search(r"\b(?:to|from|of|by|at|only|just|than|was|were|is|are|reach\w*|total\w*|counted|with) \Z", before):
        return False
    return not re.match(r"[ -](?!(?:and|or|of|in|to|at|on|by|for|with|that|who|which|from|as|is|are|was|were|had|has|have|each)\b)[^\W\d]", after)


GROUNDS: tuple[Ground, ...] = (
    Ground("label", "the number is part of a name or a reference", _is_kind("label")),
    Ground("decade", "a decade is no single figure", _is_kind("decade")),
    Ground("age", "the age of a person says little about the article", _is_kind("age")),
    Ground("passing-year", "the year only dates something in passing", _is_loose_year),
    Ground("listed", "the sentence lists what is counted", _is_listed),
    Ground("title", "the number is part of a title", _is_in_a_title),
    Ground("address", "the number is part of an address", _matches(r" (?:[A-Z][\w.]+ ){1,2}(?:Avenue|Street|Road|Lane|Drive|Boulevard|Place|Square)\b", behind=True)),
    Ground("tiny-count", "so small a number tells too little", _is_tiny),
    Ground("compound", "the figure is part of a set phrase", lambda q, before, after: after[:1] == "-" and q.kind == "count" and q.low < 10),
    Ground("no-noun", "the text does not say right there what is counted", _counts_nothing),
    Ground(
        "told-before",
        "“the” or “these” says that the figure was told before",
        lambda quantity, before, after: quantity.kind == "count"
        and quantity.low < 21
        and bool(re.search(r"\b(?:the|these|those|all|both|other|first|last|past|next|previous|following|his|her|their|its|my|our|your|full)\s\Z", before, re.I)),
    ),
    Ground("not-really", "the figure is asked about, denied or supposed", _matches(r"\b(?:not|n't|never|if|whether|unless|suppose|imagine|n’t) (?:\w+ ){0,6}\Z")),
    Ground("deictic", "the figure counts from the day of writing", _matches(r"\s(?:ago|earlier|later|after|before|from now|hence|in advance|prior)\b", behind=True)),
    Ground("deictic", "the figure counts from the day of writing", _matches(r"\b(?:past|last|next|coming|previous|recent|another|every|each)\s+\Z")),
    Ground("loose", "“a day or two” is no figure", _matches(r"\b(?:or|one or)\s\Z")),
    Ground("score", "the figure belongs to a score or a code", _matches(r"-(?:for|to|and|on)-\d", behind=True)),
    Ground("score", "the figure belongs to a score or a code", _matches(r"\w-(?:for|to|on)-\Z|\d-\Z|[#§]\s?\Z")),
    Ground("hundred-percent", "“100 percent” is a figure of speech", lambda q, before, after: q.kind == "percent" and q.high in (0, 100)),
    Ground("idiom", "the words are a figure of speech", _matches(r"\b(?:at|square|day|back to|zero|number|plan)\s(?:day\s)?\Z(?<!at\s)")),
)
"""Every ground, the first that holds counts."""


def ground_against(quantity: Quantity) -> Ground | None:
    """The reason to leave a quantity alone, or None when it is worth a question."""
    paragraph = quantity.span.paragraph
    text = paragraph.article.text
    before = text[max(paragraph.start, quantity.hedged.start - _BEFORE) : quantity.hedged.start]
    after = text[quantity.hedged.end : min(paragraph.end, quantity.hedged.end + _AFTER)]
    return next((ground for ground in GROUNDS if ground.holds(quantity, before, after)), None)
