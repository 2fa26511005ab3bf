"""Wrong options for a key: of its form, about its length, and none that could be true for the stem."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from quizengine import Article, Span, per_article
from quizengine.language.chunks import verb_groups
from quizengine.language.content_words import content_words, outside_quotations
from quizengine.language.sentences import sentence_of
from quizengine.language.told import text_before
from quizengine.language.words import words_in
from quizengine_cause_and_effect.acts import is_act
from quizengine_cause_and_effect.borders import ends_amid
from quizengine_cause_and_effect.drafts import CAUSE, Draft
from quizengine_cause_and_effect.excerpts import is_said_elsewhere, quotation_around
from quizengine_cause_and_effect.forms import Form
from quizengine_cause_and_effect.kinds import happens, is_counted, is_measure, is_people
from quizengine_cause_and_effect.naming import stands_alone
from quizengine_cause_and_effect.pool import has_form, is_a_name, offered_around
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.stretches import Stretches

WANTED, LEAST = 3, 2
"""Wrong options: three where the article has them, two at least (Rodriguez 2005: three options are enough)."""
MOST_WORDS = 25
"""Of an option: longer ones test patience."""
_LONGER_BY, _LONGER_TIMES = 14, 1.6
"""Characters and times by which a key longer than all others stands out."""
_ROOT = 3
"""Letters that a word needs more than to be the root of another."""
_MUCH = 9
"""Content words of a stem from which on one more in common says little."""
_LEANS = re.compile(r"(?i)\b(?:it|they|them|he|him|she|the (?:two|three|latter|former))\b|\btak(?:e|ing) place\b")
"""Pronouns that may point to anything, even with a noun before them; and "take place", which nobody does."""
_TIME = re.compile(
    r"(?i)\b(?:day|week|month|year|decade|century|hour|minute|time|percent)s?\Z"
    r"|\A(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\A(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|(?:in|on|of|from) (?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|(?:in|of|from) \d{4}\b"
)


@dataclass(frozen=True)
class _Question:
    """What a distractor is held against."""

    key: Span
    wanted: str
    """The key in words."""
    form: Form
    told: frozenset[str]
    """The content words that the stem tells."""
    asked: frozenset[str]
    """Those of the question itself, without what is quoted before it."""
    right: frozenset[str]
    """Those of the key."""
    closed: tuple[Span, ...]
    """The sentences of the relation itself, and those quoted in the stem."""

    word_for_word: bool
    """Whether only the very words of the article are right, whatever else may be true."""
    explained: frozenset[str]
    """The content words of what a clause is the reason of; another clause about it may be a reason, too."""
    leans: bool
    """Whether the stem or the key speaks of "he" or "it", so that a distractor may do so, too."""
    is_speech: bool
    """Whether the key stands in a quotation."""
    actor: frozenset[str]
    """Those of who is made to do something; what else he does may be true, too."""

    @property
    def echoes(self) -> bool:
        """Whether the key repeats a word of the stem; then a distractor has to do so, too.

        A clause that does is about the same thing, and may be a reason as well.
        """
        return self.form is not Form.CLAUSE and any(len(word) > 3 for word in self.asked & self.right)

    def is_echoed_by(self, span: Span) -> bool:
        """Whether a distractor repeats a word of the stem."""
        return bool(self.asked & _content(span))


def distractors(draft: Draft, relation: CausalRelation, others: Sequence[CausalRelation], rng: Random) -> list[Span]:
    """Two or three wrong options for a draft; none when the article has not enough that are wrong for certain."""
    question = _question(draft, relation)
    options = _alike(_chosen(question, relation, others, rng), question)[:WANTED]
    stands_out = all(_is_far_shorter(span, question.wanted) for span in options)
    echoes_alone = question.echoes and not any(map(question.is_echoed_by, options))
    return [] if len(options) < LEAST or stands_out or echoes_alone else options


def fitting(draft: Draft, relation: CausalRelation, others: Sequence[CausalRelation], rng: Random) -> list[Span]:
    """Everything that is wrong for certain in the place of a draft's key, what fits best first."""
    return _chosen(_question(draft, relation), relation, others, rng)


