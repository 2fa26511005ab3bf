"""The candidates for a quiz that wait to be taken, so that the one needed most is found without asking them all.

Which one that is changes with each that is taken. For candidates of one sort (one generator, part of the article,
difficulty and type) it changes alike, so that of each sort only the first in line can be next.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from heapq import heapify, heappop, heappush

from quizengine.generation.candidates import Candidate
from quizengine.generation.difficulty import Band
from quizengine.generation.overlaps import Overlaps

_Sort = tuple[str, bool, bool, int, int, Band, str]
_InLine = tuple[float, str, int, int]
"""A candidate by how unlikely it is to be usable, its fact, its place among the ways to ask about that, its number."""


class CandidateQueue:
    """Candidates that are neither taken nor refused yet."""

    def __init__(self, candidates: Sequence[Candidate], place_of: Callable[[str], int] = lambda generator: 0) -> None:
        self._all = candidates
        self._place_of = place_of
        """The place of a generator in an order of preference: where all else is equal, the least is taken."""
        self._left = dict.fromkeys(range(len(candidates)))
        self._numbers = {id(one): number for number, one in enumerate(candidates)}
        self._sharing: set[int] = set()
        """Those that rest on words which a question already taken rests on."""
        self._lines: dict[_Sort, list[_InLine]] = defaultdict(list)
        self._by_fact: dict[str, list[int]] = defaultdict(list)
        self._around: Overlaps[Candidate] = Overlaps()
        for number, one in enumerate(candidates):
            self._lines[self._sort(number)].append(_in_line(one, number))
            self._by_fact[one.fact].append(number)
            self._around.add(one)
        for line in self._lines.values():
            heapify(line)

    def __len__(self) -> int:
        return len(self._left)

    def __iter__(self) -> Iterator[Candidate]:
        return (self._all[number] for number in self._left)

    def most_needed(self, taken: Counter[tuple[str, object]]) -> Candidate:
        """Give the candidate that the quiz needs most and let it wait no longer; what is least is needed most.

        There has to be one.
        """
        firsts = ((sort, self._first(sort)) for sort in list(self._lines))
        number = min((_need(sort, taken, self._place_of), first) for sort, first in firsts if first)[1][-1]
        del self._left[number]
        return self._all[number]

    def share_with(self, taken: Candidate) -> None:
        """Note of those left which rest on the words of a question that was taken."""
        for one in self._around.of(taken.question):
            number = self._numbers[id(one)]
            if number in self._left and number not in self._sharing:
                self._sharing.add(number)
                heappush(self._lines[self._sort(number)], _in_line(one, number))

    def without_fact(self, fact: str) -> list[Candidate]:
        """Let the other ways to ask about a fact wait no longer, and give them."""
        gone = [number for number in self._by_fact[fact] if number in self._left]
        for number in gone:
            del self._left[number]
        return [self._all[number] for number in gone]

    def _first(self, sort: _Sort) -> _InLine | None:
        """The first in a line that still waits in it; an empty line ends."""
        line = self._lines[sort]
        while line and not (line[0][-1] in self._left and self._sort(line[0][-1]) == sort):
            heappop(line)
        if not line:
            del self._lines[sort]
            return None
        return line[0]

    def _sort(self, number: int) -> _Sort:
        one = self._all[number]
        return one.family, one.warned, number in self._sharing, one.part, one.doubt, one.band, one.question.type


def _in_line(one: Candidate, number: int) -> _InLine:
    return -one.likely, one.fact, one.place, number


def _need(
    sort: _Sort, taken: Counter[tuple[str, object]], place_of: Callable[[str], int]
) -> tuple[int, bool, bool, int, int, int, int, int]:
    family, warned, shares, part, doubt, band, kind = sort
    return (
        taken["family", family],
        warned,
        shares,
        taken["part", part],
        doubt,
        place_of(family),
        taken["band", band],
        taken["type", kind],
    )
