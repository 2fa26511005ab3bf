"""Modifiers of a noun with "the": those that tell which one is meant, and those that only date, describe or add.

Next: `definite_nouns`, which also looks at the noun itself and at what is said before it.
"""

from quizengine.language.syntax.adjunct_words import PLACE_NOUNS, TIME_NOUNS
from quizengine.language.syntax.certainty import Certainty
from quizengine.language.syntax.tree import Tree, is_a
from quizengine.language.word_lists import word_set

_NUMBERED = word_set("century millennium inning percentile floor grade amendment")
"""Nouns that an ordinal number makes one of a kind: "the nineteenth century"."""
BUILDINGS = word_set(
    "house hall gate theatre theater opera museum gallery library palace hotel station market bridge cathedral stadium"
)
_LAST = BUILDINGS | word_set(
    """
    matter issue problem question ship boat vessel dam road railway mill mine factory plant farm site village town city
    island river company firm agency man woman boy girl building lamp machine
    """
)
"""Nouns for things that last, so that a date only tells when something happened there: "struck the bridge in 1951"."""
_MANY_TO_A_COUNTRY = word_set(
    "province city town village county district region island river lake mountain port company firm newspaper"
)
"""Nouns for what every country has several of: "the Canadian province"."""
_WAYS = word_set("road street bridge")
"""Nouns for places that lead from somewhere to somewhere."""
_NEXT = word_set("following next previous preceding")
_SAYS_WHICH = ("acl", "acl:relcl", "nmod", "nmod:poss", "appos", "compound", "amod", "nummod", "flat", "advcl:relcl")
_ORDINARY_ADJECTIVES = word_set(
    "new old big large small great main whole entire full young little huge important recent"
)
_PLACES_IN_A_ROW = word_set("first second third last")
_ORDER = word_set("only most best largest biggest highest oldest longest greatest")
_YEARS = range(1000, 2100)
_MAKE_IT_DO = word_set("expect want allow cause force ask require enable permit urge order persuade lead")
"""Verbs with an object and what that is to do."""
_WITH_ANOTHER = word_set("trade trading war agreement treaty deal alliance contract relation link talk contact dispute")
"""Nouns of two sides, to which a "with" further on belongs: "trade in the fish with Japan"."""


def says_which(tree: Tree, index: int, child: int, shown: set[int]) -> bool:
    """Return whether a dependent of a noun tells which one is meant."""
    word = tree.tokens[child]
    if child not in shown or not is_a(word.relation, *_SAYS_WHICH) or _is_what_it_does(tree, index, child):
        return False
    if _is_what_it_did(tree, index, child):
        return False
    if is_a(word.relation, "amod") and word.form.lower() in _ORDINARY_ADJECTIVES:
        return False
    if is_a(word.relation, "nmod") and tree.tokens[index].lemma.lower() in _LAST and _is_a_time(tree, child):
        return False
    if is_a(word.relation, "acl") and _only_adds(tree, child, shown):
        return False
    if is_a(word.relation, "nmod") and _may_be_of_the_verb(tree, index, child):
        return False
    if not is_a(word.relation, "amod", "nummod", "compound") or word.upos == "PROPN" or word.xpos == "JJS":
        return True
    if word.form[:1].isupper() and tells_only_the_country(tree, index, child):
        return False
    if word.form[:1].isupper() or _is_a_year(word.form) or _is_looked_for_itself(tree, index, word.form.lower()):
        return True
    if word.form.lower() in _PLACES_IN_A_ROW and len(tree.dependents(index, "amod", "compound")) > 1:
        return True  # "the first manned flight", while "the first flight" asks of which row
    return word.form.lower() in _ORDER or _is_numbered(tree.tokens[index].lemma, word.form)


def _is_looked_for_itself(tree: Tree, noun: int, word: str) -> bool:
    """Return whether "same" or, of a time, "following" is a pointer itself, wherever what it points to is not told."""
    return word == "same" or (word in _NEXT and tree.tokens[noun].lemma.lower() in TIME_NOUNS)


