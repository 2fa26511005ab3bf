"""Decides which figures are worth asking about; gives a reason for refusing the others.

Next: `exclusion_predicates`, figures that are not amounts.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from quizengine.language import Quantity, aside_around, is_beside_the_point, salience, tree_at, unambiguous_forms
from quizengine_numeric_recall.exclusion_predicates import (
    counts_nothing,
    dates_loosely,
    is_a_timetable,
    is_counted_from,
    is_half_a_range,
    is_half_of_a_unit,
    is_in_a_title,
    is_in_brackets,
    is_listed,
    is_quoted_by_itself,
    is_tiny,
    is_too_exact,
    may_be_an_old_year,
    may_be_metres,
    was_told_before,
)

_NAME_BEFORE = re.compile(
    r"(?:\A|[.!?]\s|\b(?:[Tt]he|[Aa]n?|of|by|with|from|and|or|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s)"
    r"(?!(?:About|Some|Over|Nearly|Almost|Only|At|In|On|By|The|These|Those|All|More|Around|Another|Since|After|For|From)\b)"
    r"(?:[A-Z][\w-]+\s)+\Z"
)
_PARTS = (
    "page|wave|figure|fig|table|section|chapter|stage|phase|class|type|level|grade|district|article|volume|season|episode|"
    "room|gate|route|highway|flight|number|no|part|act|scene|version|title|amendment|psalm|verse|line|step|rule|day"
)
_CITED = re.compile(r"\([^()]*\b(?:1[89]|20)\d\d[a-z]?\)")
"""A citation, after a sentence that may well be worth asking about."""
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SMALL = "one|two|three|four|five|six|seven|eight|nine"
_REACH = 60
"""The number of characters before and after a figure that are examined."""


@dataclass(frozen=True)
class ExclusionRule:
    """A reason to leave a figure alone: the name of its rule, the words for people, and what it looks at."""

    rule: str
    reason: str
    holds: Callable[[Quantity, str, str], bool]
    """Tells whether it holds for a quantity with the words right before and right after it in its paragraph."""


def _before(pattern: str) -> Callable[[Quantity, str, str], bool]:
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda quantity, before, after: bool(compiled.search(before))


def _behind(pattern: str) -> Callable[[Quantity, str, str], bool]:
    compiled = re.compile(pattern)
    return lambda quantity, before, after: bool(compiled.match(after))


def _is_kind(kind: str) -> Callable[[Quantity, str, str], bool]:
    return lambda quantity, before, after: quantity.kind == kind


def _is_all_or_nothing(quantity: Quantity, before: str, after: str) -> bool:
    return quantity.kind == "percent" and quantity.high in (0, 100)


def _is_in_a_compound(quantity: Quantity, before: str, after: str) -> bool:
    return after[:1] == "-" and quantity.kind == "count" and quantity.low < 10


def _is_between_names(quantity: Quantity, before: str, after: str) -> bool:
    """Return whether words with a capital are on both sides of a bare number: "Under 70 Auto Sales"."""
    if quantity.kind != "count":
        return False
    hedge = quantity.span.article.text[quantity.hedged.start : quantity.number.start]
    if hedge[:1].isupper() and before.rstrip()[-1:].islower():
        return True
    bare = not hedge
    return bare and bool(re.search(r"[a-z] [A-Z][a-z]+ \Z", before) and re.match(r" [A-Z][a-z]", after))


def _is_a_day(quantity: Quantity, before: str, after: str) -> bool:
    """Return whether a bare number is beside the name of a month: "on 30 May"."""
    small = quantity.kind in ("count", "label") and quantity.high <= 31 and not quantity.unit
    return small and bool(re.match(rf" (?:of )?(?:{_MONTHS})\b", after) or re.search(rf"\b(?:{_MONTHS}) \Z", before))


def _is_an_aside(quantity: Quantity, before: str, after: str) -> bool:
    tree = tree_at(quantity.span)
    return tree is not None and salience(tree) == 0 and not _CITED.search(tree.sentence.span.text)


def _describes_what_has_no_name(quantity: Quantity, before: str, after: str) -> bool:
    """Return whether a figure is in an aside on something that neither a name nor the title tells which it is."""
    tree = tree_at(quantity.span)
    if tree is None:
        return False
    figure = tree.tokens_in(quantity.span)
    top = next((each for each in figure if tree.tokens[each].head not in figure), None)
    aside = aside_around(tree, top) if top is not None else None
    return aside is not None and not aside.describes_a_name and is_beside_the_point(tree, figure)


def _may_be_thousands(quantity: Quantity, before: str, after: str) -> bool:
    return unambiguous_forms(quantity.number.text) is not None


def _stands_behind_a_name(quantity: Quantity, before: str, after: str) -> bool:
    """True if a small figure is likely to be the last part of a name: "a Boeing 747 jet", "the Apollo 11 crew"."""
    plain = (
        quantity.kind == "count" and quantity.number.text.isdecimal() and quantity.hedged.start == quantity.span.start
    )
    return plain and bool(_NAME_BEFORE.search(before))


GROUNDS: tuple[ExclusionRule, ...] = (
    ExclusionRule("label", "the number is part of a name or a reference", _is_kind("label")),
    ExclusionRule("two-ways", "the figure may be thousands or decimals", _may_be_thousands),
    ExclusionRule("two-ways", "“m” may mean metres or millions", may_be_metres),
    ExclusionRule("name", "the number is likely to be part of a name", _stands_behind_a_name),
    ExclusionRule("decade", "a decade is no single figure", _is_kind("decade")),
    ExclusionRule("aside", "the figure stands in brackets", is_in_brackets),
    ExclusionRule("aside", "its sentence is a caption, a byline or a citation", _is_an_aside),
    ExclusionRule("nameless", "it only describes something that bears no name", _describes_what_has_no_name),
    ExclusionRule("half-a-range", "the figure is one end of a range", is_half_a_range),
    ExclusionRule("quoted", "the figure stands in words that are quoted", is_quoted_by_itself),
    ExclusionRule("date", "the number is a day of a month", _is_a_day),
    ExclusionRule("round-list", "a list of the “top 10” is a figure of speech", _before(r"\btop\s\Z")),
    ExclusionRule(
        "part-number",
        "the number says which part, not how many",
        _before(rf"\b(?:{_PARTS})s?\.?\s(?:\d+(?:,|,? and|,? or| to|–)\s?)*\Z"),
    ),
    ExclusionRule(
        "crowd",
        "the size of a crowd says little about the article",
        _before(r"\b(?:crowd|audience|rally) of (?:\w+ )?\Z"),
    ),
    ExclusionRule("passing-year", "the year only dates something in passing", dates_loosely),
    ExclusionRule(
        "passing-year", "the year says which census or survey", _behind(r" (?:census|survey|poll|study|election)\b")
    ),
    ExclusionRule("listed", "the sentence lists what is counted", is_listed),
    ExclusionRule("title", "the number is part of a title", is_in_a_title),
    ExclusionRule("title", "the number is part of a title", _behind(r" (?:First|Second|Third|Last|Next) [a-z]")),
    ExclusionRule(
        "address",
        "the number is part of an address",
        _behind(r" (?:[A-Z][\w.]+ ){1,2}(?:Avenue|Street|Road|Lane|Drive|Boulevard|Place|Square)\b"),
    ),
    ExclusionRule("score", "the figure belongs to a score or a code", _behind(r"-(?:for|to|and|on)-\d")),
    ExclusionRule("score", "the figure belongs to a score or a code", _before(r"\w-(?:for|to|on)-\Z|\d-\Z|[#§]\s?\Z")),
    ExclusionRule("half-a-unit", "no number can be asked for in “half a mile”", is_half_of_a_unit),
    ExclusionRule("half-a-change", "the figure is where a change began", _before(r"\bfrom\s\Z")),
    ExclusionRule("timetable", "how often something goes says little about it", is_a_timetable),
    ExclusionRule("too-exact", "nobody keeps so exact a count in mind", is_too_exact),
    ExclusionRule("one-of", "“six in 10” is no count", _before(rf"\b(?:{_SMALL}|\d) (?:in|out of)\s\Z")),
    ExclusionRule("name", "the number is likely to be part of a name", _is_between_names),
    ExclusionRule("quoted", "the figure stands in words that are quoted", _before(r"[“\"‘']\s?\Z")),
    ExclusionRule("tiny-count", "so small a number tells too little", is_tiny),
    ExclusionRule("compound", "the figure is part of a set phrase", _is_in_a_compound),
    ExclusionRule("old-year", "the number may be a year of the first millennium", may_be_an_old_year),
    ExclusionRule("further", "the count adds to another one that was told before", _before(r"\ba further\s\Z")),
    ExclusionRule("no-noun", "the text does not say right there what is counted", counts_nothing),
    ExclusionRule("told-before", "“the” or “these” says that the figure was told before", was_told_before),
    ExclusionRule(
        "not-really",
        "the figure is asked about, denied or supposed",
        _before(r"\b(?:not|n't|n’t|never|if|whether|unless|suppose|imagine) (?:[\w’']+ ){0,6}\Z"),
    ),
    ExclusionRule("deictic", "the figure counts from another point in time", is_counted_from),
    ExclusionRule(
        "deictic",
        "the figure counts from the day of writing",
        _before(r"\b(?:past|last|next|coming|previous|recent|another|every|each)\s+\Z"),
    ),
    ExclusionRule("loose", "“a day or two” is no figure", _before(r"(?<!,)\sor\s\Z")),
    ExclusionRule("all-or-nothing", "0 and 100 percent are figures of speech", _is_all_or_nothing),
)
"""Every ground; the first that holds counts."""


def figure_exclusion(quantity: Quantity) -> ExclusionRule | None:
    """The reason to leave a quantity alone, or None if it is worth a question."""
    paragraph = quantity.span.paragraph
    text = paragraph.article.text
    before = text[max(paragraph.start, quantity.hedged.start - _REACH) : quantity.hedged.start]
    after = text[quantity.hedged.end : min(paragraph.end, quantity.hedged.end + _REACH)]
    return next((ground for ground in GROUNDS if ground.holds(quantity, before, after)), None)
