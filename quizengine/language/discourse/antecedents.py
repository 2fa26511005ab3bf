"""The candidates that a pronoun or a bare description may refer to.

An anaphor is a word that refers to something named before: "she", "they", "its", "the company". Its candidates are the
names mentioned before it. Next: `antecedent_features`, the features of each candidate.
"""

from bisect import bisect_left
from dataclasses import dataclass

from quizengine.language.discourse.pronouns import THIRD_PERSON
from quizengine.language.names import Name, name_mentions
from quizengine.language.names.titles import is_role_noun
from quizengine.language.reporting import stance_of
from quizengine.language.sentences import is_inside_quotation, quoted_in
from quizengine.language.syntax.tree import Tree, is_a, trees
from quizengine.language.word_lists import word_set
from quizengine.text.article import Article, cache_per_article

_FURTHEST = 8
"""Sentences back in which a candidate must be mentioned."""
_MOST = 12
"""Candidates of one anaphor, the nearest ones."""
_KIN = word_set(
    """
    man woman boy girl father mother dad mom mum son daughter brother sister husband wife friend uncle aunt cousin
    nephew niece grandfather grandmother child person someone anyone everyone one baby king queen prince princess
    shah sultan emperor empress citizen guest customer owner colleague partner neighbour neighbor
    """
)
_INSIDE_NAMES = ("compound", "flat", "nmod:desc", "amod", "det")


@dataclass(frozen=True)
class Anaphor:
    """A word that refers to something named before."""

    sentence: int
    """The place of its sentence among the trees of the article."""
    token: int
    sort: str
    """"he", "she", "they", "it", or "the" for a description."""


@dataclass(frozen=True)
class Place:
    """The place of a mention."""

    sentence: int
    token: int
    """The head of the mention."""
    name: Name
    quoted: bool


@dataclass(frozen=True)
class DiscourseModel:
    """Everything that an article mentions by name or pronoun, by sentence."""

    trees: tuple[Tree, ...]
    places: tuple[tuple[Place, ...], ...]
    anaphors: tuple[Anaphor, ...]
    counts: tuple[int, int]
    """The numbers of anaphors that are "he" and "she"."""


@dataclass(frozen=True)
class Candidate:
    """A name that an anaphor may refer to, with its last mention before the anaphor."""

    name: Name
    last: Place


@cache_per_article
def discourse_model(article: Article) -> DiscourseModel:
    """The mentions and anaphors of an article; what is in quotations is not an anaphor: anybody may be meant there."""
    every = trees(article)
    starts = [tree.sentence.span.start for tree in every]
    places: list[list[Place]] = [[] for _ in every]
    for span, name in name_mentions(article):
        at = bisect_left(starts, span.start + 1) - 1
        inside = every[at].tokens_in(span) if at >= 0 else ()
        if inside:
            head = next((each for each in inside if every[at].tokens[each].head not in inside), inside[0])
            places[at].append(Place(at, head, name, is_in_quotation(every[at], inside[0])))
    anaphors = [
        Anaphor(number, token, sort)
        for number, tree in enumerate(every)
        for token in range(len(tree.tokens))
        if (sort := anaphor_sort(tree, token)) and not is_in_quotation(tree, token)
    ]
    he, she = (sum(one.sort == sort for one in anaphors) for sort in ("he", "she"))
    return DiscourseModel(every, tuple(map(tuple, places)), tuple(anaphors), (he, she))


def anaphor_sort(tree: Tree, index: int) -> str:
    """The sort of anaphor that a token is; empty if it is none."""
    token = tree.tokens[index]
    if token.xpos in ("PRP", "PRP$"):
        following = tree.tokens[index + 1].form if index + 1 < len(tree.tokens) else ""
        leading = tree.tokens[index - 1].form if index else ""
        anybody = "/" in (leading, following) or "or" in (leading, following)
        return "" if is_a(token.relation, "expl") or anybody else THIRD_PERSON.get(token.form.lower(), "")
    return "the" if is_bare_description(tree, index) else ""


def is_bare_description(tree: Tree, index: int) -> bool:
    """Return whether a noun has "the", "this" or "that" and nothing else with it: "the company"."""
    token = tree.tokens[index]
    if token.xpos != "NN" or not index or tree.tokens[index - 1].form.lower() not in ("the", "this", "that"):
        return False
    children = tree.children[index]
    determined = [each for each in children if tree.tokens[each].form.lower() in ("the", "this", "that")]
    others = [each for each in children if not is_a(tree.tokens[each].relation, "det", "case", "punct", "cop", "nsubj")]
    outside = [each for each in others if not is_a(tree.tokens[each].relation, "aux", "advmod", "mark", "cc", "conj")]
    joined = is_a(token.relation, "compound", "nmod:desc", "flat")
    return len(determined) == 1 and determined[0] == index - 1 and not outside and not joined


