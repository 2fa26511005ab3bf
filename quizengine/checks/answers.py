"""Rules about typed answers: numbers within a tolerance, and words with more than one natural form."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from quizengine.checks.authorities import GRADING, HALADYNA
from quizengine.checks.exercises import completes_grammar, takes_code, text_with_gaps
from quizengine.checks.intervals import amount_of
from quizengine.checks.option_lists import typed_keys
from quizengine.extensions.records import Check
from quizengine.generation.cueing import plain
from quizengine.language.numbers import Quantity, quantities_in
from quizengine.language.numbers.amounts import may_be_one_unit
from quizengine.quiz.parts import NumberKey, TextKey
from quizengine.quiz.questions import Question, cache_per_question, fixed_key
from quizengine.text.article import Article, cache_per_article

_WIDE = Decimal("0.3")
_MOST_WORDS = 6
_MOST_STATED = 200
_IN_BRACKETS = re.compile(r"(?<=\w{2})\s+\([^\W\d_]{2}[^)]{0,200}\)")
_OFFICES = re.compile(r"\A(?:President|Prime Minister|Senator|Professor|Prof\.?|Dr\.?|Mrs?\.?|Ms\.?|Sir) (?=[A-Z])")


def tolerance_swallows(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when the article states another number in the same unit that would be accepted, too."""
    for key in fixed_key(question).values():
        if not isinstance(key, NumberKey) or key.low == key.high or _stated_range(question, key):
            continue
        for other in _within(_by_size(article) if article else _by_size_in_evidence(question), key):
            if not other.low <= key.value <= other.high and _one_unit(key, other):
                yield f"the tolerance also accepts “{other.span.text}”, which the article states of something else"
                return


