"""Gaps that strict readers refused: for part of a word, an age in passing, the whole that a share is of.

Next: `wording_faults`, the other faults of the words of a question.
"""

import re
from collections.abc import Callable

from quizengine.language import GAP, verbs_of
from quizengine_numeric_recall.figure_contexts import Context

_HYPHENED = re.compile(r"_ ?-(?!(?:year|month|week|day) )\w|\w- ?_")
"""A gap in "14-year-old", "a 16-way system" or "the over-50 group", and not in "an 11-year strike"."""
_MEASURE = re.compile(
    r"\ban? _____ ?(?:km|kg|mm|cm|m|g|lb|ft|mph|metres?|meters?|foot|mile)"
    r" (?!of\b|from\b|in\b|away\b|long\b)[a-z]"
)
"""A size before its noun: "a 10 kg bag of rocks"."""
_OF_A_NAME = re.compile(r"\b_____ ?-(?:year|month|week|day|hour|minute) [A-Z]")
"""The length of what bears a name, told beside it: "the annual eight-day Orra Festival"."""
_WHAT_BECAME = re.compile(r"\b[Ii]n what (?:would|was|is|had)\b")
"""A date inside another: "in what would in 1921 become Norland"."""
_DISTANCE_BESIDE = re.compile(
    r", (?:about |some |around |roughly |nearly )?_____ ?(?:km|mi|miles|kilomet(?:re|er)s)"
    r" (?:[\w-]+ )?(?:of|from) [A-Z][\w ]*\.”"
)
"""A distance that only tells where a place beside it is: "a house in Senn, about 40 km north of Oslo"."""
_AGED = re.compile(r"\baged _____")
_OF_A_PART = re.compile(
    r"\b(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten)(?:%| per ?cent)? of"
    r" (?:(?:the|its|his|her|their|[\w ]{1,40}[’']s) )?_____ "
)
"""The whole of which a part is told: "23 of 24 matches", "1.5% of Oslo’s 2 million people"."""
_OF_ALL = re.compile(r"\b(?:Of|of|Among|among) (?:the|its|his|her|their) _____ [^,]*, (?!Of\b|of\b)")
_FIRST = re.compile(r"\bfirst _____ ")
_EXPERIENCE = re.compile(r"_____ years[’']? (?:of )?(?:\w+ )?experience\b")
_TOLL = re.compile(r"_____ (?:people )?(?:dead|deaths|wounded|injured|victims|casualties|fatalities)\b")
_EVENT = re.compile(
    r"\b(?:accident|attack|avalanche|battle|bombing|collapse|crash|cyclone|disaster|earthquake|epidemic|explosion"
    r"|famine|fire|flood|hurricane|invasion|massacre|outbreak|pandemic|plague|raid|riot|shooting|siege|storm|tsunami|uprising|war)s?\b",
    re.IGNORECASE,
)

_TURNED = re.compile(
    r"(?:“(?:\w+ )?_____|\bhow many) ?(?:km|miles|kilomet(?:re|er)s|met(?:re|er)s|yards|feet) (?!does\b|do\b|did\b)"
    r"(?:\w+ ){0,2}(?:sits?|stands?|lies?|rises?|sat|stood|lay|rose) (?:the |an? )?[A-Z]"
)
"""A distance before a verb that its subject follows: "About 18 miles on stands the Orra Hotel"."""
_TENTHS = re.compile(r"[\d,]+\.\d+")
_OF_THE_SKY = frozenset({"light year", "astronomical unit", "parsec"})
"""Units whose tenths are worth knowing."""


def _is_part_of_a_word(context: Context, stem: str) -> bool:
    return _HYPHENED.search(stem) is not None or _MEASURE.search(stem) is not None


def _is_told_in_passing(context: Context, stem: str) -> bool:
    return any(
        pattern.search(stem) for pattern in (_AGED, _FIRST, _EXPERIENCE, _OF_A_NAME, _WHAT_BECAME, _DISTANCE_BESIDE)
    )


def _is_the_whole_of_a_part(context: Context, stem: str) -> bool:
    return _OF_A_PART.search(stem) is not None or _OF_ALL.search(stem) is not None


def _counts_the_dead_of_what(context: Context, stem: str) -> bool:
    """Return whether the dead or wounded are counted and no event is told in which they came to harm."""
    return _TOLL.search(stem) is not None and _EVENT.search(stem) is None


def _is_hearsay(context: Context, stem: str) -> bool:
    """Return whether somebody in the sentence says so: of such gaps readers took one of seven."""
    above = [context.tree.tokens[each] for each in context.tree.ancestors(context.top)]
    telling = verbs_of("asserts") - verbs_of("seldom speech")
    saying = [token.form for token in above if token.upos == "VERB" and token.lemma.lower() in telling]
    return GAP in stem and any(form in stem for form in saying)


def _is_a_measured_part(context: Context, stem: str) -> bool:
    """Return whether an area or a height is wanted to tenths or hundredths, which nobody keeps in mind."""
    near = context.quantity.kind in ("area", "length") and context.quantity.unit not in _OF_THE_SKY
    return GAP in stem and near and _TENTHS.fullmatch(context.quantity.number.text) is not None


def _turns_round(context: Context, stem: str) -> bool:
    return _TURNED.search(stem) is not None


GAPS_IN_WORDING: tuple[tuple[str, Callable[[Context, str], bool]], ...] = (
    ("part-of-a-word", _is_part_of_a_word),
    ("gap-in-passing", _is_told_in_passing),
    ("whole-of-a-part", _is_the_whole_of_a_part),
    ("toll", _counts_the_dead_of_what),
    ("hearsay", _is_hearsay),
    ("tenths", _is_a_measured_part),
    ("turned", _turns_round),
)
"""Every such fault, by name."""
