"""Whether a quotation stands by itself, or begins with a word that points at what was said before."""

from quizengine.language.word_lists import listed
from quizengine.language.words import words_in
from quizengine_quote_attribution.quotation import Quotation

_POINTING = listed("he she it they him her them his its their this that these those there such both neither")
_OPENERS = listed("and but so or yet well because then also still")
_GOES_ON_WITH = ("VERB", "AUX", "ADV", "PUNCT", "CCONJ", "PART")


def points_back(quotation: Quotation) -> bool:
    """Whether it begins with a pronoun, or with "the" and a noun that nothing describes: “The company was bankrupt”."""
    found = [word for word in words_in(quotation.quote[0]) if word.tag != "PUNCT" or word.text == ","][:5]
    while found and (found[0].text.casefold() in _OPENERS or found[0].text == ","):
        found = found[1:]
    if not found:
        return False
    first = found[0].text.casefold().replace("’", "'").split("'")[0]
    if first in _POINTING:
        return True
    bare = len(found) > 2 and first == "the" and found[1].tag == "NOUN" and found[2].tag in _GOES_ON_WITH
    return bare and found[1].text[0].islower()
