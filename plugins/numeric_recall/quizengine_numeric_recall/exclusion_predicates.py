"""Predicates for figures that are not amounts: they count nothing that is named, or their sentence gives them away.

Each function takes the quantity, the words right before it and the words right after it.
"""

import re

from quizengine.language import Quantity, clauses_at, is_inside_quotation, sentence_of

_YEAR_OF_SOMETHING = re.compile(r" (?:levels?|cycles?|elections?|seasons?|terms?|laws?)\b|(?:,| and| or|/| to) ?\d{4}")
_LEAST = {"count": 3, "money": 0, "percent": 0, "points": 0, "share": 0, "temperature": -300, "year": 0}
_MOST_TELLING = 4
"""Digits of a count that a pupil can be asked to know."""
_LIST = re.compile(r"(?:[^,.;:()]{1,60}, )+[^,.;:()]{1,60}?,? (?:and|or) [^,.;:()]{1,60}")
_NO_NOUN = (
    "and|or|of|in|to|at|on|by|for|with|that|who|which|from|as|is|are|was|were|had|has|have|each|before|after|when|while|"
    "because|if|than|more|less|fewer|again|too|also|later|out|up|down|off|over|under|about|into|per|so|not|but|yet|then"
)
_NOUN_BEHIND = re.compile(rf"[ -](?!(?:{_NO_NOUN})\b)[^\W\d]")
_CLEAR_WITHOUT_NOUN = re.compile(
    r"\b(?:to|from|of|by|at|only|just|than|was|were|is|are|reach\w*|total\w*|counted|with) \Z"
)
_BEFORE_A_YEAR = re.compile(r"\b(?:in|by|after|before|since|until|around|from)\s\Z", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:the|these|those|all|both|other|first|last|past|next|previous|following|his|her|their|its|my|our|your|full)\s\Z|"
    r"[’']s?\s\Z",
    re.IGNORECASE,
)


def dates_loosely(quantity: Quantity, before: str, after: str) -> bool:
    """Return whether a year is half of a range, a guess, or the year of something that is named by it: "2020 – 21"."""
    if quantity.kind != "year":
        return False
    return quantity.ranged or quantity.approximate or bool(_YEAR_OF_SOMETHING.match(after))


def is_tiny(quantity: Quantity, before: str, after: str) -> bool:
    """Return whether a figure is so small that it tells nothing: two of something, one day."""
    whole = quantity.high == quantity.high.to_integral_value()
    return whole and not quantity.ranged and quantity.high < _LEAST.get(quantity.kind, 2)


def is_half_of_a_unit(quantity: Quantity, before: str, after: str) -> bool:
    """Return whether a figure is "half a mile" or "a quarter of an hour", which no gap can take the number out of."""
    behind = quantity.span.article.text[quantity.number.end : quantity.span.end]
    return quantity.high < 1 and re.match(r"\s(?:of )?an?\b", behind) is not None


def is_too_exact(quantity: Quantity, before: str, after: str) -> bool:
    """Return whether a count or a sum is told to the last of more than four digits: 58,825 votes, $260.75 billion."""
    digits = len(quantity.high.normalize().as_tuple().digits)
    return has_more_digits(quantity, _MOST_TELLING) or (quantity.kind == "money" and digits > _MOST_TELLING)


def has_more_digits(quantity: Quantity, most: int) -> bool:
    """Return whether a count has more digits that are no filling zeros."""
    return quantity.kind == "count" and len(quantity.high.normalize().as_tuple().digits) > most


def is_in_a_title(quantity: Quantity, before: str, after: str) -> bool:
    """Return whether a number word has a capital within a sentence: "Seven Days", "Twelve Monkeys"."""
    first = quantity.number.text[:1]
    within = re.search(r"[\w,;)] \Z", before) or re.match(r" [A-Z][a-z]+(?: \.\.\.|[.,;])", after)
    return first.isalpha() and first.isupper() and bool(within)


def is_a_timetable(quantity: Quantity, before: str, after: str) -> bool:
    """Return whether a span of time says how often something goes: "5 days per week"."""
    return quantity.kind == "duration" and quantity.rate in ("day", "week")


def is_counted_from(quantity: Quantity, before: str, after: str) -> bool:
    """Return whether a span of time counts from a point that is not told: "two days ago", "three years later"."""
    behind = re.match(r"\s(?:ago|ahead|earlier|later|after|before|from now|hence|in advance|prior)\b", after)
    return quantity.kind == "duration" and bool(behind)


def is_listed(quantity: Quantity, before: str, after: str) -> bool:
    """True if the sentence lists what is counted, so that whoever reads it can count: "three kinds: a, b and c"."""
    if quantity.kind != "count" or quantity.high > 10:
        return False
    behind = quantity.span.article.text[quantity.span.end : sentence_of(quantity.span).end]
    return ":" in behind or int(quantity.high) in [_size(found[0]) for found in _LIST.finditer(behind)]


def _size(enumeration: str) -> int:
    """Return how many things a list names: 3 for "a, b and c" and for "a, b, and c"."""
    return enumeration.count(", ") + 2 - enumeration.count(", and ") - enumeration.count(", or ")


def counts_nothing(quantity: Quantity, before: str, after: str) -> bool:
    """Return whether no noun follows a bare number: "four of them", "the 15 that", "542 and 543"."""
    if quantity.kind != "count":
        return False
    weighty = quantity.low >= 1000 or quantity.bound or quantity.approximate
    if (weighty or re.search(r"\b(?:only|just|from|from [^,.]{1,30} to) \Z", before)) and _CLEAR_WITHOUT_NOUN.search(
        before
    ):
        return False
    return not _NOUN_BEHIND.match(after)


def may_be_metres(quantity: Quantity, before: str, after: str) -> bool:
    """Return whether "m" is before a plural, so that metres or millions may be meant: "32m bicycles"."""
    plural = re.match(r" (?!has\b|is\b|was\b)[a-z-]+[a-rt-z]s\b", after)
    return quantity.unit == "metre" and quantity.span.text.endswith("m") and plural is not None


def may_be_an_old_year(quantity: Quantity, before: str, after: str) -> bool:
    """Return whether three digits after a preposition count nothing, and so may be a year: "In 348 Moss died"."""
    bare = re.fullmatch(r"[1-9]\d\d", quantity.span.text) is not None and _BEFORE_A_YEAR.search(before) is not None
    return bare and re.match(r"[,.;]|\s(?:[A-Z]|(?:he|she|it|they|the|an?|his|her|its|their)\b)", after) is not None


def was_told_before(quantity: Quantity, before: str, after: str) -> bool:
    """True if a small count is definite, so that the text told it before: "the three guests", "his 15 accusers"."""
    return quantity.kind == "count" and quantity.low < 21 and bool(_TOLD.search(before))


def is_in_brackets(quantity: Quantity, before: str, after: str) -> bool:
    """True if the figure is in an aside between brackets, as a citation, a date of life or another unit does."""
    return before.count("(") > before.count(")") or before.count("[") > before.count("]")


def is_half_a_range(quantity: Quantity, before: str, after: str) -> bool:
    """Return whether a dash joins the figure to another: "1920 – 21", "9-to-5"."""
    return bool(re.match(r"\s?[–—-]\s?\d", after) or re.search(r"\d\s?[–—-]\s?\Z", before))


def is_quoted_by_itself(quantity: Quantity, before: str, after: str) -> bool:
    """True if the figure is in a title, a slogan or a remark between quotation marks of which nobody says it."""
    quoted = is_inside_quotation(sentence_of(quantity.span), quantity.span.start)
    return quoted and not any(clause.said for clause in clauses_at(quantity.span))