def _is_a_time(tree: Tree, child: int) -> bool:
    """Return whether a phrase dates something: "in 1951", "in May"."""
    return _is_a_year(tree.tokens[child].form) or tree.tokens[child].lemma.lower() in TIME_NOUNS


def _only_adds(tree: Tree, child: int, shown: set[int]) -> bool:
    """True if a clause after a comma only adds to a thing, and has no name: "the trial, which will cost a million".

    "Examined the evidence, found …" is a list of what was done.
    """
    named = is_a(tree.tokens[child].relation, "acl:relcl") and any(
        tree.tokens[each].upos == "PROPN" and not is_a(tree.tokens[each].relation, "nmod:desc")  # no "Sen." alone
        for each in tree.subtree(child)
        if each in shown
    )
    return _stands_behind_a_comma(tree, child) and not named


def _may_be_of_the_verb(tree: Tree, noun: int, child: int) -> bool:
    """Return whether a phrase after a noun is not surely its own: "praised the quays in her book".

    What has "of" is, and so is a name, but not with "from", "to" and "with" after a place: "left the city with Lee",
    nor "with" where the noun above has two sides.
    """
    case = next((tree.tokens[each].form.lower() for each in tree.dependents(child, "case")), "")
    if case in ("", "of"):
        return False
    if case == "with" and any(tree.tokens[each].lemma.lower() in _WITH_ANOTHER for each in tree.ancestors(noun)):
        return True
    if case in ("from", "to", "with", "into"):
        return tree.tokens[noun].lemma.lower() in PLACE_NOUNS - _WAYS
    word = tree.tokens[child]
    return word.certainty < Certainty.EVEN_ODDS and word.upos != "PROPN"


def _stands_behind_a_comma(tree: Tree, child: int) -> bool:
    inside = tree.subtree(child)
    return "," in (tree.tokens[inside[0]].form, tree.tokens[max(0, inside[0] - 1)].form)


def _is_what_it_does(tree: Tree, noun: int, child: int) -> bool:
    """True if "to" with a verb tells what a thing is to do, and not which one it is: "expects the move to help"."""
    verb = tree.tokens[tree.tokens[noun].head]
    infinitive = tree.tokens[child].xpos == "VB" and is_a(tree.tokens[child].relation, "acl")
    return infinitive and verb.lemma.lower() in _MAKE_IT_DO and is_a(tree.tokens[noun].relation, "obj")


def _is_what_it_did(tree: Tree, noun: int, child: int) -> bool:
    """True if a verb is that of a sentence with "did" before its subject: "only then did the plan become clear"."""
    article = tree.dependent(noun, "det")
    helps = article is not None and article > 0 and tree.tokens[article - 1].form.lower() in ("did", "does", "do")
    return helps and is_a(tree.tokens[child].relation, "acl") and tree.tokens[child].upos == "VERB" and child > noun


def shared_modifiers(tree: Tree, index: int) -> tuple[int, ...]:
    """The words that a parser attaches to the last noun of a list with one "the": "the help and advice of Ann"."""
    nouns = [each for each in tree.dependents(index, "conj") if tree.dependent(each, "det") is None]
    return tuple(child for noun in nouns for child in tree.dependents(noun, "nmod") if child > noun)


def _is_a_year(form: str) -> bool:
    """Return whether a word before a noun is a year or a decade: "the 1932 campaign"."""
    digits = form.removesuffix("s")
    return digits.isdecimal() and len(digits) == 4 and int(digits) in _YEARS


def _is_numbered(noun: str, adjective: str) -> bool:
    """Return whether an ordinal number tells everybody which one is meant: "the nineteenth century"."""
    return noun.lower() in _NUMBERED and adjective.lower().endswith(("th", "st", "nd", "rd", "first"))


def tells_only_the_country(tree: Tree, noun: int, word: int) -> bool:
    """Return whether a word tells only the country, or the like, of what every country has several of."""
    return tree.tokens[word].xpos == "JJ" and tree.tokens[noun].lemma.lower() in _MANY_TO_A_COUNTRY
