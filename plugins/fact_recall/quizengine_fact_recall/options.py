"""What may stand beside a key: others of exactly its kind, likely, and wrong for certain.

Next: `drafts`, the questions an event gives.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection

from quizengine import Article, per_article
from quizengine.language import Name, Tree, clauses_of, names_in, trees
from quizengine_fact_recall.eligibility import SAYING
from quizengine_fact_recall.naming import may_be_one, tells
from quizengine_fact_recall.participants import ORGANISATION, PERSON, Participant, kind_of, named_by

WANTED = 3
_HE = re.compile(r"\b(?:he|him|his|himself|man|husband|father|son|brother|widower|actor|king)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:she|her|hers|herself|woman|wife|mother|daughter|sister|widow|actress|queen)\b", re.IGNORECASE)


def beside(asked: Participant, stem: str, tree: Tree) -> tuple[str, ...]:
    """The likeliest wrong options, the nearest first; fewer than three where the article has no more."""
    article = tree.sentence.span.article
    verb = asked.part.tree.tokens[_verb(asked)].lemma
    acting = _roles(article)
    right = {asked.name.full, *(other.full for other in asked.others)}
    fitting = [
        name
        for name in of_kind(article, asked.kind)
        if name.full not in right
        and not tells(stem, name.full)
        and not any(may_be_one(name.full, one) for one in right)
        and verb not in acting[name.full]
        and _fits(name, asked, stem, acting)
        and not _joined(name, asked)
    ]
    fitting.sort(key=lambda name: (-_likeness(name, asked, acting), _distance(name, asked), name.full))
    kept: list[Name] = []
    for name in fitting:
        if not any(may_be_one(name.full, other.full) for other in kept):
            kept.append(name)
    return tuple(name.full for name in kept[:WANTED])


def _verb(asked: Participant) -> int:
    """The predicate that a participant hangs on."""
    above = asked.part.tree.tokens[asked.part.head].head
    return above if above >= 0 else asked.part.head


@per_article
def _of_kinds(article: Article) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = defaultdict(list)
    for name in names_in(article):
        kind = kind_of(name)
        if kind and (kind != PERSON or " " in name.full):
            found[kind].append(name)
    return found


def of_kind(article: Article, kind: str) -> list[Name]:
    """The names of the article that are of a kind, people by their full names only."""
    return _of_kinds(article).get(kind, [])


@per_article
def _roles(article: Article) -> dict[str, set[str]]:
    """The verbs that each name is a participant of, by its full form."""
    found: dict[str, set[str]] = defaultdict(set)
    for tree in trees(article):
        for clause in clauses_of(tree):
            for part in (*((clause.subject,) if clause.subject else ()), *clause.parts):
                for name in named_by(part):
                    found[name.full].add(clause.verb.lemma)
    return found


def _fits(name: Name, asked: Participant, stem: str, acting: dict[str, set[str]]) -> bool:
    if asked.kind == ORGANISATION:
        return bool(acting[name.full])
    if asked.kind != PERSON:
        return True
    for pattern, pronoun in ((_HE, "he"), (_SHE, "she")):
        if pattern.search(stem) and name.pronoun not in ("", pronoun):
            return False
    return bool(acting[name.full])


def _joined(name: Name, asked: Participant) -> bool:
    """Whether a name stands in one sentence with the key, right beside it: what is true of one may be of the other."""
    span = asked.part.span
    text = span.article.text
    return any(
        abs(mention.start - span.end) < 8 or abs(span.start - mention.end) < 8
        for mention in name.mentions
        if text[min(mention.end, span.end) : max(mention.start, span.start)].strip(" ,") in ("", "and", "or", "and the")
    )


def _likeness(name: Name, asked: Participant, acting: dict[str, set[str]]) -> int:
    """How likely a name is taken for the key: by office, by where it stands, and by how much it does but speak."""
    near = _paragraphs_between(name, asked)
    deeds = min(len(acting[name.full] - SAYING), 2)
    close = 2 * (near == 0) + (near <= 1)
    return 2 * bool(name.offices & asked.name.offices) + close + 2 * deeds + min(len(name.mentions), 4) // 2


def _paragraphs_between(name: Name, asked: Participant) -> int:
    """How many paragraphs a name is away from the key where it is nearest."""
    starts = [paragraph.start for paragraph in asked.part.span.article.paragraphs]
    here = bisect_right(starts, asked.part.span.start)
    return min(abs(bisect_right(starts, mention.start) - here) for mention in name.mentions)


def _distance(name: Name, asked: Participant) -> int:
    return min(abs(mention.start - asked.part.span.start) for mention in name.mentions)


def enough(options: Collection[str]) -> bool:
    """Whether a choice can be made of so many wrong options."""
    return len(options) >= WANTED
