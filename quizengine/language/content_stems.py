"""The content words of a text, reduced to stems so that "soldier" and "soldiers" are the same."""

import re
from functools import lru_cache

from quizengine.language.quotation_ranges import quotation_ranges
from quizengine.language.word_lists import word_set

_WORD = re.compile(r"\d[\d.,]*\d|[^\W_]+(?:[-’'][^\W_]+)*")
_ENDINGS = ("ings", "ing", "edly", "ied", "ies", "ed", "es", "ly", "s", "y")
_SHORTEST_STEM = 4
_FUNCTION_WORDS = word_set("""
    a about above according across after again against all almost also although always am among an and another any are
    around article as ask asked at away back be became because become been before began being below between both but by
    came can cannot choose complete could did do does doing done down during each either else enough even ever every
    false few fill find first following for from gap get give given gives go goes had has have he her here hers him his
    how however i if in indeed instead into is it its itself just kept key know known least less let like made mainly
    make makes many may me might mine more most much must my name named near neither never next no none nor not now of
    off often on once one only onto or order other others our out over own part per perhaps put question rather right
    said same say says see seem seen sentence several shall she should since so some something still such take taken
    than that the their theirs them then there these they thing things this those though three through thus to together
    too toward true two under until up upon us use used very was we well were what when where whether which while who
    whom whose why will with within without word words would wrong yet you your
""")


@lru_cache(maxsize=8192)  # the same stems and options are compared with each other over and over
def content_words(text: str) -> tuple[str, ...]:
    """The stems of the words that carry content, in order: names, nouns, verbs and numbers, not "the" or "also"."""
    found = (word[0].casefold().replace("’", "'").removesuffix("'s") for word in _WORD.finditer(text))
    return tuple(_stem(word) for word in found if word not in _FUNCTION_WORDS and (len(word) > 1 or word.isdigit()))


def outside_quotations(text: str) -> str:
    """The text with every quotation emptied: what its writer says himself."""
    kept, last = [], 0
    for start, end in quotation_ranges(text):
        kept.append(text[last:start])
        last = end
    return "“”".join([*kept, text[last:]])


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
