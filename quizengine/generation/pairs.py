"""Applies the rules about pairs of questions without comparing every pair of a large bank.

A rule that says what a question shows and what it hides is only applied to pairs in which one question shows what the
other hides. A bank may consist mostly of such pairs, so each question is compared with at most MOST_HELD_AGAINST
earlier ones: those that share the rarest terms with it.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from quizengine.errors import PLUGIN_FAULTS
from quizengine.extensions.records import Check, Finding
from quizengine.generation.review import MOST_FINDINGS, collect_findings, overflow_finding, raised_finding
from quizengine.quiz.questions import Question, plain_question

MOST_HELD_AGAINST = 100

Terms = frozenset[Hashable]


@dataclass(frozen=True)
class PairReview:
    """The findings between the questions of one quiz."""

    findings: tuple[tuple[Question, Finding], ...] = ()
    """The findings, each with the later of its two questions, in the order of the earlier one."""
    faults: tuple[Finding, ...] = ()
    """Checks that raised."""
    cut_short: int = 0
    """The number of questions that share terms with more others than they were compared with."""


def review_pairs(questions: Sequence[Question], checks: Iterable[Check]) -> PairReview:
    """Compare the questions of one quiz with each other."""
    asked, questions = questions, tuple(map(plain_question, questions))
    found: list[tuple[int, int, int, Finding]] = []
    faults: list[Finding] = []
    cut_short: set[int] = set()
    for rank, check in enumerate(check for check in checks if check.between):
        index = _Index()
        for number, question in enumerate(questions):
            shown, hidden = _terms(check, question, faults)
            earlier, complete = index.sharing(shown, hidden) if check.shows else (range(number), True)
            if not complete:
                cut_short.add(number)
            findings = _between(check, questions, earlier, question, faults)
            found += ((one, number, rank, finding) for one, finding in findings)
            index.add(number, shown, hidden)
    found.sort(key=lambda each: each[:3])
    told = tuple((asked[later], finding) for _, later, _, finding in found)
    return PairReview(told, tuple(dict.fromkeys(faults)), len(cut_short))


def _between(
    check: Check, questions: Sequence[Question], earlier: Iterable[int], question: Question, faults: list[Finding]
) -> Iterator[tuple[int, Finding]]:
    """The findings of a check on a question and earlier ones, with their places; the first few of many."""
    between, told = check.between or _nothing, 0
    for one in earlier:  # a tight loop: it is run some hundred times for each question
        try:
            words = tuple(between(questions[one], question))
        except PLUGIN_FAULTS as fault:
            faults.append(raised_finding(check, fault))
            continue
        for each in words:
            if told == MOST_FINDINGS:
                yield one, overflow_finding(check)
                return
            yield one, Finding(each, level=check.level, check=check.name)
            told += 1


def _nothing(one: Question, other: Question) -> Iterable[str]:
    return ()


def _terms(check: Check, question: Question, faults: list[Finding]) -> tuple[Terms, Terms]:
    """Return what a question shows and what it hides by the terms of a check; nothing if the check raises."""
    if not check.shows or not check.hides:
        return frozenset(), frozenset()
    try:
        return frozenset(check.shows(question)), frozenset(check.hides(question))
    except PLUGIN_FAULTS as fault:
        faults.append(raised_finding(check, fault))
        return frozenset(), frozenset()


@dataclass
class _Index:
    """The questions so far by the terms that they show and hide."""

    showing: defaultdict[Hashable, list[int]] = field(default_factory=lambda: defaultdict(list))
    hiding: defaultdict[Hashable, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, number: int, shown: Terms, hidden: Terms) -> None:
        for term in shown:
            self.showing[term].append(number)
        for term in hidden:
            self.hiding[term].append(number)

    def sharing(self, shown: Terms, hidden: Terms) -> tuple[list[int], bool]:
        """The questions that show what is hidden here or hide what is shown here, in order; and whether these are all.

        Terms that few questions have come first, so that those that are left out share common words only.
        """
        lists = [self.hiding[term] for term in shown if term in self.hiding]
        lists += [self.showing[term] for term in hidden if term in self.showing]
        sharing: set[int] = set()
        for numbers in sorted(lists, key=len):
            new = [number for number in numbers[: MOST_HELD_AGAINST + 1] if number not in sharing]
            room = MOST_HELD_AGAINST - len(sharing)
            sharing.update(new[:room])
            if len(new) > room:
                return sorted(sharing), False
        return sorted(sharing), True


@dataclass
class Pairs:
    """Pairs of questions and the findings between them; each pair is examined once and remembered."""

    checks: Sequence[Check]
    faults: list[Finding] = field(default_factory=list)
    """Checks that raised."""
    _seen: dict[tuple[str, str], tuple[Finding, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, checks: Iterable[Check]) -> "Pairs":
        """The pairs with those of the checks that look at pairs."""
        return cls([check for check in checks if check.between])

    def between(self, one: Question, other: Question) -> tuple[Finding, ...]:
        """Return what is wrong with the two in one quiz."""
        key = (one.id, other.id)
        if key not in self._seen:
            findings: list[Finding] = []
            for check in self.checks:
                if check.between:
                    words = plain_question(one), plain_question(other)
                    collect_findings(check, partial(check.between, *words), findings, self.faults)
            self._seen[key] = tuple(findings)
        return self._seen[key]
