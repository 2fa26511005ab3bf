"""Decides by content, not by name, whether a quiz asks the same as the quizzes of open tests."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from quizengine.quiz.parts import Choice, ChoiceKey, Gap, Key, ModelAnswer, NumberKey, Ordering, OrderKey, Text, TextKey
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import Quiz

_RUN = 8
"""The number of consecutive words that hardly ever occur in two texts by chance."""
_WORD = re.compile(r"[⺀-〿぀-ヿ㐀-鿿가-힣豈-﫿]|\w+|[^\w\s.,;:!?…'\"“”„‘’‚«»()\[\]–—-]")
"""Words, each sign of a script that parts no words, and signs that change a meaning (2 + 3 is not 2 · 3)."""


@dataclass(frozen=True)
class Content:
    """A quiz with the text of its article, which is empty if it is not available."""

    quiz: Quiz
    article: str = ""


class Asked:
    """The content of some quizzes, prepared for comparing other quizzes with them."""

    def __init__(self, contents: Iterable[Content]) -> None:
        self._questions: dict[str, list[_Said]] = {}
        self._articles: set[str] = set()
        self._runs: set[int] = set()
        self._runs_of_articles: set[int] = set()
        for content in contents:
            for said in map(_said, content.quiz.questions):
                self._questions.setdefault(said.stem, []).append(said)
                self._runs.update(run for text in said.long_texts for run in _runs(text))
            if content.quiz.article:
                self._articles.add(content.quiz.article.sha256)
            self._runs_of_articles.update(_runs(content.article))

    def overlaps(self, content: Content) -> bool:
        """Return whether the quiz is on an article of theirs, or has one of their questions.

        An article is the same when its hash is, or when the words that prove or make a question of one quiz are in
        the other's article or beside its questions: a run of eight, so that an edited copy is found as well. Questions
        are the same when their stems are, unless they offer other options or are proved by other words.
        """
        reference = content.quiz.article
        if reference and reference.sha256 in self._articles:
            return True
        questions = tuple(map(_said, content.quiz.questions))
        proofs = [text for said in questions for text in said.long_texts]
        return (
            any(_same(said, other) for said in questions for other in self._questions.get(said.stem, ()))
            or _shares(self._runs, (*proofs, *(said.stem for said in questions), content.article))
            or _shares(self._runs_of_articles, proofs)
        )


@dataclass(frozen=True)
class _Said:
    """All words of a question, normalised so that case, punctuation and white space make no difference."""

    stem: str
    offered: frozenset[str]
    """Options, the sides of pairs, lines to order and a text with gaps."""
    accepted: frozenset[str]
    """The texts that the key accepts."""
    quote: str
    """The words of the article that prove the key."""
    long_texts: tuple[str, ...]
    """The evidence, and the texts of the question that are not its stem: many questions have a stem in common."""


def _same(one: _Said, other: _Said) -> bool:
    """Return whether two questions with one stem ask the same: unless something tells them apart."""
    if (one.offered | one.accepted) & (other.offered | other.accepted):
        return True
    by_words = one.offered and other.offered
    by_proof = one.quote and other.quote and one.quote not in other.quote and other.quote not in one.quote
    return not (by_words or by_proof)


def _said(question: Question) -> _Said:
    parts, keys = question.parts(Random(0)), question.key()
    offered = [text for part in parts for text in _offered(part)]
    if any(isinstance(part, Text) for part in parts[1:]):
        offered.append(" ".join(_filled(parts[1:], keys)))
    quote = _plain(question.evidence.quote) if question.evidence else ""
    plain = [_plain(text) for text in offered]
    accepted = frozenset(_plain(text) for key in keys.values() for text in _accepted(key))
    return _Said(_plain(question.stem), frozenset(plain), accepted, quote, (quote, *plain))


def _offered(part: object) -> list[str]:
    match part:
        case Choice(label=label, options=options):
            return [*([label] if label else []), *(option.text for option in options)]
        case Ordering(options=options):
            return [option.text for option in options]
        case _:
            return []


def _filled(parts: Iterable[object], keys: Mapping[str, Key]) -> Iterator[str]:
    """The words of a text with gaps, with what belongs in them."""
    for part in parts:
        if isinstance(part, Text):
            yield part.text
        elif isinstance(part, Gap):
            yield from _accepted(keys[part.name])[:1]


def _accepted(key: Key) -> tuple[str, ...]:
    match key:
        case TextKey(accepted):
            return accepted
        case NumberKey(value):
            return (format(value, "f"),)
        case ModelAnswer(text):
            return (text,)
        case ChoiceKey() | OrderKey():
            return ()


def _plain(text: str) -> str:
    return " ".join(_words(text))


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _shares(runs: set[int], texts: Iterable[str]) -> bool:
    return any(run in runs for text in texts for run in _runs(text))


def _runs(text: str) -> Iterator[int]:
    """A number for each eight words in a row."""
    words = _words(text)
    return (hash(tuple(words[start : start + _RUN])) for start in range(len(words) - _RUN + 1))
