"""The words that a sentence shown word for word leaves open, if a reader takes a pronoun for a noun before it.

Next: `sentence_faults`, what else keeps such a sentence from being shown.
"""

import re
from collections.abc import Mapping, Sequence

from quizengine.language import FINITE_TAGS, PRONOUNS, Tree, is_a, is_person, name_at, pointers, referent, word_set
from quizengine_numeric_recall.context_sentences import is_told_behind

MARKS = frozenset({"“", "”", '"', "``", "''", "‘"})
_OPEN_AT_ALL = frozenset({"who", "speaker"})
"""Words that no reader understands without more; "the company" may be clear from the rest of the sentence."""
_QUANTIFIERS = word_set("all many most some few both none several others more")
_MILD = word_set("already previously still again also earlier")
_OF_A_NAME = word_set(
    """
    company group paper newspaper firm bank agency country nation city town village state race election team club party
    school university film book play song museum church
    """
)
"""Nouns that a reader takes for what a name just before them bears."""
_PLACES = word_set("country nation city town village state")
_REFLEXIVE = word_set("himself herself itself themselves")
_SINGULAR = frozenset({"NN", "NNP"})
_PLURAL = frozenset({"NNS", "NNPS"})
_PEOPLE = frozenset({"person"})
_MEANT = (
    (word_set("it its"), _SINGULAR),
    (word_set("they them their theirs"), _PLURAL),
    (word_set("he him his she her hers"), _PEOPLE),
)
"""The tags of nouns that a pronoun may stand for."""


def open_words_in(
    tree: Tree, tokens: tuple[int, ...], named: Mapping[int, str], figure: tuple[int, ...]
) -> tuple[list[int], list[int]]:
    """The words that need a sentence before them, and those that a reader may do without."""
    titles = titles_in(tree, tokens)
    found = [
        one
        for one in pointers(tree, tokens, named)
        if one.token not in figure
        and one.token not in titles
        and not is_told_behind(tree, one.token, tokens)
        and not _is_meant_before(tree, one.token, tokens, named)
        and not _is_of_what_follows(tree, one.token)
    ]
    needed = [
        one.token
        for one in found
        if one.kind in _OPEN_AT_ALL
        or _stands_for_a_noun(tree, one.token)
        or not (_links(tree, one.token) or _is_clear(tree, one.token, tokens, named))
    ]
    loose = [one.token for one in found if one.token not in needed and not _links(tree, one.token)]
    return list(dict.fromkeys(needed)), list(dict.fromkeys(loose))


def _is_of_what_follows(tree: Tree, index: int) -> bool:
    """True if "of" is after a quantifier, or a "his" opens the sentence of whoever is named: "many of them"."""
    behind = tree.tokens[min(index + 1, len(tree.tokens) - 1)].form.lower()
    if tree.tokens[index].form.lower() in _QUANTIFIERS and behind == "of":
        return True
    if tree.tokens[index].xpos != "PRP$":
        return False
    named = next((each for each in range(len(tree.tokens)) if is_a(tree.tokens[each].relation, "nsubj")), -1)
    return (
        named > index and tree.tokens[named].upos == "PROPN" and tree.tokens[tree.tokens[named].head].relation == "root"
    )


def _is_meant_before(tree: Tree, index: int, tokens: Sequence[int], named: Mapping[int, str]) -> bool:
    """True if a noun before a pronoun, in the words shown, is of its number: a reader takes that for what it means."""
    form = tree.tokens[index].form.lower()
    tags = next((tags for forms, tags in _MEANT if form in forms), None)
    if tags is None:
        return form in _REFLEXIVE
    before = [each for each in tokens if each < index]
    if tags == _PEOPLE:
        people = [each for each in before if each in named or _is_a_person(tree, each)]
        people = [each for each in people if _may_go_by(tree, each, PRONOUNS[form])]
        return any(not _is_of_one_verb(tree, each, index) for each in people)
    if tags == _SINGULAR:
        before = [each for each in before if not _is_somebody(tree, each)]
    return any(tree.tokens[each].xpos in tags and _may_be_meant(tree, each, index) for each in before)


def _may_go_by(tree: Tree, index: int, pronoun: str) -> bool:
    """Return whether a person is not known to go by the other pronoun: no "he" means Mary Moss."""
    name = referent(tree, index) or name_at(tree.tokens[index].span)
    return name is None or name.pronoun in ("", pronoun)


