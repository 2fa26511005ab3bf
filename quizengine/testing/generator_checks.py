"""The claims about a generator: pure, quick, with proof for each key and nothing that gives a key away."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from quizengine.errors import PluginError
from quizengine.extensions.records import Generator
from quizengine.generation.generate import generate
from quizengine.generation.review import review
from quizengine.plurals import with_number
from quizengine.quiz.questions import Question
from quizengine.testing.contracts import check_question, check_shown_text
from quizengine.testing.format_trips import survives_every_format
from quizengine.testing.loaded_plugin import CALL_SECONDS, LoadedPlugin, load_alone
from quizengine.text.article import Article

_WORDS_OF_SAMPLE, _TIMES = 300, 6
"""The words of the text whose time is taken, and the number of times that the longer text repeats it."""
_ROUNDS, _BEST_OF = 3, 3
"""The number of times that both texts are tried, and the number of runs of the short one each time."""
_TICK = 0.001
"""Seconds that a clock can tell apart."""
_MOST_GROWTH, _LEAST_SECONDS = 3.0, 1.0
"""The longer text may take three times its share, and no longer than a second never counts as slow: clocks err."""


@dataclass(frozen=True)
class Trial:
    """A generator, the plugin that offers it, and the articles that it is tried on."""

    plugin: LoadedPlugin
    generator: Generator
    articles: tuple[Article, ...]

    @cached_property
    def asked(self) -> tuple[tuple[Article, tuple[Question, ...]], ...]:
        """Each article with every question that the generator asks about it; raises PluginError if it fails on one."""
        return tuple((article, questions_on(article, self.generator)) for article in self.articles)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions about all articles."""
        return tuple(question for _, questions in self.asked for question in questions)


def questions_on(article: Article, generator: Generator) -> tuple[Question, ...]:
    """Everything that a generator asks about a fresh copy of an article; raises PluginError for what goes wrong."""
    generation = generate(_fresh(article), [generator])
    if generation.findings:
        raise PluginError(str(generation.findings[0]))
    return tuple(question for ways in generation.asked for question in ways)


def _fresh(article: Article) -> Article:
    """The same text without anything that was worked out about it."""
    return Article(article.text, article.name, article.source)


def _asks(trial: Trial) -> str:
    assert trial.questions, (
        f"it asked nothing about {with_number(len(trial.articles), 'article')}; "
        "give an article that it should find something in"
    )
    return f"{with_number(len(trial.questions), 'question')} about {with_number(len(trial.articles), 'article')}"


def _is_pure(trial: Trial) -> str:
    """The same again, in another order, and in a process with another order of sets and hashes."""
    elsewhere = load_alone(trial.plugin.source).registry.generators[trial.generator.name]
    for article, first in reversed(trial.asked):
        where = f"about {article.name or 'the article'}"
        assert questions_on(article, trial.generator) == first, f"a second time, it asked other questions {where}"
        assert questions_on(article, elsewhere) == first, f"in another process, it asked other questions {where}"
    return "three runs, two of them in another order, one in another process"


def _has_evidence(trial: Trial) -> str:
    for article, questions in trial.asked:
        for question in questions:
            what = f"{question.stem!r} about {article.name}"
            assert question.evidence is not None, f"{what}: expected evidence, found none"
            assert question.evidence.holds_in(article), f"{what}: its evidence is not in the article at that place"
            assert question.rationale, f"{what}: expected a rationale, found none"
    return "every question quotes the article at the right place, and says why its key is right"


def _is_fair(trial: Trial) -> str:
    for question in trial.questions:
        check_question(question)
        check_shown_text(question)
    return "the key earns full marks, an empty response none, and nothing shown gives the key away"


def _keeps_rules(trial: Trial) -> str:
    """Only a generator that is always refused fails: what the checks refuse is left out of quizzes."""
    checks = trial.plugin.registry.checks.values()
    reviews = [review(question, checks, article) for article, questions in trial.asked for question in questions]
    good = sum(one.passes for one in reviews)
    names = [finding.check for one in reviews for finding in one.findings if finding.level == "error"]
    refused = ", ".join(sorted(set(names), key=lambda name: (-names.count(name), name))[:3])
    assert good or not reviews, f"the rules of item writing refuse every question: {refused}"
    rest = f"; the others are refused by {refused}" if refused else ""
    return f"{good} of {with_number(len(reviews), 'question')} may be asked{rest}"


def _is_quick(trial: Trial) -> str:
    slowest, words = 0.0, 0
    for article in trial.articles:
        seconds = _seconds(article.text, trial.generator)
        if seconds > slowest:
            slowest, words = seconds, len(article.text.split())
    assert slowest < CALL_SECONDS, (
        f"it took {slowest:.1f} s for {words:,} words, where {CALL_SECONDS:.1f} s is the limit"
    )
    return f"{slowest:.1f} s for {words:,} words at most (the limit is {CALL_SECONDS:.1f} s)"


def _grows_evenly(trial: Trial) -> str:
    """A text of six times the length may take about six times as long, in one of three rounds at least.

    A round takes the best time of several for the short text, so that neither a busy machine nor the first run, which
    loads what the later ones have, makes it look slow, and a slow generator even.
    """
    for article in trial.articles[:2]:
        sample = _sample(article)
        longer_text = "\n\n".join([sample] * _TIMES)
        for _ in range(_ROUNDS):
            once = min(_seconds(sample, trial.generator) for _ in range(_BEST_OF))
            longer = _seconds(longer_text, trial.generator)
            if _is_even(once, longer):
                break
        else:
            raise AssertionError(
                f"{_TIMES} times as long a text took {longer / max(once, _TICK):.0f} times as long ({longer:.1f} s): "
                "does `ask` search all facts? See cache_per_facts"
            )
    return f"a text of {_TIMES} times the length takes about {_TIMES} times as long, or no time to speak of"


def _is_even(once: float, longer: float) -> bool:
    return longer / max(once, _TICK) / _TIMES < _MOST_GROWTH or longer < _LEAST_SECONDS


def _sample(article: Article) -> str:
    """The beginning of an article, of a few hundred words."""
    taken: list[str] = []
    for paragraph in article.paragraphs:
        taken.append(paragraph.text)
        if sum(len(one.split()) for one in taken) >= _WORDS_OF_SAMPLE:
            break
    return "\n\n".join(taken)


def _seconds(text: str, generator: Generator) -> float:
    """The seconds of elapsed time for one text, with its analysis."""
    began = time.monotonic()
    questions_on(Article(text), generator)
    return time.monotonic() - began


def _travels(trial: Trial) -> str:
    return survives_every_format(trial.questions, trial.plugin.registry)


CLAIMS: Mapping[str, Callable[[Trial], str]] = {
    "asks something": _asks,
    "asks the same questions every time": _is_pure,
    "proves every key": _has_evidence,
    "asks fairly": _is_fair,
    "keeps the rules of item writing": _keeps_rules,
    "goes through YAML and every file format": _travels,
    "is quick enough": _is_quick,
    "takes time in proportion to the text": _grows_evenly,
}
"""The claims about a generator, in the order in which its author should mend what fails."""
