"""Strays in the wording of a question: another year or distance, half a list, a misprint, an aside that tells a part.

Next: `wording_faults`, the other faults of the words of a question.
"""

import re
from collections.abc import Callable

from quizengine.language import place_type
from quizengine_numeric_recall.figure_contexts import Context

_WHICH_YEAR = re.compile(r"\b(?:In|in|Since|since|Until|until|From|from|By|by) which year\b")
_ANOTHER_YEAR = re.compile(
    r"\b(?:in|since|until|till|by|from|to|after|before|during) (?:the )?(?:[A-Z][a-z]+ )?(?:\d\d? )?"
    r"(?:1\d{3}|20\d\d)(?![\w–-])(?! [A-Z])"
)
"""The date of something else, and no name as "the 1912 Oslo Fair" is."""
_HALF_A_SPAN = re.compile(r"\b(?:from|between) (?:[A-Z][a-z]+ )?_____ (?:to|until|till|and) |_____ ?[–-] ?\d{4}")
_LAST_OF_ITS_KIND = re.compile(
    r"\bthe (?:last|latest|most recent|previous|next) (?P<kind>(?:[a-z-]+ )+?)"
    r"(?:take|took|occur(?:red)?|happen(?:ed)?|held|conducted|carried|done|made|published)\b"
)
"""Something that was the last when the article was written, and that nothing names."""
_SOURCE = re.compile(r"\bAccording to (?:the )?(?P<source>[A-Z][^,]*), ")
_LISTED = re.compile(r"[A-Z][\w’'-]*, (?:[A-Z][\w’' -]*, )*[A-Z][\w’'-]*\?\Z")
_GOES_ON = re.compile(r"(?:, [A-Z][\w’'-]*)*,? (?:and|or|&) (?!the\b|a\b)(?:[A-Z][\w’'-]*)(?: of [A-Z])?")
_NUMBER_GOES_ON = re.compile(r" ?(?:and|or|&|/) ?\d")
_MISPRINT = re.compile(
    r"\b(?P<twice>in|of|to|for|from|on|at|by|with|and|was|were|is) (?P=twice)\b|\b(?:the|an?) (?:the|an?)\b"
    r"|\bthe (?:follow|proceed|precede) (?:year|month|week|day|season)\b"
)
"""Words that no sentence has side by side, which the article itself has wrong."""
_ANOTHER_WAY = re.compile(
    r", (?:and )?(?:about |some |around )?\d[\d.,]*(?: ?(?:km|mi|miles|kilomet(?:re|er)s))? "
    r"(?:north|south|east|west|from|above|below)"
    r"|\bhow many (?:km|mi|miles|kilomet(?:re|er)s) [^,]*(?:north|south|east|west)(?:wards?)?\?\Z"
)
"""The distance of another place, run together with the first ("south of Oslo, 50 north of Senn"), or of none."""
_FOR_WHAT = re.compile(
    r"\ban? (?:[a-z-]+ ){0,3}(?:program(?:me)?|campaign|project|plan|scheme|initiative|investigation|inquiry|service"
    r"|system|study|review|survey|series|fund|experiment)\?\Z"
)
"""A project at the end of a stem that does not tell what it is for."""
_ECHOED = re.compile(r"\b(?:do|does|did) [^?]*\b(?P<verb>[a-z]{4,})[a-z]* (?P=verb)\b")
_A_PART = re.compile(r"\bhow (?:many|much)\b[^?]*, including (?:about |some )?[$£€]?\d", re.IGNORECASE)
"""A part of what is asked for, which the date behind it may belong to."""


def _tells_another_year(context: Context, stem: str) -> bool:
    asked = _WHICH_YEAR.search(stem)
    return asked is not None and _ANOTHER_YEAR.search(stem, asked.end()) is not None


def _halves_a_span(context: Context, stem: str) -> bool:
    return context.quantity.kind == "year" and _HALF_A_SPAN.search(stem) is not None


def _is_last_when_told(context: Context, stem: str) -> bool:
    return context.quantity.kind == "year" and _LAST_OF_ITS_KIND.search(stem) is not None


def _has_a_place_for_a_source(context: Context, stem: str) -> bool:
    """Return whether a country, a state or a city is said to say so: a headline, or the subject of another sentence."""
    found = _SOURCE.search(stem)
    return found is not None and bool(place_type(found["source"]))


def _ends_in_a_list(context: Context, stem: str) -> bool:
    """Return whether a stem ends inside a list, or a title that is one: "Six Talks on Storms, Tides" of "… and Ice"."""
    _, listed, last = stem.removesuffix("?").rpartition(", ")
    _, shown, behind = context.tree.sentence.span.text.rpartition(last)
    return bool(listed and shown and _LISTED.search(stem) and _GOES_ON.match(behind))


def _ends_in_a_number_of_several(context: Context, stem: str) -> bool:
    """Return whether a stem ends in one of two numbers that share a noun: "Model 64" of "Model 64 and 128 looms"."""
    found = re.search(r"\b[A-Z][\w-]* \d+(?=\?\Z)", stem)
    text = context.tree.sentence.span.text
    return found is not None and any(
        _NUMBER_GOES_ON.match(text, one.end()) for one in re.finditer(re.escape(found[0]), text)
    )


def _has_a_misprint(context: Context, stem: str) -> bool:
    return _MISPRINT.search(stem) is not None


def _runs_two_distances_together(context: Context, stem: str) -> bool:
    return _ANOTHER_WAY.search(stem) is not None


def _says_not_what_for(context: Context, stem: str) -> bool:
    return _WHICH_YEAR.search(stem) is not None and _FOR_WHAT.search(stem) is not None


def _repeats_its_verb(context: Context, stem: str) -> bool:
    """Return whether who acts is called by what they do: "the attractions attract"."""
    return _ECHOED.search(stem) is not None


def _shows_a_part(context: Context, stem: str) -> bool:
    return _A_PART.search(stem) is not None


STRAYS_IN_WORDING: tuple[tuple[str, Callable[[Context, str], bool]], ...] = (
    ("another-year", _tells_another_year),
    ("gap-in-a-span", _halves_a_span),
    ("last", _is_last_when_told),
    ("place-says", _has_a_place_for_a_source),
    ("half-a-list", _ends_in_a_list),
    ("half-a-number", _ends_in_a_number_of_several),
    ("misprint", _has_a_misprint),
    ("another-way", _runs_two_distances_together),
    ("what-for", _says_not_what_for),
    ("echoed", _repeats_its_verb),
    ("part-shown", _shows_a_part),
)
"""Every such fault, by name."""
