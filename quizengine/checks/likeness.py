"""Rules about options that are alike to a reader: in prose a capital does not matter, in code it does."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from quizengine.checks.examples import shows_code
from quizengine.checks.formulas import have_same_words
from quizengine.checks.intervals import amount_of
from quizengine.checks.option_lists import option_lists
from quizengine.generation.cueing import plain
from quizengine.language.numbers.number_words import NUMBER_WORDS
from quizengine.quiz.questions import Question
from quizengine.text.article import Article

_MOST_ALIKE = 100
_FIGURE_AND_UNIT = 2
_OF_NUMBERS = NUMBER_WORDS | {"and", "a", "point"}

_FRACTION = re.compile(r"\d{1,4}/\d{1,4}|[¼½¾⅓⅔⅕⅛]|0?\.\d+")
_OF_VALUE = re.compile(
    r"\b(?:values?|equals?|equal to|probabilit\w+|sum|difference|product|quotient|P\()|[+−×÷]|\d\.\d"
)
_OF_FORM = re.compile(
    r"\b(?:simpl\w+|lowest|reduc\w+|cancel\w*|terms|time|metre|meter|bars?|beats?|dates?|form|convert\w*|written|decimals?"
    r"|denominators?|numerators?|ratios?|prints?|returns?)\b",
    re.IGNORECASE,
)
"""Stems in which 6/8 differs from 3/4: a fraction to be reduced, a metre of music, a day of April."""
_PROSE = re.compile(r"[^\W\d_]+(?:[ ,.'’-]+(?:[^\W\d_]+|\d+))*[.'’!?]*")
_WORD = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(r"\A(?:the|an?) (?=.)")
_WRITING = re.compile(
    r"\b(?:formats?|spel\w+|writ\w+|capital\w*|case|punctuat\w+|sentence|word|letter|comma|apostrophe|accent|correct\w*"
    r"|syntax|variable|function|method|keyword|command|identifier|name of the (?:class|type)"
    r"|strings?|patterns?|regular expressions?|regex\w*)\b",
    re.IGNORECASE,
)


def equal_options(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when two options mean the same: one number in figures and in words; generated ones, except for signs."""
    made = question.origin is not None  # a person who writes year and Year beside each other asks about the capital
    for one in option_lists(question):
        for first, second in _alike(one.options):
            same_number = same_amount(first, second) and (made or _in_other_words(first, second))
            if same_number or (made and have_same_words(first, second)):
                yield f"the options “{first}” and “{second}” mean the same"
        if not made and len(one.keys) == 1 and _asks_for_value(question.stem):
            yield from _as_right(one.keys[0], one.distractors)


def _asks_for_value(stem: str) -> bool:
    return bool(_OF_VALUE.search(stem)) and not _OF_FORM.search(stem) and not shows_code(stem)


def _as_right(key: str, distractors: Sequence[str]) -> Iterator[str]:
    """Say so of each distractor that is the key's fraction, not reduced or in decimals."""
    for text in distractors:
        if _FRACTION.fullmatch(key) and _FRACTION.fullmatch(text) and same_amount(key, text):
            yield f"the options “{key}” and “{text}” are one number, and both are right"


def options_alike(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when two options differ in a capital, a full stop or an article alone, and the stem asks about neither."""
    if question.origin is not None or _asks_how_to_write(question.stem):
        return
    for one in option_lists(question):
        if len({plain(text) for text in one.options}) < 2:
            continue  # all options are one text, written in several ways: that is what is asked
        for first, second in _alike(one.options):
            given = first in question.stem and second in question.stem
            measure = same_amount(first, second) and _measured(first, second) and not _in_other_words(first, second)
            if (measure or _same_prose(first, second)) and not given:
                yield f"the options “{first}” and “{second}” hardly differ; is one of them a slip?"


def _asks_how_to_write(stem: str) -> bool:
    """Return whether a stem is about spelling, punctuation or code, where every character may be what is asked."""
    return bool(_WRITING.search(stem)) or shows_code(stem)


def _same_prose(first: str, second: str) -> bool:
    """Return whether two texts of plain words are the same except for capitals, full stops and a leading article."""
    if not (_PROSE.fullmatch(first) and _PROSE.fullmatch(second)) or _symbols(first) or _symbols(second):
        return False
    return _read(first) == _read(second)


def _in_other_words(first: str, second: str) -> bool:
    """Return whether one number is written in other words: 10,000 and ten thousand, 50 % and 50 percent.

    What is counted has to be the same: 1 mol of C is not 1 mol of O.
    """
    mine, its = (sorted(_WORD.findall(text.casefold())) for text in (first, second))
    counted, others = ([word for word in words if word not in _OF_NUMBERS] for words in (mine, its))
    units_alone = _measured(first, second) and max(len(first.split()), len(second.split())) <= _FIGURE_AND_UNIT
    return mine != its and (counted == others or units_alone)


def _measured(first: str, second: str) -> bool:
    """Return whether both are numbers with a unit, where 2.50 miles are 2.5 miles; 2.5 and 2.50 may be two outputs."""
    return all((amount := amount_of(text)) is not None and amount.unit for text in (first, second))


def _read(text: str) -> str:
    return _ARTICLE.sub("", " ".join(text.casefold().replace(".", "").rstrip("!?").split()))


def _symbols(text: str) -> bool:
    """Return whether its capitals may be meant: a symbol (Co), a name in code (getMax), or no word of three letters."""
    words = _WORD.findall(text)
    return all(len(word) < 3 for word in words) or any(
        word[1:] != word[1:].lower() and not word.isupper() for word in words
    )


def same_amount(first: str, second: str) -> bool:
    """Return whether two options are one number or range, in one unit."""
    one, other = amount_of(first), amount_of(second)
    return one is not None and one == other


def _alike(options: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs of options that may mean the same: equal when folded, or one amount; each pair once, in order.

    Among very many that are alike, each is paired with those that come next only.
    """
    groups: defaultdict[object, list[int]] = defaultdict(list)
    for number, text in enumerate(options):
        groups[plain(text)].append(number)
        if amount := amount_of(text):
            groups[amount].append(number)
    places = {(key, number): place for key, group in groups.items() for place, number in enumerate(group)}
    for number, text in enumerate(options):
        later: set[int] = set()
        for key in (plain(text), amount_of(text)):
            place = places.get((key, number), len(options))
            later.update(groups.get(key, [])[place + 1 : place + 1 + _MOST_ALIKE])
        yield from ((text, options[other]) for other in sorted(later))
