"""A rule about keys that say where the right option is, as Aiken files and spreadsheets do: “C” for the third."""

import re
from collections.abc import Iterator

from quizengine.checks.authorities import EVIDENCE
from quizengine.checks.examples import shows_code
from quizengine.checks.intervals import interval
from quizengine.checks.option_lists import OptionList, only_option_list
from quizengine.extensions.records import Check, Finding, Reading
from quizengine.quiz.questions import Question, plain_question
from quizengine.quiz.quiz import Quiz
from quizengine.text.article import Article

KEY_IS_A_PLACE = "key-is-a-place"
_LETTER = re.compile(r"[(\[]?([A-H])[.):\]]*|[(\[]?([a-h])[.):\]]+")
_NUMBER = re.compile(r"[(\[]?([1-8])[.):\]]*")
_LIKE_A_LETTER = re.compile(r"[(\[]?[A-Za-z][\d+#♯♭'′*²³-]*[.):\]]*|[IVXLCDM]+|[Aa]n|[Tt]he")
"""The letters that show that letters are the subject: D, B12, C++, Roman figures, the articles."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_LANGUAGES = re.compile(r"(?:Python|Java|JavaScript|Rust|Go|Pascal|Fortran|COBOL|Lisp|Haskell|Ruby|PHP|Perl|SQL)\b")
_ASKS_FOR_A_LETTER = re.compile(
    r"(?i)\b(?:languages?|letters?|vowels?|consonants?|symbols?|vitamins?|musical|which note|what note|chords?|clef"
    r"|grades?|labell?ed|marked|blood|hepatitis|numerals?|hexadecimal|abbreviat\w+|variables?)\b"
)
_ASKS_FOR_A_NUMBER = re.compile(
    r"(?i)\b(?:how (?:many|much|often|old|long|far)|number|numeral|digit|figure|value|equals?|sum|product|remainder"
    r"|root|pH|wie ?viele?|combien|cu[aá]nt[oa]s?|quant[ie])\b|[=+×÷√]"
)
_LIKE_A_NUMBER = re.compile(r"(?i)(?:zero|undefined|infinit|no solution)|.*\d")


def key_as_place(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when the key is a lone letter or number, as of a place in a list, and all other options are texts."""
    one = only_option_list(question)
    if one is None or shows_code(question.stem):
        return
    if _are_letters(one, question.stem) or _are_numbers(one, question.stem):
        for key in one.keys:
            yield f"found the key “{key}”, expected the text of the right option; write it out"


def places_as_keys(quiz: Quiz) -> Iterator[tuple[int, str]]:
    """Yield the number, from 1, of each question of a quiz whose key is a place, and what to do about it.

    This is for wherever a quiz leaves its author: whoever imports, exports or opens it has not necessarily checked it,
    and such a key marks right answers wrong.
    """
    for number, question in enumerate(quiz.questions, 1):
        yield from ((number, words) for words in key_as_place(plain_question(question), None))


def misplaced_keys(reading: Reading, file: str = "") -> tuple[Finding, ...]:
    """The same as findings, with the line of each question where the file has lines."""
    questions = reading.quiz.questions
    return tuple(
        Finding(
            words,
            file,
            reading.lines.get(questions[number - 1].id, 0),
            path=f"questions[{number - 1}]",
            check=KEY_IS_A_PLACE,
        )
        for number, words in places_as_keys(reading.quiz)
    )


def _are_letters(one: OptionList, stem: str) -> bool:
    """Return whether all keys are letters of places that the list has, and neither stem nor options are on letters."""
    found = [_LETTER.fullmatch(key) for key in one.keys]
    letters = [(match[1] or match[2]).upper() for match in found if match]
    if len(letters) < len(found) or any("ABCDEFGH".index(each) >= len(one.options) for each in letters):
        return False
    if _ASKS_FOR_A_LETTER.search(stem) or any(
        _names(each, text) for each in letters for text in (stem, *one.distractors)
    ):
        return False
    if all(len(text) <= 2 and text.istitle() for text in one.distractors):
        return False  # Ca, Cl, Co: symbols
    return not any(
        _LIKE_A_LETTER.fullmatch(text) or _LANGUAGES.match(text) or not _has_word(text) for text in one.distractors
    )


def _are_numbers(one: OptionList, stem: str) -> bool:
    """Return whether all keys are numbers of places that the list has, and neither stem nor options are on numbers."""
    found = [_NUMBER.fullmatch(key) for key in one.keys]
    if not all(match and int(match[1]) <= len(one.options) for match in found):
        return False
    if _ASKS_FOR_A_NUMBER.search(stem):
        return False
    return not any(_LIKE_A_NUMBER.match(text) or interval(text) or not _has_word(text) for text in one.distractors)


def _names(letter: str, text: str) -> bool:
    """Return whether a text speaks of a letter, as “If A is true” and “2A” do; “A dog” does not."""
    article = r"(?<!\A)(?<![.?!:“] )" if letter == "A" else ""
    return bool(re.search(rf"{article}(?<![^\W\d_]){letter}(?![\w)'’])", text))


def _has_word(text: str) -> bool:
    """Return whether a text is no formula: it has a word, or a letter of a script that is not the key's."""
    return bool(_WORD.search(text)) or (not text.isascii() and any(map(str.isalpha, text)))


PLACE_CHECKS = (
    Check(
        KEY_IS_A_PLACE,
        key_as_place,
        "In a bank, the key is the text of the right option: a lone letter is shown as an option, and marked right.",
        "error",
        EVIDENCE,
        "What did the ferry carry? = C ~ coal ~ oats ~ rye",
        "Which vitamin did the ferry's cook lack? = C ~ A ~ D",
    ),
)
