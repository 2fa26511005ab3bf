"""Resolves pronouns and bare descriptions where that is certain; in doubt there is no answer.

"He" and "she" are learnt: the best candidate must beat the second, and the option of nobody, by the table's threshold.
"It" and "the company" follow narrow rules. `tools/evaluate_coreference.py` measures all of them. Next: `references`,
which replaces pronouns by names.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from quizengine.language.discourse.antecedent_features import antecedent_features
from quizengine.language.discourse.antecedents import (
    Anaphor,
    Candidate,
    DiscourseModel,
    Place,
    anaphor_sort,
    antecedent_candidates,
    discourse_model,
    is_in_the_words_of,
    is_person,
    syntactic_role,
)
from quizengine.language.discourse.descriptions import described_name
from quizengine.language.discourse.pronoun_runs import pronoun_runs
from quizengine.language.discourse.relatives_before import speaks_of_a_relative_before
from quizengine.language.discourse.subject_continuity import LEADING, in_one_paragraph, may_be_a_person, subject_meant
from quizengine.language.discourse.subject_person import SubjectPerson, main_person
from quizengine.language.discourse.thing_continuity import thing_meant
from quizengine.language.names import Name, name_at
from quizengine.language.names.titles import gender_of_noun
from quizengine.language.syntax.tree import Tree, is_a, tree_index
from quizengine.text.article import Article, cache_per_article

if TYPE_CHECKING:
    from quizengine.language.model.linear_table import LinearTable

PERSONAL = ("he", "she")


@dataclass(frozen=True)
class Case:
    """An anaphor with its candidates, each with its features."""

    anaphor: Anaphor
    found: tuple[Candidate, ...]
    features: tuple[frozenset[str], ...]


Decision = tuple[int, int]
"""The lead of the best candidate, and its place among the candidates; -1 if there is none."""


def coreference_case(where: DiscourseModel, anaphor: Anaphor) -> Case:
    """An anaphor, ready to be decided."""
    found = antecedent_candidates(where, anaphor)
    return Case(anaphor, found, tuple(frozenset(antecedent_features(where, anaphor, one, found)) for one in found))


def choose_antecedents(cases: Sequence[Case], table: "LinearTable") -> list[Decision]:
    """The best candidate for each "he" and "she" of an article.

    Twice: whoever is clearly a "he" at the first reading is not a candidate for "she" at the second.
    """
    scores = [[table.scores(told)[0] for told in one.features] for one in cases]
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for one, sums in zip(cases, scores, strict=True):
        lead, best = _best(sums, range(len(sums)))
        if best >= 0 and lead >= table.thresholds["vote"]:
            votes[one.found[best].name.full][one.anaphor.sort] += 1
    made = []
    for one, sums in zip(cases, scores, strict=True):
        other = PERSONAL[one.anaphor.sort == "he"]
        counts = [votes[each.name.full] for each in one.found]
        made.append(_best(sums, [at for at, told in enumerate(counts) if told[other] <= told[one.anaphor.sort]]))
    return made


def _best(scores: Sequence[int], among: Sequence[int]) -> Decision:
    ordered = sorted(among, key=lambda at: -scores[at])
    if not ordered:
        return 0, -1
    second = scores[ordered[1]] if len(ordered) > 1 else 0
    return scores[ordered[0]] - max(0, second), ordered[0]


@cache_per_article
def resolved_anaphors(article: Article) -> dict[int, Name]:
    """Return what each certain anaphor of an article means, by the offset at which its word begins."""
    where = discourse_model(article)
    table = _table()
    personal = [coreference_case(where, one) for one in where.anaphors if one.sort in PERSONAL]
    found = {}
    for one, (lead, best) in zip(personal, choose_antecedents(personal, table), strict=True):
        if best < 0 or lead < table.thresholds["person"] or _has_a_rival(where, one, one.found[best]):
            continue
        if _follows_one_described(where, one.anaphor, one.found[best]):
            continue
        if one.found[best].name.certain:
            found[_start(where, one.anaphor)] = one.found[best].name
    about = main_person(article)
    for one in personal if about else ():
        start = _start(where, one.anaphor)
        if (
            start not in found
            and about
            and about.pronoun_used == one.anaphor.sort
            and about.is_alone(where, one.anaphor)
            and not speaks_of_a_relative_before(where, one.anaphor)
        ):
            found[start] = about.name
    _follow_the_subjects(where, found, about)
    for anaphor in where.anaphors:
        name = antecedent_by_rule(where, anaphor)
        if name:
            found[_start(where, anaphor)] = name
    return found


def _follow_the_subjects(where: DiscourseModel, found: dict[int, Name], about: SubjectPerson | None) -> None:
    """Let grammar decide where it tells whom a pronoun means, and all pronouns of a run mean one person.

    Where grammar names another than whom the whole article is about, the run stays open: the life continues with "he".
    """
    same: dict[Anaphor, Anaphor | None] = {}
    by_grammar: dict[int, Name] = {}
    doubted: set[int] = set()
    for one in (each for each in where.anaphors if each.sort in PERSONAL):
        told = subject_meant(where, one)
        if isinstance(told, Place):
            same[one] = None
            found.pop(_start(where, one), None)
            if about and about.pronoun_used == one.sort and told.name.full != about.name.full:
                doubted.add(_start(where, one))
            elif told.name.certain:
                by_grammar[_start(where, one)] = told.name
        elif told is not None:
            same[one] = told
    found |= by_grammar
    for sort in PERSONAL:
        for run in pronoun_runs(where, sort, same):
            _mean_one_person([_start(where, one) for one in run], by_grammar, found, doubted)


def _mean_one_person(
    starts: Sequence[int], by_grammar: Mapping[int, Name], found: dict[int, Name], doubted: Collection[int]
) -> None:
    """Let all pronouns of a run mean whom grammar, or else the learnt choice, names for some; nobody where in doubt."""
    if any(start in doubted for start in starts):
        for start in starts:
            found.pop(start, None)
        return
    for names in (by_grammar, found):
        meant = {names[start].full: names[start] for start in starts if start in names}
        if len(meant) == 1:
            found |= dict.fromkeys(starts, next(iter(meant.values())))
            break


def _has_a_rival(where: DiscourseModel, one: Case, chosen: Candidate) -> bool:
    """Return whether somebody else may be meant: one beside the chosen one, or a subject or an owner between."""
    last, here = chosen.last, chosen.last.sentence == one.anaphor.sentence
    tree = where.trees[last.sentence]
    leads = here and syntactic_role(tree, last.token) in LEADING
    if here and is_in_the_words_of(tree, one.anaphor.token, last.token):
        return True
    if (
        here
        and not leads
        and (_is_spoken_of(tree, last.token, one.anaphor.sort) or _acts_on(tree, last.token, one.anaphor.sort))
    ):
        return True
    apart = not in_one_paragraph(tree, where.trees[one.anaphor.sentence])
    for other in one.found:
        later = other.last.sentence > last.sentence and may_be_a_person(other.last, one.anaphor.sort)
        if later and (apart or _has_come_between(where, one.anaphor, other)):
            return True
    for other in one.found:
        if other is chosen or other.last.sentence != last.sentence or not may_be_a_person(other.last, one.anaphor.sort):
            continue
        if here and _is_in_a_clause_about(tree, one.anaphor.token, other.last.token):
            return True
        role, person = syntactic_role(tree, other.last.token), other.name.kind == "person"
        between = other.last.token > last.token and (role in LEADING or (person and role in ("owner", "row")))
        if (person and not leads) or (here and between):
            return True
    return False


def _has_come_between(where: DiscourseModel, anaphor: Anaphor, other: Candidate) -> bool:
    """Return whether a person named after the chosen one may be meant as well.

    Not if a pronoun has led a clause since, as in "She began beside Dean. She …". A pronoun that is an object may still
    mean a subject or an object there: "She liked Dean. The town gave her a prize."
    """
    last = other.last
    if other.name.kind != "person":
        return False
    takes_part = syntactic_role(where.trees[last.sentence], last.token) in (*LEADING, "obj", "iobj")
    if takes_part and syntactic_role(where.trees[anaphor.sentence], anaphor.token) not in LEADING:
        return True
    return not any(
        each.sort == anaphor.sort
        and last.sentence <= each.sentence
        and (each.sentence, each.token) < (anaphor.sentence, anaphor.token)
        and syntactic_role(where.trees[each.sentence], each.token) in LEADING
        for each in where.anaphors
    )


def _is_in_a_clause_about(tree: Tree, index: int, other: int) -> bool:
    """Return whether a word is in a relative clause of another: "Dean, who was mayor until he left"."""
    over = (tree.tokens[each] for each in (index, *tree.ancestors(index)))
    return any(is_a(token.relation, "acl:relcl") and token.head == other for token in over)


def _is_spoken_of(tree: Tree, index: int, sort: str) -> bool:
    """True if the pronoun is before a word as a subject, and so means somebody else: "Had he met Lee, he …"."""
    return any(anaphor_sort(tree, each) == sort and is_a(tree.tokens[each].relation, "nsubj") for each in range(index))


def _acts_on(tree: Tree, index: int, sort: str) -> bool:
    """Return whether the subject of a word's verb is a name that may go by the pronoun, even if the index lacks it."""
    verb = tree.tokens[index].head
    subject = tree.dependent(verb, "nsubj") if verb >= 0 else None
    if subject is None or subject == index or tree.tokens[subject].xpos != "NNP":
        return False
    name = name_at(tree.tokens[subject].span)
    if name is not None and name.sure_kind and name.kind != "person":
        return False
    return name is None or name.pronoun in ("", sort)


