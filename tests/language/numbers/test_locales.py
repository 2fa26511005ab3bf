"""How languages and countries write numbers."""

from decimal import Decimal

import pytest

from quizengine.language.numbers.locales import (
    answer_in,
    decimal_sign,
    figure_in,
    is_locale_name,
    nearest_locale,
    scales_of,
    units_of,
)


@pytest.mark.parametrize(
    ("value", "locale", "said"),
    [
        ("10000", "en", "10,000"),
        ("2.50", "en", "2.5"),
        ("-0.5", "en", "-0.5"),
        ("-1200", "en", "-1,200"),
        ("1E+6", "en", "1,000,000"),
        ("10000", "de", "10.000"),
        ("2.50", "de", "2,5"),
        ("1E+6", "de", "1.000.000"),
        ("0.000001", "de", "0,000001"),
        ("1080", "fr", "1\u202f080"),
        ("1080.5", "de-CH", "1’080.5"),
        ("1234567", "hi", "1,234,567"),
    ],
)
def test_a_number_is_written_with_its_thousands_parted(value: str, locale: str, said: str) -> None:
    assert figure_in(Decimal(value), locale) == said


def test_a_locale_is_known_by_the_name_that_browsers_use() -> None:
    assert [name for name in ("en", "de", "de-AT", "pt-BR", "zh-Hant", "no") if not is_locale_name(name)] == []
    assert [name for name in ("", "de_AT", "DE", "German", "xx", "root", "../en") if is_locale_name(name)] == []


@pytest.mark.parametrize(
    ("found", "near"),
    [("de_DE", "de-DE"), ("DE", "de"), ("German", "de"), ("pt_br", "pt-BR"), ("de_DE.UTF-8", "de-DE"), ("de-XX", "de")],
)
def test_a_locale_written_otherwise_is_told(found: str, near: str) -> None:
    assert nearest_locale(found) == near


def test_no_locale_is_near_to_nonsense() -> None:
    assert nearest_locale("klingon") == nearest_locale("") == ""


def test_the_decimal_sign_is_the_locale_s_own() -> None:
    assert [decimal_sign(name) for name in ("en", "de", "de-CH", "xx-nowhere")] == [".", ",", ".", "."]


def test_words_for_scales_are_worth_what_they_are_worth_at_home() -> None:
    german = scales_of("de")
    assert (german["millionen"], german["mrd"]) == (Decimal(10**6), Decimal(10**9))
    assert german["billion"] is None  # an English trillion
    assert scales_of("en") == {}


def test_units_have_their_names_in_english() -> None:
    german = units_of("de")
    assert (german["meilen"], german["quadratkilometer"], german["prozent"]) == ("mile", "square kilometre", "percent")
    assert "tonnen" not in german  # which ton the article means nobody knows
    assert units_of("en") == {}


@pytest.mark.parametrize(
    ("value", "locale", "unit", "said"),
    [
        ("1989", "en", "", "1989"),
        ("2022.0", "de", "", "2022"),
        ("1989", "en", "km", "1,989 km"),
        ("1989.5", "en", "", "1,989.5"),
        ("10000", "de", "", "10.000"),
        ("-1200", "en", "", "-1,200"),
        ("476", "en", "", "476"),
    ],
)
def test_an_answer_that_may_be_a_year_is_written_like_one(value: str, locale: str, unit: str, said: str) -> None:
    assert answer_in(Decimal(value), locale, unit) == said
