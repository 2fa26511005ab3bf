"""Whether a quotation is worth a question: whole, of a fit length, telling, and silent about its speaker."""

from quizengine.language.names import Name, names
from quizengine.language.names.given_names import is_given_name
from quizengine_quote_attribution.candidates import named
from quizengine_quote_attribution.fragments import ends_inside, starts_inside
from quizengine_quote_attribution.quotation import Quotation
from quizengine_quote_attribution.shown import says_too_little, shown, spoken_by_name
from quizengine_quote_attribution.standing import points_back

MOST_WORDS_OF_OPTION = 25
"""In an option; above that, choosing becomes reading."""


def why_not_asked(quotation: Quotation) -> str:
    """Why nothing may be asked about a quotation; empty when it may."""
    words = shown(quotation)
    name = named(quotation)
    if starts_inside(quotation.quote[0]) or ends_inside(quotation.quote[-1]):
        return "it is a part of a sentence only"
    if not words:
        return "it has fewer than 5 words, or more than 40 in its first sentence"
    if name is None or name.kind not in ("person", "organisation"):
        return f"what kind of source {quotation.name} is, a person or an organisation, is not certain"
    if _is_surname_of_another(name):
        return f"“{name.full}” may be somebody else's surname with another word before it"
    if says_too_little(words):
        return "its words say too little to be told from others"
    if points_back(quotation, ("who",)):
        return "whom or what its first words mean is not told"
    if any(spoken_by_name(words, form) for form in (name.full, name.surname)):
        return f"its own words name {quotation.name}"
    return ""


def _is_surname_of_another(name: Name) -> bool:
    """Whether a name is somebody else's surname behind a word that is no given name: "Monster Abel"."""
    words = name.full.split()
    if name.kind != "person" or len(words) < 2 or name.pronoun or is_given_name(words[0]):
        return False
    others = [other for other in names(name.mentions[0].article) if other.kind == "person" and other.full != name.full]
    return any(other.full.split()[-1] == words[-1] for other in others)
