"""Resolves "he" and "she" by grammar: the subject of their own sentence, or of the sentence before.

Tested on the coreference of the training and dev documents of GUM. A subject or a possessive pronoun referred to the
person named as the main subject before it in its sentence in 111 of 114 cases if nobody else is between; a pronoun
referred to the person named as the main subject of the sentence before, in the same paragraph, in 85 of 86 cases if
that sentence names nobody else; and "He … . He …" as subjects were one person in 42 of 42. Next: `pronoun_runs`, which
joins the pronouns of one person.
"""

from collections.abc import Iterator

from quizengine.language.discourse.antecedents import (
    Anaphor,
    DiscourseModel,
    Place,
    anaphor_sort,
    is_in_quotation,
    is_parenthetical,
    is_person,
    syntactic_role,
)
from quizengine.language.names.titles import gender_of_noun
from quizengine.language.reporting import stance_of
from quizengine.language.syntax.tree import Tree, is_a

_HEADS = ("nsubj", "obj", "iobj", "obl", "nmod", "conj", "appos", "root")
_INSIDE_NAMES = ("compound", "flat", "nmod:desc")
LEADING = ("subject", "lower subject")
"""The roles of what leads a clause."""
_OPENING = 1
"""The last token at which a pronoun still opens its sentence: "But he …"."""
_FURTHEST = 6
"""Sentences back over which quoted words may reach."""


def subject_meant(where: DiscourseModel, anaphor: Anaphor) -> Place | Anaphor | None:
    """The person, by name or by the same pronoun, whom grammar makes an anaphor mean; None if it does not tell."""
    own = _own_subject(where, anaphor)
    if own is not None:
        return own
    tree = where.trees[anaphor.sentence]
    if anaphor.sentence == 0 or any(spoken_of(where, anaphor.sentence, 0, anaphor.token, anaphor.sort)):
        return None
    if any(
        anaphor_sort(tree, index) == anaphor.sort and not is_in_quotation(tree, index) for index in range(anaphor.token)
    ):
        return None
    if in_one_paragraph(where.trees[anaphor.sentence - 1], tree):
        return _subject_before(where, anaphor, anaphor.sentence - 1)
    return _speaker_before(where, anaphor)


def is_somebody(tree: Tree, index: int, sort: str) -> bool:
    """Return whether a common noun, or an office with a capital, speaks of one person who may go by the pronoun."""
    token = tree.tokens[index]
    noun = token.xpos in ("NN", "NNP") and is_person(token.lemma.lower()) and is_a(token.relation, *_HEADS)
    return noun and gender_of_noun(token.lemma.lower()) in ("", sort)


def persons_at(where: DiscourseModel, sentence: int, sort: str) -> dict[int, Place]:
    """The mentions of people in a sentence who may go by the pronoun, by the token of their head."""
    return {
        place.token: place
        for place in where.places[sentence]
        if place.name.kind == "person" and place.name.pronoun in ("", sort)
    }


def spoken_of(where: DiscourseModel, sentence: int, first: int, last: int, sort: str) -> Iterator[bool]:
    """Tell for each word of a stretch whether it speaks of one person who may go by the pronoun."""
    tree, named = where.trees[sentence], persons_at(where, sentence, sort)
    return (index in named or is_somebody(tree, index, sort) for index in range(first, last))


def may_be_a_person(place: Place, sort: str) -> bool:
    """Return whether a mention, of whatever kind is not sure, may go by the pronoun."""
    return (place.name.kind == "person" or not place.name.sure_kind) and place.name.pronoun in ("", sort)


def in_one_paragraph(one: Tree, other: Tree) -> bool:
    """Return whether two sentences are in one paragraph."""
    return one.sentence.span.paragraph.start == other.sentence.span.paragraph.start


def main_subject(tree: Tree, rows: bool = False) -> int | None:
    """The subject before the root of a sentence; None for a row, as in "Lee and Dean", unless `rows` count."""
    found = [
        index
        for index, token in enumerate(tree.tokens)
        if token.relation in ("nsubj", "nsubj:pass") and token.head > index and tree.tokens[token.head].head < 0
    ]
    if not found and tree.tokens[0].upos == "PROPN":
        found = [0]  # "Lopes, 47, voted …" may be read as a name with a participle
    return found[0] if found and (rows or tree.dependent(found[0], "conj") is None) else None


