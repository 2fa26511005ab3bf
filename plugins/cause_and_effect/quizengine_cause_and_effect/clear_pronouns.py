"""Words that are clear inside one sentence: a "they" or "it" with only one noun before it that can be meant, a "his"
before the only person named, "the country" behind the name of one.
"""

from collections.abc import Iterable

from quizengine.language import PLURAL_PRONOUNS, THING_PRONOUNS, Tree, is_a, name_at, place_type


def clear_pronouns(tree: Tree, tokens: Iterable[int], given: dict[int, str]) -> dict[int, str]:
    """Return what is in place of tokens, with each pronoun that is clear as it is standing for itself."""
    shown = sorted(tokens)
    found = dict(given)
    for index in shown:
        if index in found:
            continue
        before = [each for each in shown if each < index]
        own = _antecedent(tree, before, index) is not None or _names_again(tree, before, index)
        own = own or _is_told_again(tree, before, index)
        if own or _is_ahead_of_its_subject(tree, shown, index):
            found[index] = tree.tokens[index].form
    return found


def _is_ahead_of_its_subject(tree: Tree, shown: list[int], pronoun: int) -> bool:
    """Return whether a "his" opens a sentence whose subject is the first to be named: "At his trial, Lee denied it"."""
    form = tree.tokens[pronoun].form.lower()
    if tree.tokens[pronoun].xpos != "PRP$" or form not in _OF_ONE | PLURAL_PRONOUNS:
        return False
    heads = (each for each in tree.ancestors(pronoun) if tree.dependent(each, "nsubj") is not None)
    subject = next((tree.dependent(each, "nsubj") for each in heads), None)
    if subject is None or subject < pronoun or subject not in shown or pronoun in tree.subtree(subject):
        return False
    token = tree.tokens[subject]
    person = _is_a_person(tree, subject) and not _is_plural(tree, subject)
    agrees = person if form in _OF_ONE else _is_plural(tree, subject)
    first = min(tree.subtree(subject))
    named = any(tree.tokens[each].upos == "PROPN" and _is_somebody(tree, each) for each in shown if each < first)
    return agrees and token.upos in ("NOUN", "PROPN") and not named


def _is_told_again(tree: Tree, before: list[int], index: int) -> bool:
    """True if a "these" or "those" is at a noun that was told before: "personal resources … those resources"."""
    token = tree.tokens[index]
    if token.form.lower() not in ("these", "those", "this", "that") or not is_a(token.relation, "det"):
        return False
    lemma = tree.tokens[token.head].lemma.lower()
    return any(tree.tokens[each].lemma.lower() == lemma and tree.tokens[each].upos == "NOUN" for each in before)


def _is_somebody(tree: Tree, index: int) -> bool:
    name = name_at(tree.tokens[index].span)
    return name is None or name.kind != "place"


def _names_again(tree: Tree, before: list[int], noun: int) -> bool:
    """Return whether "the country" or "the president" is after the only name that it can stand for."""
    token = tree.tokens[noun]
    lemma = token.lemma.lower()
    determiner = tree.dependent(noun, "det")
    definite = determiner is not None and tree.tokens[determiner].form.lower() == "the"
    if token.upos != "NOUN" or token.xpos == "NNS" or not definite:
        return False
    names = {name.full: name for each in before if (name := name_at(tree.tokens[each].span)) is not None}
    if lemma in _PLACES:
        places = [name for name in names.values() if name.kind == "place"]
        return len(places) == 1 and (lemma not in ("country", "nation") or place_type(places[0].full) == "country")
    titled = [each for each in before if tree.tokens[each].form.lower() == lemma and tree.tokens[each].upos == "PROPN"]
    return len(titled) == 1


_OF_ONE = frozenset({"his", "her"})
_PLACES = frozenset({"country", "nation", "city", "town", "area", "village", "island", "state"})


def _antecedent(tree: Tree, before: list[int], pronoun: int) -> int | None:
    """The only noun before a pronoun that agrees with it; of "they" and "it" only where it is a subject."""
    form = tree.tokens[pronoun].form.lower()
    if form not in PLURAL_PRONOUNS | THING_PRONOUNS or tree.tokens[pronoun].upos not in ("PRON", "DET"):
        return None
    if is_a(tree.tokens[pronoun].relation, "expl"):
        return None
    nouns = [each for each in before if _heads_a_phrase(tree, each)]
    agreeing = [
        each for each in nouns if _is_plural(tree, each) == (form in PLURAL_PRONOUNS) and not _is_owned(tree, each)
    ]
    if form in THING_PRONOUNS:
        agreeing = [each for each in agreeing if not _is_a_person(tree, each)]
    owner = tree.tokens[pronoun].xpos == "PRP$"
    if len(agreeing) != 1 or not (owner or is_a(tree.tokens[agreeing[0]].relation, "nsubj")):
        return None
    return agreeing[0]


def _is_a_person(tree: Tree, index: int) -> bool:
    name = name_at(tree.tokens[index].span)
    return name is not None and name.kind == "person"


def _is_owned(tree: Tree, index: int) -> bool:
    """Return whether a noun belongs to somebody told before, as the ships of "farmers sold their ships" do."""
    return any(tree.tokens[each].xpos == "PRP$" for each in tree.dependents(index, "nmod"))


def _heads_a_phrase(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.upos in ("NOUN", "PROPN") and not is_a(token.relation, "compound", "flat", "nmod:poss", "conj")


def _is_plural(tree: Tree, index: int) -> bool:
    return tree.tokens[index].xpos in ("NNS", "NNPS") or tree.dependent(index, "conj") is not None
