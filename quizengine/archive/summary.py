"""The sums of an archive that its report shows."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from quizengine.archive.journal import Failure, Journal, State
from quizengine.archive.making import Counted, Kind

_MOST_FAILURES = 20


@dataclass(frozen=True)
class Family:
    """The questions of one generator."""

    name: str
    questions: int
    rules: tuple[tuple[str, int], ...]
    """Its rules with the number of their questions, the most frequent first."""
    not_chosen: int
    refused: int


@dataclass(frozen=True)
class Summary:
    """The sums of an archive."""

    articles: Mapping[State, int]
    questions: int
    by_questions: Mapping[int, int]
    """The number of articles by their number of questions, the lowest number first."""
    families: tuple[Family, ...]
    """The families by their number of questions, the highest number first."""
    types: tuple[tuple[str, int], ...]
    empty: Mapping[str, int]
    """Articles without a question by the reason, most first."""
    refusals: tuple[tuple[Counted, int, str], ...]
    """Each kind of refusal with its number and a reason in words, most first."""
    incomplete: int
    """Articles for which the time did not suffice."""
    plugin_faults: tuple[tuple[Counted, int, str], ...]
    failed: int
    """Articles that failed, and entries with an id that was used before."""
    failures: tuple[Failure, ...]
    """The first of these."""

    @property
    def read(self) -> int:
        """The articles that could be read and asked about, whether something is asked or not."""
        return self.articles[State.MADE] + self.articles[State.EMPTY]


def summary_of(journal: Journal) -> Summary:
    """Sum up an archive from its journal."""
    questions = tuple(journal.counts(Kind.QUESTION))
    refusals = tuple(journal.counts(Kind.REFUSAL))
    states = journal.states()
    return Summary(
        states,
        sum(count for _, count, _ in questions),
        journal.articles_by_questions(),
        _families(questions, tuple(journal.counts(Kind.NOT_CHOSEN)), refusals),
        tuple((counted.name, count) for counted, count, _ in journal.counts(Kind.TYPE)),
        journal.empty_by_reason(),
        refusals,
        sum(count for _, count, _ in journal.counts(Kind.INCOMPLETE)),
        tuple(journal.counts(Kind.PLUGIN_FAULT)),
        states[State.FAILED] + journal.repeats,
        tuple(islice(journal.failures(), _MOST_FAILURES)),
    )


_Counts = tuple[tuple[Counted, int, str], ...]


def _families(questions: _Counts, not_chosen: _Counts, refusals: _Counts) -> tuple[Family, ...]:
    asked, left, refused = map(_by_generator, (questions, not_chosen, refusals))
    names = sorted({*asked, *left, *refused}, key=lambda name: (-asked[name], name))
    return tuple(
        Family(
            name,
            asked[name],
            tuple((counted.name, count) for counted, count, _ in questions if counted.generator == name),
            left[name],
            refused[name],
        )
        for name in names
    )


def _by_generator(counts: _Counts) -> Counter[str]:
    found: Counter[str] = Counter()
    for counted, count, _ in counts:
        found[counted.generator] += count
    return found