def _own_subject(where: DiscourseModel, anaphor: Anaphor) -> Place | None:
    """The main subject before a subject or a possessive in its own sentence, with nobody else between."""
    tree = where.trees[anaphor.sentence]
    token = tree.tokens[anaphor.token]
    if (token.xpos != "PRP$" and not is_a(token.relation, "nsubj")) or is_parenthetical(tree, anaphor.token):
        return None
    subject = main_subject(tree)
    place = _name_at(where, anaphor, subject) if subject is not None and subject < anaphor.token else None
    if place is None or subject is None:
        return None
    inside = {*tree.subtree(subject), tree.tokens[subject].head}  # "Lee is a lawyer who said he …"
    others = {
        each.token
        for each in where.places[anaphor.sentence]
        if each.name.full != place.name.full
        and may_be_a_person(each, anaphor.sort)
        and (each.name.kind == "person" or syntactic_role(tree, each.token) in LEADING)
    }
    for index in range(subject + 1, anaphor.token):
        if index in others or (index not in inside and _may_be_meant(tree, index, anaphor)):
            return None
    return place


def _may_be_meant(tree: Tree, index: int, anaphor: Anaphor) -> bool:
    """Return whether a word without a name means somebody who may go by the pronoun: "the senator", "asked him"."""
    is_object = is_a(tree.tokens[index].relation, "obj", "iobj", "obl")
    return is_somebody(tree, index, anaphor.sort) or (is_object and anaphor_sort(tree, index) == anaphor.sort)


def _name_at(where: DiscourseModel, anaphor: Anaphor, subject: int, sentence: int | None = None) -> Place | None:
    """The person whose name is a subject, and not only a part of it: "Lee", "Governor Lee"."""
    number = anaphor.sentence if sentence is None else sentence
    tree = where.trees[number]
    for place in persons_at(where, number, anaphor.sort).values():
        top = place.token
        while top != subject and is_a(tree.tokens[top].relation, *_INSIDE_NAMES) and tree.tokens[top].head >= 0:
            top = tree.tokens[top].head
        if top == subject and not place.quoted:
            return None if is_person(place.name.full.lower()) else place  # "the Tsar" may be any
    return None


def _subject_before(where: DiscourseModel, anaphor: Anaphor, number: int) -> Place | Anaphor | None:
    """The main subject of an earlier sentence, where nothing speaks against it."""
    earlier, tree = where.trees[number], where.trees[anaphor.sentence]
    subject = main_subject(earlier)
    if subject is None:
        return None
    opens = is_a(tree.tokens[anaphor.token].relation, "nsubj") and (
        anaphor.token <= _OPENING or _ends_quoted_words(tree, anaphor.token)
    )
    if anaphor_sort(earlier, subject) == anaphor.sort and opens and not is_in_quotation(earlier, subject):
        return Anaphor(number, subject, anaphor.sort)
    place = _name_at(where, anaphor, subject, number)
    if place is None:
        return None
    others = [each for each in persons_at(where, number, anaphor.sort).values() if each.name.full != place.name.full]
    if opens:
        clear = all(each.token > subject and not _takes_part(earlier, each.token) for each in others)
        return place if clear else None
    if others:
        return None
    nouns = any(is_somebody(earlier, index, anaphor.sort) for index in range(len(earlier.tokens)))
    return None if nouns else place


def _takes_part(tree: Tree, index: int) -> bool:
    """Return whether somebody is an object of the main verb, who may be the next subject: "Lee asked Dean"."""
    while is_a(tree.tokens[index].relation, *_INSIDE_NAMES) and tree.tokens[index].head >= 0:
        index = tree.tokens[index].head
    token = tree.tokens[index]
    of_the_root = token.head >= 0 and tree.tokens[token.head].head < 0
    return of_the_root and token.upos == "PROPN" and is_a(token.relation, "obj", "iobj", "obl", "ccomp", "xcomp")


def _speaker_before(where: DiscourseModel, anaphor: Anaphor) -> Place | Anaphor | None:
    """Return who spoke in the paragraph before "…," he said, where only quoted words are in between."""
    tree = where.trees[anaphor.sentence]
    if not _ends_quoted_words(tree, anaphor.token):
        return None
    for number in range(anaphor.sentence - 1, max(-1, anaphor.sentence - _FURTHEST), -1):
        earlier = where.trees[number]
        if not all(
            is_in_quotation(earlier, index) for index, token in enumerate(earlier.tokens) if token.upos != "PUNCT"
        ):
            subject = main_subject(earlier)
            spoke = subject is not None and _says(earlier, subject)
            return _subject_before(where, anaphor, number) if spoke else None
    return None


def _ends_quoted_words(tree: Tree, index: int) -> bool:
    """Return whether a pronoun says who spoke the words before it: "…," he said."""
    return _says(tree, index) and any(is_in_quotation(tree, each) for each in range(index))


def _says(tree: Tree, index: int) -> bool:
    """Return whether a word is the subject of a verb of saying."""
    token = tree.tokens[index]
    return is_a(token.relation, "nsubj") and token.head >= 0 and stance_of(tree.tokens[token.head].lemma) == "asserts"
