"""Selects the questions of a quiz by a blueprint, with a verdict on every candidate.

With a count, it repeatedly takes the candidate that the quiz needs most: from the generator with the fewest questions
so far, without a warning, about words that no other question rests on, in the part of the article with the fewest
questions, most likely to be usable, from the preferred generator, of the rarest difficulty and type so far; a number
drawn from the seed and the ids settles the rest. The order of the facts does not matter.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

from quizengine.errors import OutOfTime
from quizengine.generation.blueprint import LEAST, Blueprint
from quizengine.generation.candidate_queue import CandidateQueue
from quizengine.generation.candidates import Candidate, candidates_of, start_of
from quizengine.generation.cueing import cue_each_other
from quizengine.generation.evidence_order import in_safe_order, tell_each_other
from quizengine.generation.overlaps import Overlaps, share_words
from quizengine.generation.repeats import (
    FEWEST_BESIDE,
    MOST_WITH_THE_SAME_OPTIONS,
    answer_of,
    asks_the_same,
    options_of,
)
from quizengine.generation.stem_forms import form_of_stem, most_of
from quizengine.generation.usability import Usability
from quizengine.generation.verdicts import Selection, Verdict
from quizengine.plurals import with_number
from quizengine.quiz.questions import Question
from quizengine.quiz.self_marks import has_model_answer

Clash = Callable[[Question, Question], str]
"""Returns why two questions cannot be in one quiz, in words; empty if they can."""

_OF_ONE_FORM = 5
"""The number of questions up to which all may be asked in one form."""
_LIKELY = LEAST
"""The probability from which questions count as equally good, and the generator matters more."""


def clash_by_cueing(one: Question, other: Question) -> str:
    """The clash of two questions on the same words of which one shows the key of the other."""
    return f"it and “{_short(other)}” give each other away" if cue_each_other(one, other) else ""


def select(
    asked: Iterable[Sequence[Question]],
    blueprint: Blueprint | None = None,
    seed: int = 0,
    warned: Collection[str] = (),
    clash: Clash = clash_by_cueing,
    measured: Mapping[str, float] = MappingProxyType({}),
    clashes_anywhere: bool | None = None,
    usable: Mapping[str, Usability] = MappingProxyType({}),
) -> Selection:
    """Choose from the ways to ask about each fact, one per fact; equal input in any order gives equal output.

    `warned` holds the ids of questions with a warning; `measured` holds the difficulty by id of questions that enough
    students have answered, which replaces the estimate; `usable` holds the probability of being usable by id: questions
    below the blueprint's limit are not taken. Without a count, everything that fits is taken. `clashes_anywhere` says
    whether questions that rest on different words of the article may clash as well; then each is compared with all
    others, otherwise only with those on the same words. With the default clash it need not be given.
    """
    anywhere = clash is not clash_by_cueing if clashes_anywhere is None else clashes_anywhere
    candidates = candidates_of(asked, seed, frozenset(warned), measured, usable)
    return _Quiz(blueprint or Blueprint(), clash, candidates, anywhere).filled()


class _Quiz:
    """A quiz that is being filled."""

    def __init__(self, blueprint: Blueprint, clash: Clash, candidates: list[Candidate], anywhere: bool) -> None:
        self.blueprint = blueprint
        self.clash = clash
        self.left = candidates
        self.stopped = False
        self.anywhere = anywhere
        self.chosen: list[Candidate] = []
        self.ids: set[str] = set()
        """The ids of the chosen questions."""
        self.answers: set[str] = set()
        self.around: Overlaps[Candidate] = Overlaps()
        """The chosen by the words that they rest on."""
        self.verdicts: list[Verdict] = []
        self.taken: Counter[tuple[str, object]] = Counter()

    def filled(self) -> Selection:
        """Take one candidate after another until none is left or the quiz is full."""
        self.left = [one for one in self.left if self._is_wanted(one)]
        try:
            if self.blueprint.count is None:
                self._take_all()
            else:
                self._take_some(self.blueprint.count)
        except OutOfTime:
            self._stop()
        chosen = sorted((one.question for one in self.chosen), key=lambda one: (start_of(one), one.id))
        return Selection(in_safe_order(chosen), tuple(self.verdicts), self.blueprint.count, self.stopped)

    def _is_wanted(self, one: Candidate) -> bool:
        """Return whether a candidate is as the blueprint wants each of them; else it is refused."""
        if one.band not in self.blueprint.bands:
            self._refuse(one, f"it is {one.how_hard}")
            return False
        if one.usable is not None and one.usable.probability < self.blueprint.least:
            self._refuse(one, f"only {one.usable.in_full}", unlikely=True)
            return False
        return True

    def _stop(self) -> None:
        """Leave out the candidates that were not examined yet; those taken go well together."""
        self.stopped = True
        taken = {id(one.question) for one in self.chosen}
        self.verdicts = [one for one in self.verdicts if not one.taken or id(one.question) in taken]
        looked_at = {id(verdict.question) for verdict in self.verdicts}
        for one in self.left:
            if id(one.question) not in looked_at:
                self._refuse(one, "the time was up before it was looked at")

    def _take_some(self, count: int) -> None:
        """Take the candidate that is needed most until the quiz is full."""
        waiting = CandidateQueue(self.left, self.blueprint.place_of)
        repeats: list[Candidate] = []
        crowded: list[Candidate] = []
        while waiting and len(self.chosen) < count:
            best = waiting.most_needed(self.taken)
            if self._repeats(best):
                repeats.append(best)
                continue
            if self._is_crowded(best) or self._is_told(best) or self._shows_known_options(best):
                crowded.append(best)
                continue
            if words := self._in_the_way(best):
                self._refuse(best, words)
                continue
            self._take(best)
            waiting.share_with(best)
            for one in waiting.without_fact(best.fact):
                self._refuse(one, _about_this_fact(best))
        self._take_put_off(repeats, count)
        self._take_put_off(crowded, count)
        for one in waiting:
            self._refuse(one, f"the quiz has its {with_number(count, 'question')}, and others were needed more")

    def _take_all(self) -> None:
        """Take one way to ask about every fact.

        Of two facts that clash, it takes the one without a warning; then one that is likely usable; then one that the
        engine can mark; then the one from the preferred generator; then from the one that found fewer, so that the many
        figures of an article do not push out its few quotations; then the first. Of two with the same answer, it takes
        the likelier usable one.
        """
        facts: dict[str, list[Candidate]] = {}
        best_of: dict[str, int] = {}
        for one in self.left:
            facts.setdefault(one.fact, []).append(one)
            answer = answer_of(one.question)
            if answer:
                best_of[answer] = min(one.doubt, best_of.get(answer, one.doubt))
        found = Counter(ways[0].family for ways in facts.values())
        repeats: list[Candidate] = []
        crowded: list[Candidate] = []
        place_of = self.blueprint.place_of

        def first(ways: list[Candidate]) -> tuple[tuple[bool, bool], bool, int, int]:
            return (
                min(map(_misgivings, ways)),
                has_model_answer(ways[0].question),
                place_of(ways[0].family),
                found[ways[0].family],
            )

        for ways in sorted(facts.values(), key=first):
            best = None
            for one in sorted(ways, key=self._rank_of_way):
                words = _about_this_fact(best) if best else self._in_the_way(one)
                if not words and (self._repeats(one) or one.doubt > best_of.get(answer_of(one.question), one.doubt)):
                    repeats.append(one)
                elif words:
                    self._refuse(one, words)
                elif self._is_crowded(one):
                    crowded.append(one)
                else:
                    self._take(one)
                    best = one
        self._take_put_off(repeats)
        self._take_put_off(sorted(crowded, key=lambda one: -one.likely))

    def _repeats(self, one: Candidate) -> bool:
        """Return whether the quiz has a question with this answer, and is too short for a second one."""
        return answer_of(one.question) in self.answers and len(self.chosen) < FEWEST_BESIDE

    def _take_put_off(self, put_off: Iterable[Candidate], count: int | None = None) -> None:
        """Take questions that repeat an answer or a form, as far as the quiz can do with them."""
        for one in put_off:
            words = self._in_the_way(one)
            if any(other.fact == one.fact for other in self.chosen):
                words = "another question asks about the same fact"
            elif count is not None and len(self.chosen) >= count:
                words = f"the quiz has its {with_number(count, 'question')}, and others were needed more"
            elif self._repeats(one):
                words = f"its answer is that of another question, and a quiz of {FEWEST_BESIDE} or fewer has each once"
            elif count is None and len(self.chosen) >= _OF_ONE_FORM and self._is_crowded(one) and self._has_others(one):
                words = "the quiz has enough questions that are asked in this form"
            if words:
                self._refuse(one, words)
            else:
                self._take(one)

    def _is_crowded(self, one: Candidate) -> bool:
        """Return whether the quiz has enough questions in the form of this one."""
        form, count = form_of_stem(one.question), self.blueprint.count
        size = max(count or 0, len(self.chosen) + 1)
        return form is not None and self.taken["form", form] >= most_of(form, size, of_all=count is None)

    def _is_told(self, one: Candidate) -> bool:
        """Return whether this and a chosen question show each other's answer in their evidence."""
        return any(tell_each_other(one.question, other.question) for other in self.around.of(one.question))

    def _has_others(self, one: Candidate) -> bool:
        return self.taken["form", form_of_stem(one.question)] < len(self.chosen)

    def _shows_known_options(self, one: Candidate) -> bool:
        """Return whether enough questions have the same options as this one, which is then asked in another way."""
        options = options_of(one.question)
        return bool(options) and self.taken["options", options] >= MOST_WITH_THE_SAME_OPTIONS

    def _rank_of_way(self, one: Candidate) -> tuple[bool, bool, int, int, int, int]:
        preferred = self.blueprint.place_of(one.family)
        known = self._shows_known_options(one)
        return one.warned, known, one.doubt, preferred, self.taken["type", one.question.type], one.place

    def _take(self, best: Candidate) -> None:
        family = f" by {best.family}" if best.family else ""
        known = f"; {best.usable.in_full}" if best.usable else ""
        self.verdicts.append(Verdict(best.question, True, f"taken: {best.how_hard}{family}{known}"))
        self.chosen.append(best)
        self.ids.add(best.question.id)
        self.answers |= {answer_of(best.question)} - {""}
        self.around.add(best)
        for kind, value in (("family", best.family), ("part", best.part), ("band", best.band)):
            self.taken[kind, value] += 1
        self.taken["type", best.question.type] += 1
        self.taken["form", form_of_stem(best.question)] += 1
        self.taken["options", options_of(best.question)] += 1

    def _refuse(self, one: Candidate, words: str, *, unlikely: bool = False) -> None:
        self.verdicts.append(Verdict(one.question, False, words, unlikely))

    def _in_the_way(self, one: Candidate) -> str:
        """Return why a candidate cannot join those that were taken; empty if it can."""
        most = self.blueprint.most.get(one.family)
        if most is not None and self.taken["family", one.family] >= most:
            return f"the quiz has its {most} of {one.family}"
        if one.question.id in self.ids:
            return "it is asked already"
        for other in self.chosen if self.anywhere else self.around.of(one.question):
            if share_words(one.question, other.question):
                if self.blueprint.one_a_sentence or has_model_answer(one.question) or has_model_answer(other.question):
                    return f"“{_short(other.question)}” rests on the same words of the article"
                if asks_the_same(one.question, other.question):
                    return f"“{_short(other.question)}” tells much the same"
            if words := self.clash(one.question, other.question):
                return words
        return ""


def _misgivings(one: Candidate) -> tuple[bool, bool]:
    """Return what speaks against a candidate before all else: a warning, and that it is not likely usable."""
    return one.warned, one.likely < _LIKELY


def _about_this_fact(taken: Candidate) -> str:
    return f"“{_short(taken.question)}” asks about the same fact"


def _short(question: Question) -> str:
    return question.stem if len(question.stem) <= 60 else f"{question.stem[:59]}…"
