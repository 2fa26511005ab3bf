"""Questions that take a figure or a name out of a quotation."""

import re
from collections.abc import Iterator, Sequence
from random import Random

from quizengine import ChoiceQuestion, ClozeQuestion, Fact, Question
from quizengine_quote_attribution.candidates import FEWEST_DISTRACTORS
from quizengine_quote_attribution.gaps import gap_in, places, with_blank
from quizengine_quote_attribution.phrasing import called, quoted, verb_for
from quizengine_quote_attribution.proof import beside, in_full
from quizengine_quote_attribution.quotation import Quotation
from quizengine_quote_attribution.shown import shown
from quizengine_quote_attribution.standing import points_back
from quizengine_quote_attribution.wording import with_full_stop

_FIGURE = re.compile(
    r"(?<![\w.,$€£-])(?<!\bor )(?<!\bto )(?<!\bNo\. )(?<!\bDay )(?<!\btop )(?<!\bChapter )"
    r"(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\. )(?<!\bSept\. )"
    r"(?!(?:1|100|110) percent|24 hours|7 days|\d+ [A-Z])"
    r"(?:\d[\d,]*\d|\d)(?:\.\d+)?(?![\w%-])(?! (?:or|to) )"
)
"""A figure by itself: no range, no part of a word, a date or a name, and none that only means "wholly" or "always"."""
_LIKELY = 6
"""Out of how many names of the article, the most often mentioned, the wrong ones are drawn."""


def completions(fact: Quotation, others: Sequence[Fact], rng: Random) -> Iterator[Question]:
    """The quotation without a figure, and without a name; nothing where its first words point at others before it."""
    if not points_back(fact):
        yield from _figure(fact)
        yield from _name(fact, others, rng)


def _figure(fact: Quotation) -> Iterator[Question]:
    """The quotation with a gap for a figure in it."""
    words = shown(fact)
    figure = _FIGURE.search(words)
    if figure is None or words.count(figure[0]) > 1:
        return
    before, after = _doubled(words[: figure.start()]), _doubled(with_full_stop(words[figure.start() :]))
    yield ClozeQuestion(
        stem=f"Complete what {called(fact)} {verb_for(fact)}.",
        text=f"“{before}{{{figure[0]}}}{after[len(figure[0]) :]}”",
        **beside(fact, in_full(fact, words)),
    )


def _name(fact: Quotation, others: Sequence[Fact], rng: Random) -> Iterator[Question]:
    """The quotation without a name that stands in it, with others of the article beside it."""
    words = shown(fact)
    gap = gap_in(fact, words, places(others))
    if gap is None or len(gap.others) < FEWEST_DISTRACTORS:
        return
    likely = gap.others[:_LIKELY]
    yield ChoiceQuestion(
        stem=f"Which name completes what {called(fact)} {verb_for(fact)}: {quoted(with_blank(words, gap.words))}",
        answer=gap.words,
        distractors=tuple(rng.sample(likely, FEWEST_DISTRACTORS)),
        **beside(fact, in_full(fact, words)),
    )


def _doubled(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
