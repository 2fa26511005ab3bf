"""Parts that the article tells of the same verb and subject elsewhere, so that a question would have two answers.

Next: `open_part_wording`.
"""

from collections import defaultdict

from quizengine import Article, cache_per_article
from quizengine.language import PRONOUNS, Clause, Name, clauses_of, content_words, name_at, referent, tree_index, trees
from quizengine_fact_recall.event_faults import YEAR
from quizengine_fact_recall.open_parts import OpenPart
from quizengine_fact_recall.participant_kinds import PERSON

_NEAR = 3
"""Sentences within which a pronoun may stand for the subject of another."""


def meant_by_subject(clause: Clause) -> Name | None:
    """The one whom the subject of a clause means; None if that is nobody with a name, or not certain."""
    subject = clause.subject
    if subject is None:
        return None
    token = clause.tree.tokens[subject.head]
    return referent(clause.tree, subject.head) if token.upos in ("PRON", "NOUN") else name_at(token.span)


def has_rival(asked: OpenPart) -> bool:
    """Return whether the same is told of the same subject elsewhere, or may be."""
    return any(
        _may_be_the_same(asked.clause, other)
        for other in _by_verb(asked.clause.span.article)[asked.clause.verb.lemma]
        if asked.form != "attribute" or _noun_of(other) == _noun_of(asked.clause)
    )


@cache_per_article
def _by_verb(article: Article) -> dict[str, list[Clause]]:
    """The clauses of an article by the lemma of their verbs."""
    found: dict[str, list[Clause]] = defaultdict(list)
    for tree in trees(article):
        for clause in clauses_of(tree):
            found[clause.verb.lemma].append(clause)
    return found


def _noun_of(clause: Clause) -> str:
    """The noun of a subject as a dictionary lists it: "purpose"."""
    return clause.tree.tokens[clause.subject.head].lemma.lower() if clause.subject else ""


def _may_be_the_same(one: Clause, other: Clause) -> bool:
    """Return whether two clauses with one verb may have one subject, and no two years tell them apart."""
    if one.subject is None or other.subject is None or one is other:
        return False
    years, others_years = (set(YEAR.findall(each.tree.sentence.span.text)) for each in (one, other))
    if len(years) == 1 and others_years and not years & others_years and _asks_with_a_year(one):
        return False
    mine, theirs = meant_by_subject(one), meant_by_subject(other)
    if mine is not None and theirs is not None:
        return mine.full == theirs.full
    word = other.tree.tokens[other.subject.head]
    if word.upos == "PRON":
        of_a_person = mine is not None and mine.kind == PERSON
        near = abs(tree_index(one.tree) - tree_index(other.tree)) <= _NEAR
        return near and of_a_person == (word.form.lower() in PRONOUNS)
    words, others = set(content_words(one.subject.text)), set(content_words(other.subject.text))
    return bool(others) and (words <= others or others <= words)


def _asks_with_a_year(clause: Clause) -> bool:
    """Return whether the year of a clause stays in a question about it."""
    return any(YEAR.search(part.text) for part in clause.adjuncts("time"))
