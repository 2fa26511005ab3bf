"""Generates within a time limit: each generator gets a share, and a long article is read in growing beginnings.

What does not fit into the time is left out; the results of the longest beginning that was finished are kept.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import takewhile

from quizengine.errors import OutOfTime
from quizengine.extensions.records import Finding, Generator
from quizengine.generation.budget import Budget
from quizengine.generation.generate import Found, Generation, ask_about, find_facts
from quizengine.plurals import with_number
from quizengine.text.article import Article
from quizengine.text.facts import Facts

FOUND, ASKED = 0.4, 0.75
"""The points in the time of an article at which all facts are to be found and asked about."""
_GROWTH = 7
"""Each beginning is that many times as long as the one before: reading them all first costs a sixth of the whole."""
_SHORTEST = 20_000
"""Characters: anything shorter is read at once, because that takes no longer than starting."""


def growing_prefixes(article: Article) -> Iterator[Article]:
    """Yield the article's beginnings, each much longer than the one before, and the whole article last.

    Offsets are those of the article. A beginning ends at the end of a paragraph, or else of a line or a sentence.
    """
    lengths = takewhile(_SHORTEST.__le__, (len(article.text) // _GROWTH**power for power in range(1, 64)))
    for length in reversed(tuple(lengths)):
        ends = (article.text.rfind(mark, length // 2, length) for mark in ("\n\n", "\n", ". "))
        end = next((end + 1 for end in ends if end >= 0), length)
        yield Article(article.text[:end], article.name)
    yield article


def found_in_time(
    article: Article, generators: Sequence[Generator], budget: Budget
) -> tuple[tuple[Found, ...], tuple[Finding, ...], tuple[str, ...]]:
    """Return what each generator finds in its share of the time, their faults, and how far unfinished ones came."""
    kept: dict[str, Found] = {}
    findings: list[Finding] = []
    unfinished: dict[str, str] = {}
    read = ""
    for beginning in growing_prefixes(article):
        running = [generator for generator in generators if generator.name not in unfinished]
        found, faults = _found(beginning, running, budget)
        findings += faults
        for one in found:
            name = one.generator.name
            if one.stopped:
                unfinished[name] = f"{name} had found {with_number(len(one.facts), 'fact')}"
            if one.stopped and name in kept and len(one.facts) < len(kept[name].facts):
                unfinished[name] = f"{name} {read}"
            else:
                kept[name] = one
        read = _read(beginning, article)
    return tuple(kept.values()), tuple(dict.fromkeys(findings)), tuple(unfinished.values())


def generated_in_time(article: Article, generators: Sequence[Generator], seed: int, budget: Budget) -> Generation:
    """Return what each generator finds and asks in its share of the time."""
    kept: dict[str, Generation] = {}
    findings: list[Finding] = []
    unfinished: set[str] = set()
    read = ""
    for beginning in growing_prefixes(article):
        running = [generator for generator in generators if generator.name not in unfinished]
        found, faults = _found(beginning, running, budget)
        findings += faults
        for place, one in enumerate(found):
            name = one.generator.name
            asked = _asked(beginning, one, seed, budget, 1 / (len(found) - place))
            if asked.unfinished:
                unfinished.add(name)
            if asked.unfinished and name in kept and len(asked.asked) < len(kept[name].asked):
                kept[name] = replace(kept[name], unfinished=(f"{name} {read}",))
            else:
                kept[name] = asked
        read = _read(beginning, article)
    return Generation((), (), tuple(dict.fromkeys(findings))).with_those_of(*kept.values())


def _read(beginning: Article, article: Article) -> str:
    return f"read the first {len(beginning.text):,} of {len(article.text):,} characters"


def _found(
    article: Article, generators: Sequence[Generator], budget: Budget
) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
    """Return what each generator finds in its share of the time."""
    every: list[Found] = []
    findings: list[Finding] = []
    spent = budget.spent
    until = spent + max(ASKED - spent, 0) * FOUND / ASKED
    for generator in generators:
        share = 1 if generator is generators[-1] else 1 / 2  # the first to need it analyses the article for all
        found: tuple[Found, ...] = (Found(generator, Facts(), (), stopped=True),)
        with suppress(OutOfTime), budget.part(until, share):
            found, faults = find_facts(article, [budget.checked(generator)])
            findings += faults
        every += found
    return tuple(every), tuple(findings)


def _asked(article: Article, found: Found, seed: int, budget: Budget, share: float) -> Generation:
    """Return what comes of the facts that a generator found, in its share of the time that is left for asking."""
    words = f"{found.generator.name} had asked about none of {with_number(len(found.facts), 'fact')}"
    asked = Generation((), (), (), (words,))
    with suppress(OutOfTime), budget.part(ASKED, share):
        asked = ask_about(article, found, seed)
    return asked
