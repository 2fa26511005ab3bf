"""Words that readers understand in a whole sentence, if nothing between a word and its referent was left out.

For a clause that is cut out of its sentence, `clear_pronouns` demands more.
"""

from collections.abc import Callable, Iterable

from quizengine import Article
from quizengine.language import (
    PLURAL_PRONOUNS,
    PRONOUNS,
    THING_PRONOUNS,
    Clause,
    Tree,
    content_words,
    is_a,
    name_at,
    pointers,
    word_set,
)
from quizengine_cause_and_effect.signals import DOERS

_PEOPLE = DOERS | word_set(
    "people worker student troop resident immigrant colonist slave teen adult patient respondent"
)
_GROUPS = word_set("force army team family group crew band party company committee council staff regiment")
"""Nouns in the singular that "their" may stand for."""


def told_by_the_title(tree: Tree, tokens: Iterable[int], given: dict[int, str]) -> dict[int, str]:
    """The nouns with "the" that the title names, standing for themselves: "the lamp" in “Davy’s lamp”."""
    article = tree.sentence.span.article
    title = frozenset(content_words(article.title.text)) if article.title else frozenset()
    open_words = (pointer.token for pointer in pointers(tree, sorted(tokens), given) if pointer.kind == "which")
    return {
        each: tree.tokens[each].form
        for each in open_words
        if tree.tokens[each].upos == "NOUN" and title & frozenset(content_words(tree.tokens[each].form))
    }


def can_be_shown(article: Article) -> bool:
    """Return whether an article has a title short and plain enough to be named in a question."""
    words = " ".join(article.title.text.split()) if article.title else ""
    return (
        0 < len(words.split()) <= _LONGEST_TITLE
        and not any(mark in words for mark in "“”\"'’:;–—")
        and words[-1] not in ".?!"
    )


_LONGEST_TITLE = 10


def understood(tree: Tree, tokens: Iterable[int], main: Clause, given: dict[int, str]) -> dict[int, str]:
    """Return what is in place of tokens, with each word that is clear in its whole sentence standing for itself."""
    shown = sorted(tokens)
    found = dict(given)
    for pointer in pointers(tree, shown, given):
        index = pointer.token
        before = [each for each in shown if each < index and tree.tokens[each].upos in ("NOUN", "PROPN")]
        if main.subject and index == main.subject.head:
            before = []  # who a sentence is about is hardly named in its opening
        if any(clear(tree, index, before, main) for clear in _CLEAR):
            found[index] = tree.tokens[index].form
    return found


def _means_itself(tree: Tree, index: int, before: list[int], main: Clause) -> bool:
    """A "themselves", which always stands for something just before it."""
    return tree.tokens[index].form.lower() in ("themselves", "itself") and bool(before)


def _is_the_subject_s(tree: Tree, index: int, before: list[int], main: Clause) -> bool:
    """A "their" or "its" after the subject of its clause where that can be meant: "Cork sold its mill"."""
    token = tree.tokens[index]
    if token.xpos != "PRP$" or token.form.lower() not in PLURAL_PRONOUNS | THING_PRONOUNS:
        return False
    subjects = (tree.dependent(each, "nsubj") for each in tree.ancestors(index))
    subject = next((each for each in subjects if each is not None), None)
    return subject is not None and subject in before and _fits(tree, subject, token.form.lower())


def _is_several(tree: Tree, index: int, before: list[int], main: Clause) -> bool:
    """A "they" after a noun in the plural: "allows workers to do the part where they are best"."""
    return tree.tokens[index].form.lower() in PLURAL_PRONOUNS and any(_is_plural(tree, each) for each in before)


def _is_somebody(tree: Tree, index: int, before: list[int], main: Clause) -> bool:
    """A "he" or "her" after the name of a person."""
    form = tree.tokens[index].form.lower()
    if form not in PRONOUNS:
        return False
    known = {"she"} if PRONOUNS[form] == "she" else {"he", ""}
    found = (name_at(tree.tokens[each].span) for each in before)
    return any(name is not None and name.kind == "person" and name.pronoun in known for name in found)


def _is_the_subject(tree: Tree, index: int, before: list[int], main: Clause) -> bool:
    """An "it" after a subject with which the sentence begins."""
    first = before[0] if before else None
    return (
        tree.tokens[index].form.lower() in THING_PRONOUNS
        and first is not None
        and is_a(tree.tokens[first].relation, "nsubj")
    )


def _is_told_behind(tree: Tree, index: int, before: list[int], main: Clause) -> bool:
    """A "their" ahead of the only one that it can mean: "Belief in their strength led farmers to rise"."""
    token = tree.tokens[index]
    if (
        token.form.lower() != "their"
        or main.subject is None
        or index > main.verb.first
        or any(_is_plural(tree, each) for each in before)
    ):
        return False
    inside = index in main.subject.tokens
    meant = main.object if inside else main.subject
    return meant is not None and meant.head > index and _fits(tree, meant.head, "their")


def _is_any(tree: Tree, index: int, before: list[int], main: Clause) -> bool:
    """A "the scene" after a subject that stands for all of a kind, in the present: any scene is meant."""
    verb = main.verb
    if tree.tokens[index].upos != "NOUN" or main.subject is None or index in main.subject.tokens:
        return False
    timeless = verb.tense == "present" and not (verb.perfect or verb.progressive or verb.modal)
    subject = [tree.tokens[each] for each in main.subject.tokens]
    determiner = tree.dependent(main.subject.head, "det")
    of_all = determiner is None or tree.dependent(main.subject.head, "nmod") is not None
    return timeless and of_all and not any(token.upos in ("PROPN", "PRON", "NUM") for token in subject)


def _fits(tree: Tree, noun: int, pronoun: str) -> bool:
    token = tree.tokens[noun]
    if token.upos not in ("NOUN", "PROPN"):
        return False
    if pronoun in PLURAL_PRONOUNS:
        return _is_plural(tree, noun) or token.lemma.lower() in _GROUPS
    return not _is_plural(tree, noun) and token.lemma.lower() not in _PEOPLE - _GROUPS


def _is_plural(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    joined = tree.dependent(index, "conj") is not None
    return token.xpos in ("NNS", "NNPS") or joined or token.lemma.lower() == "people"


_CLEAR: tuple[Callable[[Tree, int, list[int], Clause], bool], ...] = (
    _means_itself,
    _is_the_subject_s,
    _is_several,
    _is_somebody,
    _is_the_subject,
    _is_told_behind,
    _is_any,
)
"""Each tells whether readers understand a word in its sentence, by the nouns before it and the main clause."""