def is_wrong_for(draft: Draft, relation: CausalRelation, span: Span, of: CausalRelation) -> bool:
    """Whether a side of another relation is wrong for certain in the place of a draft's key."""
    question = _question(draft, relation)
    return not _is_linked(of, relation, question) and _fits(span, question)


def _question(draft: Draft, relation: CausalRelation) -> _Question:
    return _Question(
        draft.key,
        draft.key_words or draft.key.text,
        draft.form,
        frozenset(content_words(draft.stem)).union(*map(_content, draft.given)),
        frozenset(content_words(outside_quotations(draft.stem))),
        frozenset(content_words(draft.key_words or draft.key.text)),
        tuple(sentence_of(span).to(span) for span in (relation.cause, relation.effect, *draft.given)),
        draft.word_for_word,
        _content(relation.effect) if draft.form is Form.CLAUSE and draft.direction == CAUSE else frozenset(),
        bool(_LEANS.search(draft.stem) or _LEANS.search(draft.key.text)),
        draft.word_for_word and quotation_around(draft.key) is not None,
        _content(draft.given[-1]) if draft.form is Form.DEED else frozenset(),
    )


def _chosen(question: _Question, relation: CausalRelation, others: Sequence[CausalRelation], rng: Random) -> list[Span]:
    """Wrong options, the best first.

    First come arguments of other relations, then other stretches of the article of the same form; none from the
    sentences of the relation itself, and none from a relation that shares words with the stem or the key: it could be
    a second cause, or the next link of the same chain.
    """
    chosen: list[Span] = []
    candidates = list(_candidates(question, relation, others, rng))
    if question.form is Form.PHRASE and happens(question.key):
        candidates.sort(key=happens, reverse=True)
    if question.form is Form.CLAUSE and question.word_for_word:
        candidates.sort(key=lambda span: _is_past(span) != _is_past(question.key))
    if question.form not in (Form.PHRASE, Form.CLAUSE):
        candidates.sort(key=_is_made_over)
    if question.echoes:
        candidates.sort(key=question.is_echoed_by, reverse=True)
    for span in candidates:
        if _fits(span, question) and not any(_says_the_same(span, other) for other in chosen):
            chosen.append(span)
    if all(_is_far_shorter(span, question.wanted) for span in chosen[:WANTED]):
        chosen.sort(key=lambda span: _is_far_shorter(span, question.wanted))
    return chosen


def _is_made_over(span: Span) -> bool:
    """Whether a stretch is no motive or means as it stands: an act, or what a participle adds about somebody else."""
    before = text_before(span)
    return is_act(span) or before.endswith(",")


def _alike(chosen: list[Span], question: _Question) -> list[Span]:
    """Beside a key that happens only what happens, where that is enough."""
    same = [span for span in chosen if happens(span)]
    return same if question.form is Form.PHRASE and happens(question.key) and len(same) >= LEAST else chosen


def _candidates(
    question: _Question, relation: CausalRelation, others: Sequence[CausalRelation], rng: Random
) -> Iterator[Span]:
    apart = [one for one in others if one is not relation and not _is_linked(one, relation, question)]
    kept = set(map(id, apart))
    linked = Stretches.of(span for one in others if id(one) not in kept for span in (one.cause, one.effect))
    yield from _alike_first([span for one in apart for span in (one.cause, one.effect)], question.wanted, rng)
    rest = [
        span
        for span in offered_around(question.key, question.form, question.is_speech)
        if not linked.touch(span)
        and (question.word_for_word or _is_about_something_else(span, question))
        and (question.form is not Form.PHRASE or happens(span))
    ]
    yield from _alike_first(rest, question.wanted, rng)


def _is_linked(one: CausalRelation, relation: CausalRelation, question: _Question) -> bool:
    """Whether another relation may be about the same cause or effect, or is one step further in the same chain."""
    spans = (one.cause, one.effect)
    if any(span.overlaps(own) for span in spans for own in (relation.cause, relation.effect)):
        return True
    return any(_is_much(_content(span), words) for span in spans for words in (question.told, question.right))


def _is_much(own: frozenset[str], words: frozenset[str]) -> bool:
    """Whether two words or more are shared, or half of a short phrase."""
    return len(own & words) > 1 or 2 * len(own & words) >= max(1, len(own))