def _follows_one_described(where: DiscourseModel, anaphor: Anaphor, chosen: Candidate) -> bool:
    """True if the sentence before is about somebody without a name who may be meant: "The shah left. He then …"."""
    before = anaphor.sentence - 1
    if before < 0 or chosen.last.sentence >= before:
        return False
    tree = where.trees[before]
    return any(
        token.xpos == "NN"
        and is_person(token.lemma.lower())
        and syntactic_role(tree, index) == "subject"
        and gender_of_noun(token.lemma) in ("", anaphor.sort)
        for index, token in enumerate(tree.tokens)
    )


def antecedent_by_rule(where: DiscourseModel, anaphor: Anaphor) -> Name | None:
    """Return what an "it" or a description means, where one of the rules tells."""
    if anaphor.sort == "the":
        return described_name(where, anaphor)
    if anaphor.sort not in ("it", "they"):
        return None
    thing = thing_antecedents(where.trees[anaphor.sentence].sentence.span.article).get(_start(where, anaphor))
    if thing is None:
        return None
    tree, head = thing
    named = [place.name for place in where.places[tree_index(tree)] if place.token == head]
    fits = len(named) == 1 and named[0].certain and named[0].kind != "person" and tree.dependent(head, "conj") is None
    return named[0] if fits else None


@cache_per_article
def thing_antecedents(article: Article) -> dict[int, tuple[Tree, int]]:
    """The sentence and the head of what each "it" and "they" means by grammar, by the offset of the pronoun."""
    where = discourse_model(article)
    found = ((one, thing_meant(where, one)) for one in where.anaphors if one.sort in ("it", "they"))
    return {_start(where, one): thing for one, thing in found if thing is not None}


def _start(where: DiscourseModel, anaphor: Anaphor) -> int:
    return where.trees[anaphor.sentence].tokens[anaphor.token].span.start


@lru_cache(maxsize=1)
def _table() -> "LinearTable":
    from quizengine.language.model.shipped import coreference_table  # imports numpy

    return coreference_table()
