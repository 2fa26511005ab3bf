"""What may be meant by a pronoun or a bare description, and what speaks for each name.

An anaphor is a word that stands for something named before: "she", "they", "its", "the company". Its candidates are the
names mentioned before it; `tools/train_coreference.py` learns what each feature weighs.
Next: `coreference`, which decides.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from quizengine.article import Article, per_article
from quizengine.language.discourse.pronouns import THIRD_PERSON
from quizengine.language.names import Name, mentioned
from quizengine.language.names.titles import is_role_noun
from quizengine.language.sentences import opened_before, quoted_in
from quizengine.language.syntax.tree import Tree, is_a, trees
from quizengine.language.word_lists import listed

_FURTHEST = 8
"""Sentences back in which a candidate must be mentioned."""
_MOST = 12
"""Candidates of one anaphor, the nearest ones."""
_KIN = listed(
    """
    man woman boy girl father mother son daughter brother sister husband wife friend uncle aunt cousin nephew niece
    grandfather grandmother child person someone anyone everyone one baby king queen prince princess
    shah sultan emperor empress citizen guest customer owner colleague partner neighbour neighbor
    """
)
_INSIDE_NAMES = ("compound", "flat", "nmod:desc", "amod", "det")


@dataclass(frozen=True)
class Anaphor:
    """A word that stands for something named before."""

    sentence: int
    """The place of its sentence among the trees of the article."""
    token: int
    sort: str
    """"he", "she", "they", "it", or "the" for a description."""


@dataclass(frozen=True)
class Place:
    """Where a name is mentioned."""

    sentence: int
    token: int
    """The head of the mention."""
    name: Name
    quoted: bool


@dataclass(frozen=True)
class Scene:
    """All that an article mentions by name or pronoun, by sentence."""

    trees: tuple[Tree, ...]
    places: tuple[tuple[Place, ...], ...]
    anaphors: tuple[Anaphor, ...]
    counts: tuple[int, int]
    """How many anaphors are "he", and how many "she"."""


@dataclass(frozen=True)
class Candidate:
    """A name that an anaphor may stand for, with its last mention before."""

    name: Name
    last: Place


@per_article
def scene(article: Article) -> Scene:
    """The mentions and anaphors of an article; what stands in quotations is no anaphor: anybody may be meant there."""
    every = trees(article)
    starts = [tree.sentence.span.start for tree in every]
    places: list[list[Place]] = [[] for _ in every]
    for span, name in mentioned(article):
        at = bisect_left(starts, span.start + 1) - 1
        inside = every[at].tokens_in(span) if at >= 0 else ()
        if inside:
            head = next((each for each in inside if every[at].tokens[each].head not in inside), inside[0])
            places[at].append(Place(at, head, name, in_a_quotation(every[at], inside[0])))
    anaphors = [
        Anaphor(number, token, sort)
        for number, tree in enumerate(every)
        for token in range(len(tree.tokens))
        if (sort := sort_of(tree, token)) and not in_a_quotation(tree, token)
    ]
    he, she = (sum(one.sort == sort for one in anaphors) for sort in ("he", "she"))
    return Scene(every, tuple(map(tuple, places)), tuple(anaphors), (he, she))


def sort_of(tree: Tree, index: int) -> str:
    """The sort of anaphor that a token is; empty where it is none."""
    token = tree.tokens[index]
    if token.xpos in ("PRP", "PRP$"):
        following = tree.tokens[index + 1].form if index + 1 < len(tree.tokens) else ""
        leading = tree.tokens[index - 1].form if index else ""
        anybody = "/" in (leading, following) or "or" in (leading, following)
        return "" if is_a(token.relation, "expl") or anybody else THIRD_PERSON.get(token.form.lower(), "")
    return "the" if is_bare_description(tree, index) else ""


def is_bare_description(tree: Tree, index: int) -> bool:
    """Whether a noun stands with "the", "this" or "that" and nothing else: "the company"."""
    token = tree.tokens[index]
    if token.xpos != "NN" or not index or tree.tokens[index - 1].form.lower() not in ("the", "this", "that"):
        return False
    children = tree.children[index]
    determined = [each for each in children if tree.tokens[each].form.lower() in ("the", "this", "that")]
    others = [each for each in children if not is_a(tree.tokens[each].relation, "det", "case", "punct", "cop", "nsubj")]
    outside = [each for each in others if not is_a(tree.tokens[each].relation, "aux", "advmod", "mark", "cc", "conj")]
    joined = is_a(token.relation, "compound", "nmod:desc", "flat")
    return len(determined) == 1 and determined[0] == index - 1 and not outside and not joined


def in_a_quotation(tree: Tree, index: int) -> bool:
    """Whether a token stands between quotation marks, where "he" may be anybody whom the speaker meant."""
    place = tree.tokens[index].span.start
    paragraph = tree.sentence.span.paragraph
    return opened_before(paragraph, place) or any(start <= place < end for start, end in quoted_in(paragraph))


def candidates(where: Scene, anaphor: Anaphor) -> tuple[Candidate, ...]:
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


def _follows_a_person(where: Scene, anaphor: Anaphor) -> bool:
    """Whether its own sentence speaks of somebody without a name before it: "the citizen … his"."""
    tree = where.trees[anaphor.sentence]
    return any(
        token.xpos == "NN" and is_person(token.lemma) and is_a(token.relation, "nsubj", "obj", "obl", "nmod", "conj")
        for token in tree.tokens[: anaphor.token]
    )


def is_person(noun: str) -> bool:
    """Whether a common noun, in lower case, stands for a person."""
    return is_role_noun(noun) or noun in _KIN


def _may_be(name: Name, sort: str) -> bool:
    person = name.kind == "person"
    if sort in ("he", "she"):
        return (person and name.pronoun in ("", sort)) or not name.sure_kind
    return not (person and name.sure_kind and sort == "it")


def _is_another(tree: Tree, place: Place, anaphor: Anaphor) -> bool:
    """Whether the anaphor must be somebody else than the subject of its own verb: "Lee asked him"."""
    token = tree.tokens[anaphor.token] if place.sentence == anaphor.sentence else None
    if token is None or token.xpos == "PRP$" or token.form.lower().endswith(("self", "selves")):
        return False
    return not is_a(token.relation, "nsubj") and _is_its_own_clause(tree, anaphor.token, place.token)


def features(where: Scene, anaphor: Anaphor, candidate: Candidate, among: tuple[Candidate, ...]) -> Iterator[str]:
    """What tells whether a candidate, one of several, is meant."""
    sort = "person" if anaphor.sort in ("he", "she") else anaphor.sort
    for told in _told(where, anaphor, candidate, among):
        yield f"{sort} {told}"


def _told(where: Scene, anaphor: Anaphor, candidate: Candidate, among: tuple[Candidate, ...]) -> Iterator[str]:
    tree, last, name = where.trees[anaphor.sentence], candidate.last, candidate.name
    token = tree.tokens[anaphor.token]
    role, its_role = role_of(tree, anaphor.token), role_of(where.trees[last.sentence], last.token)
    distance = min(anaphor.sentence - last.sentence, 4)
    gap = min(_gap(where, anaphor, last), 4)
    rank, size = among.index(candidate), len(among)
    agrees = name.pronoun == anaphor.sort
    kind = f"{name.kind}{'' if name.sure_kind else '?'}"
    people = sum(other.name.kind == "person" for other in among)
    alike = sum(other.name.kind == name.kind for other in among)
    yield from ("bias", f"kind {kind}", f"agrees {agrees}", f"kind {kind} agrees {agrees}", f"role {role} {its_role}")
    yield from (
        f"distance {distance}",
        f"gap {gap}",
        f"distance {distance} gap {gap}",
        f"distance {distance} {its_role}",
    )
    yield from (f"rank {min(rank, 4)}", f"rank {min(rank, 3)} of {min(size, 4)}", f"rank {min(rank, 3)} {kind}")
    yield from (
        f"people {min(people, 3)} {kind}",
        f"alike {min(alike, 4)}",
        f"alike {min(alike, 3)} gap {gap} {its_role}",
    )
    yield f"alike {min(alike, 3)} agrees {agrees} distance {distance}"
    before = sum(mention.start < token.span.start for mention in name.mentions)
    yield from (f"times {min(before, 5)}", f"certain {name.certain}")
    yield from _salience(where, anaphor, candidate, among)
    most = max(len(other.name.mentions) for other in among)
    yield f"most {len(name.mentions) == most} {kind} {min(size, 3)}"
    yield f"first {_is_first_in_sentence(where, last)} gap {gap}"
    same = tree.sentence.span.paragraph.start == where.trees[last.sentence].sentence.span.paragraph.start
    yield f"paragraph {same} gap {gap}"
    yield f"quoted {last.quoted}"
    rivals, persons = _nouns_between(where, anaphor, last)
    yield from (f"persons {min(persons, 3)} {kind}", f"persons {min(persons, 2)} gap {gap} {its_role}")
    yield from (f"rivals {min(rivals, 5)}", f"rivals {min(rivals, 3)} {kind} {its_role}")
    if distance == 0:
        yield f"same clause {_is_its_own_clause(tree, anaphor.token, last.token)} {role}"
        yield f"above {last.token in tree.ancestors(anaphor.token)} {role}"
    yield f"first word {anaphor.token == 0} {its_role} {distance}"
    if anaphor.sort == "the":
        yield from _described(tree, anaphor.token, name, kind)


def _salience(where: Scene, anaphor: Anaphor, candidate: Candidate, among: tuple[Candidate, ...]) -> Iterator[str]:
    """How far the article is about the candidate, and whether all its pronouns of persons are alike."""
    he, she = where.counts
    one_sort = anaphor.sort in ("he", "she") and min(he, she) == 0
    of_kind = [other for other in among if other.name.kind == candidate.name.kind]
    share = 4 * len(candidate.name.mentions) // sum(len(other.name.mentions) for other in of_kind)
    yield from (f"share {share} {candidate.name.kind}", f"share {share} one sort {one_sort}")
    unknown = sum(other.name.pronoun == "" for other in of_kind)
    yield f"unknown {min(unknown, 3)} agrees {candidate.name.pronoun == anaphor.sort} one sort {one_sort}"


def _described(tree: Tree, index: int, name: Name, kind: str) -> Iterator[str]:
    """How the words of a description agree with a name: "the bank" with Bank of Orra, "the senator" with an office."""
    noun = tree.tokens[index].lemma.lower()
    words = [word.casefold() for word in name.full.split()]
    yield from (f"noun {noun} {kind}", f"noun {noun}", f"office {noun in name.offices}", f"in name {noun in words}")
    yield f"last of name {words[-1] == noun or (len(words) > 1 and 'of' in words and words[0] == noun)}"
    yield f"with {tree.tokens[index - 1].form.lower()} {kind}"


def role_of(tree: Tree, index: int) -> str:
    """What a noun or a pronoun is to its clause, in few words."""
    token = tree.tokens[index]
    while is_a(token.relation, *_INSIDE_NAMES) and token.head >= 0 and token.relation != "nmod:poss":
        index, token = token.head, tree.tokens[token.head]
    if token.relation == "conj" or tree.dependent(index, "conj") is not None:
        return "row"
    if is_a(token.relation, "nsubj"):
        verb = tree.tokens[token.head] if token.head >= 0 else token
        return "subject" if verb.head < 0 or verb.relation in ("conj", "parataxis", "ccomp") else "lower subject"
    return "owner" if token.relation == "nmod:poss" else token.relation.partition(":")[0]


def _gap(where: Scene, anaphor: Anaphor, last: Place) -> int:
    """Sentences from the anaphor back to the last mention or to a pronoun of the same sort after it."""
    for other in reversed(where.anaphors[: bisect_left(where.anaphors, _order(anaphor), key=_order)]):
        if _order(other) < (last.sentence, last.token):
            break
        if other.sort == anaphor.sort and anaphor.sort != "the":
            return anaphor.sentence - other.sentence
    return anaphor.sentence - last.sentence


def _order(one: Anaphor) -> tuple[int, int]:
    return one.sentence, one.token


def _is_first_in_sentence(where: Scene, last: Place) -> bool:
    return where.places[last.sentence][0].token == last.token


def _nouns_between(where: Scene, anaphor: Anaphor, last: Place) -> tuple[int, int]:
    """Common nouns between the last mention and the anaphor with the number of the anaphor; and those of persons."""
    tag = "NNS" if anaphor.sort == "they" else "NN"
    found, persons = 0, 0
    for number in range(last.sentence, anaphor.sentence + 1):
        tree = where.trees[number]
        start = last.token + 1 if number == last.sentence else 0
        end = anaphor.token if number == anaphor.sentence else len(tree.tokens)
        for token in tree.tokens[start:end]:
            if token.xpos == tag and is_a(token.relation, "nsubj", "obj", "obl", "nmod", "iobj", "conj"):
                found += 1
                persons += is_person(token.lemma)
    return found, persons


def _is_its_own_clause(tree: Tree, index: int, other: int) -> bool:
    """Whether both hang on the same verb, as in "Lee asked him"."""
    verb = next((each for each in tree.ancestors(index) if tree.tokens[each].upos in ("VERB", "AUX")), -1)
    above = next((each for each in tree.ancestors(other) if tree.tokens[each].upos in ("VERB", "AUX")), -2)
    return verb == above