def _is_about_something_else(span: Span, question: _Question) -> bool:
    """Whether the sentence of a span has next to nothing in common with what the stem tells; no noun of a short one."""
    sentence = sentence_of(span)
    shared = _content(sentence) & question.told
    nouns = _nouns(sentence)
    return 4 * len(shared) <= len(question.told) and (len(question.told) > _MUCH or not shared & nouns)


def _nouns(sentence: Span) -> frozenset[str]:
    """The stems of the nouns of a sentence."""
    known = _known_nouns(sentence.article)
    place = sentence.start, sentence.end
    if place not in known:
        nouns = (word.text for word in words_in(sentence) if word.tag == "NOUN")
        known[place] = frozenset(stem for noun in nouns for stem in content_words(noun))
    return known[place]


@per_article
def _known_nouns(article: Article) -> dict[tuple[int, int], frozenset[str]]:
    """Filled by `_nouns`."""
    return {}


def _fits(span: Span, question: _Question) -> bool:
    own = _content(span)
    if len(own) < 2 or _TIME.search(span.text) or any(sentence.contains(span) for sentence in question.closed):
        return False
    echoed = own & question.told
    if len(echoed) > (2 if question.echoes or question.word_for_word else 0):
        return False
    if own & question.explained:
        return False
    if _akin(own, question.right - question.asked) or not _is_understood(span, question):
        return False
    if question.form is Form.CLAUSE and not question.word_for_word and _is_past(span) != _is_past(question.key):
        return False
    if question.actor & _before(span):
        return False
    if question.form is Form.PHRASE and not _is_of_its_kind(span, question.key):
        return False
    wanted, got = len(question.wanted.split()), len(span.text.split())
    if ends_amid(span) or text_before(span).endswith(("'", "’")):
        return False
    alike = got <= min(2 * wanted + 2, MOST_WORDS) and wanted <= 2 * got + 2
    return alike and has_form(span, question.form)


def _is_understood(span: Span, question: _Question) -> bool:
    """Whether a distractor can be read in its place; a sentence of the article may speak of "he", as it does itself."""
    if question.word_for_word:
        return not is_said_elsewhere(span, question.is_speech) and (question.leans or not _LEANS.search(span.text))
    return stands_alone(span) and not _LEANS.search(span.text)


def _is_past(clause: Span) -> bool:
    """Whether a clause is told in the past tense."""
    groups = [group for group in verb_groups(sentence_of(clause)) if clause.contains(group.span)]
    return bool(groups) and groups[0].is_past


def _before(span: Span) -> frozenset[str]:
    """The words that stand before a deed in its sentence, who does it or would like to among them."""
    sentence = sentence_of(span)
    return _content(span.article.span(sentence.start, span.start))


def _is_of_its_kind(span: Span, key: Span) -> bool:
    """Whether a phrase can stand beside a key: no measure, no people, names or counts beside what is none of those."""
    sorts = (is_people, is_counted, is_a_name)
    return not is_measure(span) and all(not is_sort(span) or is_sort(key) for is_sort in sorts)


def _akin(own: frozenset[str], words: frozenset[str]) -> bool:
    """Whether two sets of words share one, or one that begins like it: "West" and "Western"."""
    return any(
        one == other or (min(len(one), len(other)) > _ROOT and (one.startswith(other) or other.startswith(one)))
        for one in own
        for other in words
    )


def _is_far_shorter(span: Span, key: str) -> bool:
    """Whether a key beside this would stand out by its length."""
    return len(key) >= len(span.text) + _LONGER_BY and len(key) >= _LONGER_TIMES * len(span.text)


def _says_the_same(span: Span, other: Span) -> bool:
    own, theirs = _content(span), _content(other)
    return span.overlaps(other) or own <= theirs or theirs <= own or len(own & theirs) > 1


def _alike_first(spans: Iterable[Span], key: str, rng: Random) -> list[Span]:
    """The spans in an order that `rng` draws among those about as long as the key, the others after them."""
    wanted = len(key.split())
    drawn = {span: rng.random() for span in spans}
    return sorted(drawn, key=lambda span: (abs(len(span.text.split()) - wanted) // 4, drawn[span]))


def _content(span: Span) -> frozenset[str]:
    return _stems(span.text)


@lru_cache(maxsize=20_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(content_words(text))
