"""The features for each name that a pronoun or a bare description may refer to.

`tools/train_coreference.py` learns the weight of each feature. Next: `coreference`, which decides.
"""

from bisect import bisect_left
from collections.abc import Iterator

from quizengine.language.discourse.antecedents import (
    Anaphor,
    Candidate,
    DiscourseModel,
    Place,
    is_its_own_clause,
    is_person,
    syntactic_role,
)
from quizengine.language.names import Name
from quizengine.language.syntax.tree import Tree, is_a


def antecedent_features(
    where: DiscourseModel, anaphor: Anaphor, candidate: Candidate, among: tuple[Candidate, ...]
) -> Iterator[str]:
    """Yield the features that tell whether a candidate, one of several, is meant."""
    sort = "person" if anaphor.sort in ("he", "she") else anaphor.sort
    for told in _told(where, anaphor, candidate, among):
        yield f"{sort} {told}"


def _told(where: DiscourseModel, anaphor: Anaphor, candidate: Candidate, among: tuple[Candidate, ...]) -> Iterator[str]:
    tree, last, name = where.trees[anaphor.sentence], candidate.last, candidate.name
    token = tree.tokens[anaphor.token]
    role, its_role = syntactic_role(tree, anaphor.token), syntactic_role(where.trees[last.sentence], last.token)
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
        yield f"same clause {is_its_own_clause(tree, anaphor.token, last.token)} {role}"
        yield f"above {last.token in tree.ancestors(anaphor.token)} {role}"
    yield f"first word {anaphor.token == 0} {its_role} {distance}"
    if anaphor.sort == "the":
        yield from _described(tree, anaphor.token, name, kind)


def _salience(
    where: DiscourseModel, anaphor: Anaphor, candidate: Candidate, among: tuple[Candidate, ...]
) -> Iterator[str]:
    """Yield how far the article is about the candidate, and whether all its pronouns of persons are alike."""
    he, she = where.counts
    one_sort = anaphor.sort in ("he", "she") and min(he, she) == 0
    of_kind = [other for other in among if other.name.kind == candidate.name.kind]
    share = 4 * len(candidate.name.mentions) // sum(len(other.name.mentions) for other in of_kind)
    yield from (f"share {share} {candidate.name.kind}", f"share {share} one sort {one_sort}")
    unknown = sum(other.name.pronoun == "" for other in of_kind)
    yield f"unknown {min(unknown, 3)} agrees {candidate.name.pronoun == anaphor.sort} one sort {one_sort}"


def _described(tree: Tree, index: int, name: Name, kind: str) -> Iterator[str]:
    """The agreement of a description with a name: "the bank" with Bank of Orra, "the senator" with an office."""
    noun = tree.tokens[index].lemma.lower()
    words = [word.casefold() for word in name.full.split()]
    yield from (f"noun {noun} {kind}", f"noun {noun}", f"office {noun in name.offices}", f"in name {noun in words}")
    yield f"last of name {words[-1] == noun or (len(words) > 1 and 'of' in words and words[0] == noun)}"
    yield f"with {tree.tokens[index - 1].form.lower()} {kind}"


def _gap(where: DiscourseModel, anaphor: Anaphor, last: Place) -> int:
    """Sentences from the anaphor back to the last mention or to a pronoun of the same sort after it."""
    for other in reversed(where.anaphors[: bisect_left(where.anaphors, _order(anaphor), key=_order)]):
        if _order(other) < (last.sentence, last.token):
            break
        if other.sort == anaphor.sort and anaphor.sort != "the":
            return anaphor.sentence - other.sentence
    return anaphor.sentence - last.sentence


def _order(one: Anaphor) -> tuple[int, int]:
    return one.sentence, one.token


def _is_first_in_sentence(where: DiscourseModel, last: Place) -> bool:
    return where.places[last.sentence][0].token == last.token


def _nouns_between(where: DiscourseModel, anaphor: Anaphor, last: Place) -> tuple[int, int]:
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