def _may_be_meant(tree: Tree, noun: int, pronoun: int) -> bool:
    """True if a noun is a subject or an object, and not of the verb that the pronoun goes with: "Ford replaced it"."""
    role = is_a(tree.tokens[noun].relation, "nsubj", "obj", "appos")
    return role and not _is_of_one_verb(tree, noun, pronoun) and not _is_in_its_infinitive(tree, noun, pronoun)


def _is_in_its_infinitive(tree: Tree, noun: int, pronoun: int) -> bool:
    """Return whether a pronoun is in an infinitive that goes with a noun: "the first attempt to save it"."""
    path = [pronoun, *tree.ancestors(pronoun)]
    return noun in path and any(tree.tokens[each].relation == "acl" for each in path[: path.index(noun)])


def _is_of_one_verb(tree: Tree, noun: int, pronoun: int) -> bool:
    """True if a noun is the subject of the verb whose object the pronoun is: "Ford replaced it", "began to sell it"."""
    while is_a(tree.tokens[noun].relation, "flat", "compound", "nmod:desc"):
        noun = tree.tokens[noun].head
    behind = tree.tokens[min(pronoun + 1, len(tree.tokens) - 1)].xpos
    subject = behind in FINITE_TAGS  # "announced it added"
    verb = tree.tokens[pronoun].head
    while verb >= 0 and is_a(tree.tokens[verb].relation, "xcomp"):
        verb = tree.tokens[verb].head
    return tree.tokens[pronoun].xpos == "PRP" and not subject and tree.tokens[noun].head == verb


def _is_somebody(tree: Tree, index: int) -> bool:
    """Return whether a noun is a person, whom no "it" stands for: by name, by kind, or as what a name is said to be."""
    token = tree.tokens[index]
    described = is_a(token.relation, "appos") and _is_a_person(tree, token.head)
    return described or _is_a_person(tree, index) or (token.upos == "NOUN" and is_person(token.lemma.lower()))


def _is_a_person(tree: Tree, index: int) -> bool:
    name = name_at(tree.tokens[index].span) if tree.tokens[index].upos == "PROPN" else None
    return name is not None and name.kind == "person"


def _stands_for_a_noun(tree: Tree, index: int) -> bool:
    """Return whether a "this" has no noun after it, or a "these" has, or "all" is said of what was told before."""
    token = tree.tokens[index]
    if token.form.lower() in _QUANTIFIERS:
        return is_a(token.relation, "nsubj")
    if token.form.lower() in ("there", "here"):
        return True
    if token.form.lower() not in ("this", "that", "these", "those", "such"):
        return False
    behind = tree.tokens[index + 1].xpos if index + 1 < len(tree.tokens) else ""
    return not (token.form.lower() == "that" and behind.startswith(("VB", "MD", "PRP", "DT", "NNP")))


def _is_clear(tree: Tree, index: int, tokens: Sequence[int], named: Mapping[int, str]) -> bool:
    """True if the title tells which "bridge" is meant, or a name before a noun like "the company" what bears it."""
    lemma, title = tree.tokens[index].lemma.lower(), tree.sentence.span.article.title
    if title is not None and re.search(rf"\b{re.escape(lemma)}", title.text.casefold()):
        return True
    if lemma not in _OF_A_NAME:
        return False
    before = [name_at(tree.tokens[each].span) for each in tokens if each < index and tree.tokens[each].upos == "PROPN"]
    bears = any(name is not None and (name.kind == "place") == (lemma in _PLACES) for name in before)
    return bears or any(each < index and named[each] for each in named)


def _links(tree: Tree, index: int) -> bool:
    """Return whether an adverb tells no time that anybody asks for: "already", "previously known", "still", "again"."""
    return tree.tokens[index].form.lower() in _MILD


def is_mark(tree: Tree, index: int) -> bool:
    """Return whether a token is a quotation mark, and no apostrophe."""
    token = tree.tokens[index]
    return token.form in MARKS or (token.form == "'" and token.upos == "PUNCT")


def titles_in(tree: Tree, tokens: Sequence[int]) -> set[int]:
    """The tokens between quotation marks that are the title of something: "The Overthrow Show"."""
    marks = [each for each in tokens if is_mark(tree, each)]
    found: set[int] = set()
    for first, last in zip(marks[::2], marks[1::2], strict=False):
        inside = [each for each in tokens if first < each < last and tree.tokens[each].upos != "PUNCT"]
        capitals = sum(tree.tokens[each].form[:1].isupper() for each in inside)
        if inside and tree.tokens[inside[0]].form[:1].isupper() and 2 * capitals > len(inside):
            found |= {first, last, *inside}
    return found