def tolerance_wide(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when the tolerance takes in almost anything."""
    for key in fixed_key(question).values():
        if not isinstance(key, NumberKey) or not key.value or _stated_range(question, key):
            continue
        if key.high - key.low > 2 * _WIDE * abs(key.value):
            yield f"{key.low} to {key.high} is accepted for {key.value}; above {_WIDE:.0%} either way a guess is right"


def rounded_met_exactly(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when the article states "about" a number and the answer has to meet it exactly."""
    for key in fixed_key(question).values():
        if not isinstance(key, NumberKey) or key.low != key.high or question.evidence is None:
            continue
        stated = [one for one in _in_evidence(question) if one.low == one.high == key.value]
        if stated and all(one.approximate for one in stated):
            said = stated[0].hedged.text
            yield f"the article says “{said}”, and nothing but {key.value:f} is accepted; add a tolerance"


def number_in_words(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a typed number is compared as words, so that its figures would be marked wrong."""
    if takes_code(question):
        return
    for accepted in typed_keys(question):
        forms: defaultdict[Decimal, set[bool]] = defaultdict(set)
        numbers = [(text, amount.low) for text in accepted if (amount := amount_of(text)) and amount.low == amount.high]
        for text, value in numbers:
            forms[value].add(any(map(str.isdigit, text)))
        for text, value in numbers:
            if _has_both_forms(value, forms[value]):
                continue
            yield f"“{text}” is accepted and its other form is not; accept both, or ask for a number"
            break


def full_name_only(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a name is accepted with its remark in brackets or its office, and not without."""
    for accepted in typed_keys(question):
        known = {plain(text) for text in accepted}
        for text in accepted:
            shorter = _IN_BRACKETS.sub("", text), _OFFICES.sub("", text)
            missing = [form for form in shorter if plain(form) and plain(form) not in known]
            if missing:
                yield f"“{text}” is accepted and “{missing[0]}” is not; add it to the accepted answers"
                break


def long_typed(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when nobody would type the answer in these very words."""
    for accepted in typed_keys(question):
        shortest = min(accepted, key=lambda text: len(text.split()))
        if (words := len(shortest.split())) > _MOST_WORDS:
            yield f"{words} words have to be typed just so (“{shortest}”); ask for a name, or offer a choice"


def too_many_gaps(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when so many content words of a text are gaps that the rest does not suffice to fill them."""
    gaps = sum(isinstance(key, TextKey | NumberKey) for key in fixed_key(question).values())
    if gaps <= 3 or takes_code(question) or completes_grammar(question):
        return
    if (words := len(text_with_gaps(question).split())) < 6 * gaps:
        yield f"{gaps} gaps in a text of {words} words; leave the words that a reader needs"


@cache_per_question
def _in_evidence(question: Question) -> tuple[Quantity, ...]:
    return quantities_in(Article(question.evidence.quote)) if question.evidence else ()


def _stated_range(question: Question, key: NumberKey) -> bool:
    """Return whether the evidence itself states these two ends: "between 50,000 and 100,000"."""
    return any(one.low == key.low and one.high == key.high for one in _in_evidence(question))


@cache_per_article
def _by_size(article: Article) -> tuple[Quantity, ...]:
    return tuple(sorted(quantities_in(article), key=_low))


@cache_per_question
def _by_size_in_evidence(question: Question) -> tuple[Quantity, ...]:
    return tuple(sorted(_in_evidence(question), key=_low))


def _within(by_size: Sequence[Quantity], key: NumberKey) -> Sequence[Quantity]:
    """The quantities between a key's ends, as the article has them; of very many the smallest."""
    start, end = bisect_left(by_size, key.low, key=_low), bisect_right(by_size, key.high, key=_low)
    inside = [one for one in by_size[start : min(end, start + _MOST_STATED)] if one.high <= key.high]
    return sorted(inside, key=lambda one: one.span.start)


def _low(one: Quantity) -> Decimal:
    return one.low


def _one_unit(key: NumberKey, other: Quantity) -> bool:
    """Return whether a stated number could be taken for the key: same unit, or a count of the same things."""
    words = key.unit.casefold().split()
    if not words or not other.unit:
        behind = other.span.article.text[other.span.end : other.span.end + 40].casefold()
        return other.kind == "count" and not other.unit and (not words or words[-1] in behind)
    amount = amount_of(f"1 {key.unit}")
    return amount is not None and may_be_one_unit(amount.unit, other.unit)


def _has_both_forms(value: Decimal, with_digits: set[bool]) -> bool:
    """Return whether a number is accepted in figures and in words both; a long number has no natural form in words."""
    natural_in_words = value == value.to_integral_value() and 0 <= value <= 12
    return True in with_digits and (False in with_digits or not natural_in_words)


_EVERY_FORM = "A right answer that is marked wrong is remembered longer than ten that are marked right."

ANSWER_CHECKS = (
    Check(
        "tolerance-swallows",
        tolerance_swallows,
        "A tolerance that includes another number of the article accepts a wrong answer.",
        "warning",
        GRADING,
        "How many eels passed in May? # 1000 (900..1100) eels @ 1,000 eels passed the weir",
        "How many eels passed in May? # 1000 (960..1040) eels @ 1,000 eels passed the weir",
    ),
    Check(
        "tolerance-wide",
        tolerance_wide,
        "A question that accepts almost anything tests nothing.",
        "warning",
        GRADING,
        "How many eels were counted? # 1000 (500..1500)",
        "How many eels were counted? # 1000 (900..1100)",
    ),
    Check(
        "rounded-met-exactly",
        rounded_met_exactly,
        "Students who write 9,950 for “about 10,000” have read well.",
        "warning",
        GRADING,
        "How many eels were counted? # 10000 @ About 10,000 eels were counted",
        "How many eels were counted? # 10000 (9500..10500) @ About 10,000 eels were counted",
    ),
    Check(
        "number-in-words",
        number_in_words,
        _EVERY_FORM,
        "warning",
        GRADING,
        "How many sisters had Ada Marsh? > three",
        "How many sisters had Ada Marsh? > three | 3",
    ),
    Check(
        "accepts-one-form",
        full_name_only,
        _EVERY_FORM,
        "warning",
        GRADING,
        "Who counted the eels? > Environment Agency (EA)",
        "Who counted the eels? > Environment Agency (EA) | Environment Agency | EA",
    ),
    Check(
        "long-typed-answer",
        long_typed,
        _EVERY_FORM,
        "warning",
        f"{HALADYNA} (13: minimise reading and writing); {GRADING}",
        "Why did the ferry stop? > because the harbour board had no money left",
        "Who stopped the ferry? > the harbour board",
    ),
    Check(
        "too-many-gaps",
        too_many_gaps,
        "A text with too many gaps tests guessing what its author had in mind.",
        "warning",
        f"{HALADYNA} (14: clear directions)",
        "The {ferry} carried {rye} to the {island} in {spring}.",
        "The ferry of the old harbour carried {rye} to the island.",
    ),
)
