"""What may stand beside a key: others of exactly its kind, likely, and wrong for certain.

Next: `drafts`, the questions an event gives.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection

from quizengine import Article, per_article
from quizengine.language import Clause, Name, clauses_of, names_in, trees
from quizengine_fact_recall.eligibility import SAYING, reports
from quizengine_fact_recall.naming import may_be_one, tells
from quizengine_fact_recall.participants import PERSON, Participant, kind_of, named_by

WANTED = 3
_HE = re.compile(r"\b(?:he|him|his|himself|man|husband|father|son|brother|widower|actor|king)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:she|her|hers|herself|woman|wife|mother|daughter|sister|widow|actress|queen)\b", re.IGNORECASE)


def beside(asked: Participant, stem: str, clause: Clause) -> tuple[str, ...]:
    """The likeliest wrong options, the nearest first; fewer than three where the article has no more."""
    article = clause.span.article
    acting = _roles(article)
    right = [asked.name.full, *(other.full for other in asked.others)]
    fitting = [
        name
        for name in of_kind(article, asked.kind)
        if not tells(stem, name.full)
        and not any(may_be_one(name.full, one) for one in right)
        and _is_likely(name, asked, clause, acting[name.full])
        and _fits(name, asked, stem)
        and not _joined(name, asked)
    ]
    fitting.sort(key=lambda name: (-_likeness(name, asked, acting), _distance(name, asked), name.full))
    kept: list[Name] = []
    for name in fitting:
        if not any(may_be_one(name.full, other.full) for other in kept):
            kept.append(name)
    return tuple(name.full for name in kept[:WANTED])


def _is_likely(name: Name, asked: Participant, clause: Clause, acting: set[str]) -> bool:
    """Whether a name is that of somebody who might have done the same and is not said to have done it.

    Beside somebody who says something stand others who speak; beside somebody who does something, others who act or
    to whom something is done.
    """
    if reports(clause):
        return bool(acting & SAYING)
    deeds = acting - SAYING
    return clause.verb.lemma not in acting and (asked.kind != PERSON or bool(deeds))


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


def _fits(name: Name, asked: Participant, stem: str) -> bool:
    """Whether a person may be the "he" or "she" of a question."""
    if asked.kind != PERSON:
        return True
    return all(
        name.pronoun in ("", pronoun) for pattern, pronoun in ((_HE, "he"), (_SHE, "she")) if pattern.search(stem)
    )


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


_DOMINANT = 3
"""Times as often as anybody else: so often is a person named whom an article is about."""


def is_dominant(name: Name) -> bool:
    """Whether a person is named so much more often than all others that everybody would guess this one."""
    others = [other for other in of_kind(name.mentions[0].article, PERSON) if other.full != name.full]
    return len(name.mentions) >= _DOMINANT * max((len(other.mentions) for other in others), default=1)


def is_in_the_title(article: Article, full: str) -> bool:
    """Whether the title of an article, or the topic under it, holds a word of a name."""
    return any(tells(span.text, full) for span in (article.title, article.kicker) if span)


def enough(options: Collection[str]) -> bool:
    """Whether a choice can be made of so many wrong options."""
    return len(options) >= WANTED
