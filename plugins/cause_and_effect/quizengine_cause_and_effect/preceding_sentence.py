"""The sentence right before another one, if it tells what "he" or "the glass" there refers to.

It is shown whole, so it may be longer than the result of `quizengine.language.lead_in`. Next: `source_sentences`.
"""

from collections.abc import Sequence

from quizengine.language import (
    PLURAL_PRONOUNS,
    THING_PRONOUNS,
    Realised,
    Tree,
    full_names,
    is_a,
    main_clause,
    mentions_between,
    name_at,
    pointers,
    salience,
    stands_alone,
    tree_index,
    trees,
)
from quizengine_cause_and_effect.relation_sentences import CannotBe, plain_sentence

_LONGEST = 22
"""Words; with the statement after it a reader has two sentences to read."""
_OF_ONE = frozenset({"he", "him", "his", "she", "her", "himself", "herself"})


def sentence_before(tree: Tree, tokens: Sequence[int], named: dict[int, str]) -> str:
    """The sentence before, with a blank after it; raises CannotBe if it does not explain all that is open."""
    at = tree_index(tree)
    before = trees(tree.sentence.span.article)[at - 1] if at else None
    if before is None or before.sentence.span.paragraph.start != tree.sentence.span.paragraph.start:
        raise CannotBe("it points to what is told elsewhere")
    said = _whole(before)
    shown = set(said.tokens)
    opened = [pointer.token for pointer in pointers(tree, tokens, named)]
    if not all(_is_told(tree, each, before, shown) for each in opened):
        raise CannotBe("it points to what is told elsewhere")
    text = plain_sentence(said)
    if len(text.split()) > _LONGEST:
        raise CannotBe("it points to what is told elsewhere")
    return f"{text} "


def _whole(tree: Tree) -> Realised:
    """All of a sentence that stands alone; raises CannotBe."""
    main = main_clause(tree)
    if main is None or main.subject is None or not main.verb.finite or salience(tree) == 0 or main.said:
        raise CannotBe("the sentence before it is no plain statement")
    subject = main.subject.tokens
    tokens = tree.trimmed(range(len(tree.tokens)))
    names = full_names(tree, tokens)
    if subject[0] > main.verb.first or tree.tokens[0].upos in ("CCONJ", "ADV") or not main.is_fact:
        raise CannotBe("the sentence before it is no plain statement")
    if not stands_alone(tree, tokens, names):
        raise CannotBe("it points to what is told elsewhere")
    opening = tuple(each for each in tokens if each < subject[0])
    rest = tuple(each for each in tokens if each > subject[0] and each not in subject)
    if opening and tree.tokens[opening[-1]].form != ",":
        opening, subject = (), (*opening, *subject)
    return Realised(main, tree.trimmed(opening), subject, rest, names)


def _is_told(tree: Tree, index: int, before: Tree, shown: set[int]) -> bool:
    """Return whether a word that points outside its sentence can only mean what the sentence before names."""
    token = tree.tokens[index]
    form = token.form.lower()
    if form in _OF_ONE:
        span = before.sentence.span
        people = {name.full: name for _, name in mentions_between(span.article, span.start, span.end)}
        persons = [name for name in people.values() if name.kind == "person"]
        woman = form in ("she", "her", "herself")
        return len(persons) == 1 and persons[0].pronoun in ("", "she" if woman else "he")
    if form in PLURAL_PRONOUNS | THING_PRONOUNS:
        return _is_the_only_one(before, many=form in PLURAL_PRONOUNS)
    nouns = {before.tokens[each].lemma.lower() for each in shown if before.tokens[each].upos == "NOUN"}
    noun = token if token.upos == "NOUN" else tree.tokens[token.head] if is_a(token.relation, "det") else None
    return noun is not None and noun.lemma.lower() in nouns


def _is_the_only_one(before: Tree, *, many: bool) -> bool:
    """Return whether the subject of a sentence is its only noun of a number, or the first of a name."""
    main = main_clause(before)
    if main is None or main.subject is None:
        return False
    nouns = [each for each in range(len(before.tokens)) if _heads(before, each)]
    fitting = [each for each in nouns if (before.tokens[each].xpos in ("NNS", "NNPS")) == many]
    name = name_at(before.tokens[main.subject.head].span)
    person = name is not None and name.kind == "person"
    return main.subject.head in fitting and not (person and not many) and (len(fitting) == 1 or many)


def _heads(tree: Tree, index: int) -> bool:
    """Return whether a token is the noun of a phrase of its own."""
    token = tree.tokens[index]
    return token.upos in ("NOUN", "PROPN") and not is_a(token.relation, "compound", "flat", "nmod:poss")
