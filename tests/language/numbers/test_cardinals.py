"""Numbers in German, Spanish and French words are read as num2words writes them, and as people do."""

from decimal import Decimal
from pathlib import Path

import pytest

from quizengine.language.numbers.cardinals import cardinal

WRITTEN = [
    line.split(" ", 2)
    for line in Path(__file__).parents[2].joinpath("cases", "cardinals.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize("language", ["de", "es", "fr"])
def test_every_number_is_read_as_num2words_writes_it(language: str) -> None:
    rows = [(number, words) for named, number, words in WRITTEN if named == language]
    assert len(rows) > 200
    assert [(n, words) for n, words in rows if cardinal(words, language) != Decimal(n)] == []


@pytest.mark.parametrize(
    ("language", "words", "number"),
    [
        ("de", "zwoelf", "12"),
        ("de", "Hundertundeins", "101"),
        ("de", "fünfzehnhundert", "1500"),
        ("de", "zweieinhalb", "2.5"),
        ("de", "anderthalb", "1.5"),
        ("es", "treintaiuno", "31"),
        ("es", "dieciseis", "16"),
        ("es", "dos y medio", "2.5"),
        ("fr", "nonante-neuf", "99"),
        ("fr", "deux-cents", "200"),
        ("fr", "deux et demi", "2.5"),
        ("fr", "un million six cent mille", "1600000"),
    ],
)
def test_what_people_write_is_read_too(language: str, words: str, number: str) -> None:
    assert cardinal(words, language) == Decimal(number)


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "zwei drei"), ("de", "zwanzigzehn"), ("es", "uno dos"), ("fr", "dix vingt"), ("fr", ""), ("de", "Haus")],
)
def test_other_words_are_no_number(language: str, words: str) -> None:
    assert cardinal(words, language) is None
