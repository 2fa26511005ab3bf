"""The options beside a key: of exactly its kind, plausible, and certainly wrong.

Next: `drafts`, the questions about an event.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable

from quizengine import Article, cache_per_article
from quizengine.language import Clause, Name, clauses_of, mentions_between, names_in, trees
from quizengine_fact_recall.eligibility import SAYING
from quizengine_fact_recall.name_overlaps import may_be_same_name, shares_word
from quizengine_fact_recall.named_phrases import named_by
from quizengine_fact_recall.participant_kinds import PERSON, VAGUE, askable_kind
from quizengine_fact_recall.participants import Participant
from quizengine_fact_recall.titled import FIELDS, field_words

WANTED = 3
_NEAR = 100
_ROOT = 4
"""Letters that the name of a country has in common with what is called after it: "Peru" and "Peruvian"."""
_BETWEEN = re.compile(r"(?:,|\band\b|\bor\b|\s|[A-Z][\w.’'-]*)+")
"""Words between two names of a list, other names included: "Marco Rubio, Jeb Bush and Senator Ted Cruz"."""
_HE = re.compile(r"\b(?:he|him|his|himself|man|husband|father|son|brother|widower|actor|king)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:she|her|hers|herself|woman|wife|mother|daughter|sister|widow|actress|queen)\b", re.IGNORECASE)


def wrong_participants(asked: Participant, stem: str, clause: Clause) -> tuple[str, ...]:
    """The likeliest wrong options, the nearest first; fewer than three where the article has no more."""
    if asked.kind in VAGUE:
        return ()
    article = clause.span.article
    acting = _roles(article)
    right = [asked.name.full, *(other.full for other in asked.others)]
    fitting = [
        name
        for name in of_kind(article, asked.kind)
        if not shares_word(stem, name.full)
        and name.full not in right
        and not any(may_be_same_name(name.full, one) for one in right)
        and not any(clause.span.contains(mention) for mention in name.mentions if asked.kind in FIELDS)
        and _is_likely(name, asked, clause, acting[name.full])
        and _fits(name, asked, stem)
        and not _joined(name, asked)
        and not _has_somebody_of_the_stem(name, stem, clause)
    ]
    fitting.sort(key=lambda name: (-_likeness(name, asked, acting), _distance(name, asked), name.full))
    return told_apart(fitting)


def told_apart(names: Iterable[Name]) -> tuple[str, ...]:
    """The first names of some, as many as a question wants, without those that may be another way to write one."""
    kept: list[str] = []
    for name in names:
        if len(kept) < WANTED and not any(may_be_same_name(name.full, other) for other in kept):
            kept.append(name.full)
    return tuple(kept)


def _is_likely(name: Name, asked: Participant, clause: Clause, acting: set[str]) -> bool:
    """True if a name is that of somebody who does something in the article, and is not said to have done the same."""
    if asked.kind != PERSON:
        return clause.verb.lemma not in acting
    alike = bool(name.offices & asked.name.offices) or are_listed_together(name, asked.name)
    return clause.verb.lemma not in acting and bool(acting - SAYING) and alike


@cache_per_article
def _of_kinds(article: Article) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = defaultdict(list)
    for name in names_in(article):
        kind = askable_kind(name)
        if kind and (kind != PERSON or " " in name.full):
            found[kind].append(name)
    return found


def of_kind(article: Article, kind: str) -> list[Name]:
    """The names of the article that are of a kind, people by their full names only."""
    return _of_kinds(article).get(kind, []) or field_words(article).get(kind, [])


@cache_per_article
def _roles(article: Article) -> dict[str, set[str]]:
    """The verbs that each name is a participant of, by its full form."""
    found: dict[str, set[str]] = defaultdict(set)
    for tree in trees(article):
        for clause in clauses_of(tree):
            for part in (*((clause.subject,) if clause.subject else ()), *clause.parts):
                for name in named_by(part):
                    found[name.full].add(clause.verb.lemma)
    return found


def are_listed_together(one: Name, other: Name) -> bool:
    """Return whether two people are side by side in a list somewhere, as people of one sort do."""
    text = one.mentions[0].article.text
    pairs = [(a, b) for a in one.mentions for b in other.mentions if abs(a.start - b.start) < _NEAR]
    between = [text[min(a.end, b.end) : max(a.start, b.start)] for a, b in pairs]
    return any(_BETWEEN.fullmatch(each) and re.search(r",|\band\b|\bor\b", each) for each in between)


def _fits(name: Name, asked: Participant, stem: str) -> bool:
    """Return whether a person may be the "he" or "she" of a question."""
    if asked.kind != PERSON:
        return True
    return all(
        name.pronoun in ("", pronoun) for pattern, pronoun in ((_HE, "he"), (_SHE, "she")) if pattern.search(stem)
    )


def _joined(name: Name, asked: Participant) -> bool:
    """True if a name is in one sentence with the key, right beside it: what is true of one may be of the other."""
    span = asked.part.span
    text = span.article.text
    return any(
        abs(mention.start - span.end) < 8 or abs(span.start - mention.end) < 8
        for mention in name.mentions
        if text[min(mention.end, span.end) : max(mention.start, span.start)].strip(" ,") in ("", "and", "or", "and the")
    )


def _has_somebody_of_the_stem(name: Name, stem: str, clause: Clause) -> bool:
    """Return whether the question names somebody whose office is of that country: "Peruvian President Moss" of Peru."""
    if askable_kind(name) != "country":
        return False
    named = mentions_between(clause.span.article, clause.span.start, clause.span.end)
    roles = [each.role.casefold() for mention, each in named if each.kind == PERSON and mention.text in stem]
    return any(word.startswith(name.full.casefold()[:_ROOT]) for role in roles for word in role.split())


def _likeness(name: Name, asked: Participant, acting: dict[str, set[str]]) -> int:
    """The likelihood that a name is taken for the key: by office, by position, and by its deeds other than speech."""
    near = _paragraphs_between(name, asked)
    deeds = min(len(acting[name.full] - SAYING), 2)
    close = 2 * (near == 0) + (near <= 1)
    return 2 * bool(name.offices & asked.name.offices) + close + 2 * deeds + min(len(name.mentions), 4) // 2


def _paragraphs_between(name: Name, asked: Participant) -> int:
    """Return how many paragraphs a name is away from the key where it is nearest."""
    starts = [paragraph.start for paragraph in asked.part.span.article.paragraphs]
    here = bisect_right(starts, asked.part.span.start)
    return min(abs(bisect_right(starts, mention.start) - here) for mention in name.mentions)


def _distance(name: Name, asked: Participant) -> int:
    return min(abs(mention.start - asked.part.span.start) for mention in name.mentions)


_DOMINANT = 3
"""Times as often as anybody else: so often is a person named whom an article is about."""


def is_dominant(name: Name) -> bool:
    """Return whether a person is named so much more often than all others that everybody would guess this one."""
    first, *rest = _most_named(name.mentions[0].article) or ((name.full, 1),)
    most = rest[0][1] if rest and first[0] == name.full else first[1] if first[0] != name.full else 1
    return len(name.mentions) >= _DOMINANT * most


@cache_per_article
def _most_named(article: Article) -> tuple[tuple[str, int], ...]:
    """The two people whom an article names most, each with how often."""
    found = sorted(of_kind(article, PERSON), key=lambda name: -len(name.mentions))
    return tuple((name.full, len(name.mentions)) for name in found[:2])


_IN_PASSING = 4
"""Times as often as a minor person another one is named."""
_AGE = re.compile(r",\s\d\d,")
"""An age after a name, as news gives it for people whom nobody knows."""


def is_minor(name: Name) -> bool:
    """Return whether a person without an office is named once or twice beside others of weight, or with an age."""
    aged = any(_AGE.match(each.article.text[each.end : each.end + 6]) for each in name.mentions)
    most = max((len(other.mentions) for other in of_kind(name.mentions[0].article, PERSON)), default=0)
    return aged or (not name.offices and len(name.mentions) * _IN_PASSING <= most)


def is_in_the_title(article: Article, full: str) -> bool:
    """Return whether the title of an article, or the topic under it, holds a word of a name."""
    if full[:1].islower():
        return bool(article.title and full in article.title.text.lower())
    return any(shares_word(span.text, full) for span in (article.title, article.kicker) if span)


def has_twin(asked: Participant, clause: Clause) -> bool:
    """True if the article tells the same, by the verb, of another name of the kind: somebody attended two colleges."""
    acting, own = _roles(clause.span.article), {asked.name.full, *(other.full for other in asked.others)}
    alike = [name for name in of_kind(clause.span.article, asked.kind) if name.full not in own]
    return any(clause.verb.lemma in acting[name.full] for name in alike)


def enough(options: Collection[str]) -> bool:
    """Return whether a choice can be made of so many wrong options."""
    return len(options) >= WANTED