def is_in_quotation(tree: Tree, index: int) -> bool:
    """Return whether a token is between quotation marks, where "he" may be anybody whom the speaker meant."""
    place = tree.tokens[index].span.start
    paragraph = tree.sentence.span.paragraph
    return is_inside_quotation(paragraph, place) or any(start <= place < end for start, end in quoted_in(paragraph))


def antecedent_candidates(where: DiscourseModel, anaphor: Anaphor) -> tuple[Candidate, ...]:
    """The names that the anaphor may stand for, the last mentioned first."""
    found: dict[str, Candidate] = {}
    furthest = 0 if anaphor.sort in ("he", "she") and _follows_a_person(where, anaphor) else _FURTHEST
    for number in range(anaphor.sentence, max(-1, anaphor.sentence - furthest - 1), -1):
        for place in reversed(where.places[number]):
            before = number < anaphor.sentence or place.token < anaphor.token
            new = before and not place.quoted and place.name.full not in found
            if new and _may_be(place.name, anaphor.sort) and not _is_another(where.trees[number], place, anaphor):
                found[place.name.full] = Candidate(place.name, place)
                if len(found) == _MOST:
                    return tuple(found.values())
    return tuple(found.values())


def _follows_a_person(where: DiscourseModel, anaphor: Anaphor) -> bool:
    """Return whether its own sentence speaks of somebody without a name before it: "the citizen … his"."""
    tree = where.trees[anaphor.sentence]
    return any(
        token.xpos == "NN" and is_person(token.lemma) and is_a(token.relation, "nsubj", "obj", "obl", "nmod", "conj")
        for token in tree.tokens[: anaphor.token]
    )


def is_person(noun: str) -> bool:
    """Return whether a common noun, in lower case, stands for a person."""
    return is_role_noun(noun) or noun in _KIN


def _may_be(name: Name, sort: str) -> bool:
    person = name.kind == "person"
    if sort in ("he", "she"):
        return (person and name.pronoun in ("", sort)) or not name.sure_kind
    return not (person and name.sure_kind and sort == "it")


def _is_another(tree: Tree, place: Place, anaphor: Anaphor) -> bool:
    """Return whether the anaphor must be somebody else than the subject of its own verb: "Lee asked him"."""
    token = tree.tokens[anaphor.token] if place.sentence == anaphor.sentence else None
    if token is None or token.xpos == "PRP$" or token.form.lower().endswith(("self", "selves")):
        return False
    return not is_a(token.relation, "nsubj") and is_its_own_clause(tree, anaphor.token, place.token)


def is_in_the_words_of(tree: Tree, speaker: int, other: int) -> bool:
    """Return whether another word is in what a subject says, before it: "Lee is no coward, he said"."""
    verb = tree.tokens[speaker].head
    if verb <= speaker or not is_a(tree.tokens[speaker].relation, "nsubj"):
        return False
    if stance_of(tree.tokens[verb].lemma) != "asserts":
        return False
    if is_parenthetical(tree, speaker):
        return True
    said = [each for each in tree.dependents(verb, "ccomp", "parataxis") if each < speaker]
    said += [tree.tokens[verb].head] if is_a(tree.tokens[verb].relation, "parataxis") else []
    return any(other in tree.subtree(each) for each in said)


def is_parenthetical(tree: Tree, index: int) -> bool:
    """Return whether a pronoun and its verb are between marks, as what says who spoke: "…, he said."."""
    tokens = tree.tokens
    between = 0 < index < len(tokens) - 2 and tokens[index - 1].upos == "PUNCT" and tokens[index + 2].upos == "PUNCT"
    return between and stance_of(tokens[index + 1].lemma) == "asserts"


def syntactic_role(tree: Tree, index: int) -> str:
    """Return what a noun or a pronoun is to its clause, in few words."""
    token = tree.tokens[index]
    while is_a(token.relation, *_INSIDE_NAMES) and token.head >= 0 and token.relation != "nmod:poss":
        index, token = token.head, tree.tokens[token.head]
    if token.relation == "conj" or tree.dependent(index, "conj") is not None:
        return "row"
    if is_a(token.relation, "nsubj"):
        verb = tree.tokens[token.head] if token.head >= 0 else token
        return "subject" if verb.head < 0 or verb.relation in ("conj", "parataxis", "ccomp") else "lower subject"
    return "owner" if token.relation == "nmod:poss" else token.relation.partition(":")[0]


def is_its_own_clause(tree: Tree, index: int, other: int) -> bool:
    """Return whether both depend on the same verb, as in "Lee asked him"."""
    verb = next((each for each in tree.ancestors(index) if tree.tokens[each].upos in ("VERB", "AUX")), -1)
    above = next((each for each in tree.ancestors(other) if tree.tokens[each].upos in ("VERB", "AUX")), -2)
    return verb == above
