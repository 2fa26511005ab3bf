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


HALVES = {
    "de": ["halb", "ein halb", "eine halbe", "Hälfte", "die Hälfte"],
    "es": ["medio", "media", "mitad", "la mitad"],
    "fr": ["demi", "demie", "moitié", "la moitié"],
}
PARTS = {
    "de": "3 Drittel 4 Viertel 5 Fünftel 6 Sechstel 7 Siebtel 8 Achtel 9 Neuntel 10 Zehntel 20 Zwanzigstel "
    "100 Hundertstel 1000 Tausendstel",
    "es": "3 tercios 4 cuartos 5 quintos 6 sextos 7 séptimos 8 octavos 9 novenos 10 décimos 100 centésimos "
    "1000 milésimos",
    "fr": "3 tiers 4 quarts 5 cinquièmes 6 sixièmes 7 septièmes 8 huitièmes 9 neuvièmes 10 dixièmes 100 centièmes "
    "1000 millièmes",
}


@pytest.mark.parametrize(("language", "two"), [("de", "zwei"), ("es", "dos"), ("fr", "deux")])
def test_every_part_of_a_whole_is_read(language: str, two: str) -> None:
    assert [words for words in HALVES[language] if cardinal(words, language) != Decimal("0.5")] == []
    numbers, words = PARTS[language].split()[::2], PARTS[language].split()[1::2]
    assert {part: cardinal(f"{two} {part}", language) for part in words} == {
        part: 2 / Decimal(number) for number, part in zip(numbers, words, strict=True)
    }


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "zwei drei"), ("de", "zwanzigzehn"), ("es", "uno dos"), ("fr", "dix vingt"), ("fr", ""), ("de", "Haus")],
)
def test_other_words_are_no_number(language: str, words: str) -> None:
    assert cardinal(words, language) is None
