"""The results of a class in sentences: who knew what, what was missed, and which question to look at."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import floor

from quizengine.desk.class_results import ClassResults, QuestionResult
from quizengine.quiz.answer_counts import given_in_words
from quizengine.quiz.item_analysis import FEWEST_ANSWERS
from quizengine.quiz.mending import Treatment
from quizengine.quiz.questions import generator_of
from quizengine.web.render.formatting import listed, points
from quizengine.web.render.languages import gettext, later, later_plural, ngettext, pgettext

_TOPICS = {
    "numeric_recall": (later("Most know the figures."), later("Few know the figures.")),
    "quote_attribution": (later("Most know who said what."), later("Few know who said what.")),
    "cause_and_effect": (later("Most know what led to what."), later("Few know what led to what.")),
    "fact_recall": (later("Most know what happened."), later("Few know what happened.")),
    "key_terms": (later("Most know the terms."), later("Few know the terms.")),
    "numeric_reasoning": (later("Most can calculate with the figures."), later("Few can calculate with the figures.")),
}
"""The sentences about the questions of a generator when most of their answers are right, and when few are."""
_A_PAIR = 2
_KNOWN = {
    1: (
        later("The student got every question right."),
        later_plural("The student got question %(numbers)s right.", "The student got questions %(numbers)s right."),
    ),
    2: (
        later("Both got every question right."),
        later_plural("Both got question %(numbers)s right.", "Both got questions %(numbers)s right."),
    ),
    3: (
        later("Nearly all got every question right."),
        later_plural("Nearly all got question %(numbers)s right.", "Nearly all got questions %(numbers)s right."),
    ),
}
"""The sentences for when all questions were known, and for some, by the number of students; 3 for all above two."""
_MISSED_BY_ONE = {
    1: later_plural("The student missed question %(numbers)s.", "The student missed questions %(numbers)s."),
    2: later_plural(
        "One of them missed question %(numbers)s.", "One of them missed each of the questions %(numbers)s."
    ),
}
_MOST, _FEW = 0.75, 0.4
_MOST_NAMED = 3


def result_sentences(results: ClassResults, reported: Mapping[str, int]) -> tuple[str, ...]:
    """Return what a teacher should know first; `reported` counts the reported problems by question id."""
    if not results.students:
        return ()
    return (
        _average(results),
        *_known_and_missed(results),
        *_to_check(results),
        *_left_empty(results),
        *_unmarked(results),
        *_reported(results, reported),
        *_too_few(results),
    )


def decimal(value: float, places: int = 2) -> str:
    """A figure to so many decimals, with a real minus sign: 0.31, −0.20."""
    figures = f"{value + 0.0:.{places}f}".replace("-", "−")
    return figures.replace(".", pgettext("before decimals", "."))


def per_cent(part: float, whole: int = 1) -> int:
    """A share in whole per cent, a half rounded up: 12 of 19 are 63, 1 of 8 is 13; none of nothing."""
    return floor(100 * Fraction(part) / whole + Fraction(1, 2)) if whole else 0


def _average(results: ClassResults) -> str:
    possible = max(student.score.possible for student in results.students)
    earned = sum((student.score.earned for student in results.students), Fraction()) / len(results.students)
    return ngettext(
        "%(num)s student has handed in and earned %(earned)s of %(possible)s points.",
        "%(num)s students have handed in; on average they earned %(earned)s of %(possible)s points.",
        len(results.students),
        earned=points(earned),
        possible=points(possible),
    )


def _by_topic(results: ClassResults) -> Iterator[str]:
    """The kinds of question that a class knows or does not know; only kinds with two questions or more."""
    topics: dict[str, list[QuestionResult]] = defaultdict(list)
    for each in _judged(results):
        topics[generator_of(each.question)].append(each)
    for topic, (most, few) in _TOPICS.items():
        answered = sum(each.item.answered for each in topics[topic])
        if len(topics[topic]) < 2 or not answered:
            continue
        share = sum(each.item.full for each in topics[topic]) / answered
        if share >= _MOST:
            yield gettext(most)
        elif share < _FEW:
            yield gettext(few)


def _known_and_missed(results: ClassResults) -> Iterator[str]:
    """The questions that were known and those that were missed; one student or two are no share of a class."""
    students, judged = len(results.students), _judged(results)
    if students > _A_PAIR:
        yield from _by_topic(results)
        known = [each for each in judged if each.item.full >= 0.9 * each.item.answered]
    else:
        known = [each for each in judged if each.item.full == students]
    every, some = _KNOWN[min(students, _A_PAIR + 1)]
    if known and len(known) == len(results.questions):
        yield gettext(every)
    else:
        yield from _numbered(some, known)
    if students > _A_PAIR:
        yield from _missed(results)
    elif students == _A_PAIR:
        yield from _missed_by_both(judged)
        yield from _numbered(_MISSED_BY_ONE[students], [each for each in judged if each.missed == 1])
    else:
        yield from _numbered(_MISSED_BY_ONE[students], [each for each in judged if each.missed])


def _numbered(words: tuple[str, str], questions: Sequence[QuestionResult]) -> Iterator[str]:
    """Say something of some questions by their numbers; nothing if there are none."""
    if questions:
        yield ngettext(*words, len(questions), numbers=listed([each.number for each in questions]))


def _missed_by_both(questions: Sequence[QuestionResult]) -> Iterator[str]:
    for each in (one for one in questions if one.missed == _A_PAIR):
        if wrong := _often_wrong(each):
            yield gettext("Both missed question %(number)s with “%(wrong)s”.", number=each.number, wrong=wrong[0])
        else:
            yield gettext("Both missed question %(number)s.", number=each.number)


def _missed(results: ClassResults) -> Iterator[str]:
    """The questions that half or more missed, the worst first."""
    worst = sorted(_judged(results), key=lambda each: (-each.missed / each.item.answered, each.number))
    for each in worst[:_MOST_NAMED]:
        if 2 * each.missed < each.item.answered:
            return
        said = {"number": each.number, "missed": each.missed, "answered": each.item.answered}
        wrong = _often_wrong(each)
        if wrong is None:
            yield gettext("Question %(number)s was missed by %(missed)s of %(answered)s who answered it.", **said)
        else:
            yield gettext(
                "Question %(number)s was missed by %(missed)s of %(answered)s who answered it; "
                "%(chosen)s of them gave “%(wrong)s”.",
                **said,
                chosen=wrong[1],
                wrong=wrong[0],
            )


def _often_wrong(each: QuestionResult) -> tuple[str, int] | None:
    """The wrong answer that most gave, in words, and how many; None if no two gave one."""
    wrong = each.parts[0].most_chosen_wrong if len(each.parts) == 1 else None
    if wrong is None or wrong.students < 2:
        return None
    return given_in_words(each.parts[0].part, wrong.given, each.question.markup), wrong.students


def _to_check(results: ClassResults) -> Iterator[str]:
    for each in _judged(results):
        if each.item.discrimination is not None and each.item.discrimination < 0:
            yield gettext(
                "Check the key of question %(number)s: those who did well elsewhere missed it more often.",
                number=each.number,
            )


def _left_empty(results: ClassResults) -> Iterator[str]:
    for each in results.questions:
        empty = each.empty
        if empty >= 2 and 5 * empty >= each.item.asked and each.mend.treatment is Treatment.MARKED:
            yield ngettext(
                "Question %(number)s was left empty by %(num)s student.",
                "Question %(number)s was left empty by %(num)s students.",
                empty,
                number=each.number,
            )


def _unmarked(results: ClassResults) -> Iterator[str]:
    if results.unmarked:
        yield ngettext(
            "%(num)s answer is not marked yet and has earned no points so far.",
            "%(num)s answers are not marked yet and have earned no points so far.",
            results.unmarked,
        )


def _reported(results: ClassResults, reported: Mapping[str, int]) -> Iterator[str]:
    for each in results.questions:
        if count := reported.get(each.question.id, 0):
            yield ngettext(
                "%(num)s student reported a problem with question %(number)s.",
                "%(num)s students reported a problem with question %(number)s.",
                count,
                number=each.number,
            )


def _too_few(results: ClassResults) -> Iterator[str]:
    if len(results.students) < FEWEST_ANSWERS:
        yield gettext("Estimates need %(number)s answers; until then, only counts are shown.", number=FEWEST_ANSWERS)


def _judged(results: ClassResults) -> list[QuestionResult]:
    """The questions that were answered and are marked as usual, and to the last answer."""
    return [
        each
        for each in results.questions
        if each.item.answered and not each.unmarked and each.mend.treatment is Treatment.MARKED
    ]
