"""What a response earns, part by part: full marks for the key, nothing for what cannot be right."""

import unicodedata
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine.language.normalisation import normalise
from quizengine.quiz.grading import Misread, Score, grade_part, near_miss, reading_problem
from quizengine.quiz.parts import Choice, ChoiceKey, Gap, Key, NumberKey, Option, OrderKey, TextKey

ONE = ChoiceKey(frozenset({"a"}))
TWO = ChoiceKey(frozenset({"a", "b"}))
THREE = OrderKey(("a", "b", "c"))
TURNED = OrderKey(("c", "a", "b"))
ABOUT_TEN = NumberKey(Decimal(10), Decimal(9), Decimal(11))
TONS = NumberKey(Decimal(5), Decimal(5), Decimal(5), unit="tons of rice")
CELSIUS = NumberKey(Decimal(5), Decimal(5), Decimal(5), unit="°C")
MILLIONS = NumberKey(Decimal(4), Decimal(4), Decimal(4), unit="million tons")
UP_TO_ONE = NumberKey(Decimal("0.5"), Decimal(0), Decimal(1), unit="million tons")
METRES = NumberKey(Decimal(5), Decimal(5), Decimal(5), unit="m")


@pytest.mark.parametrize(
    ("key", "response", "share"),
    [
        (ONE, ("a",), 1),
        (ONE, ("b",), 0),
        (ONE, ("a", "b"), 0),
        (ONE, ("a", "a"), 1),
        (TWO, ("a", "b"), 1),
        (TWO, ("b", "a"), 1),
        (TWO, ("a",), Fraction(1, 2)),
        (TWO, ("a", "c"), 0),
        (TWO, ("a", "b", "c"), Fraction(1, 2)),
        (TWO, ("a", "a"), Fraction(1, 2)),
        (TWO, ("c", "d", "e"), 0),
    ],
)
def test_a_wrong_option_takes_away_what_a_right_one_gave(key: Key, response: tuple[str, ...], share: Fraction) -> None:
    assert grade_part(key, response) == share


@pytest.mark.parametrize(
    ("response", "share"),
    [
        (("a", "b", "c"), 1),
        (("a", "c", "b"), Fraction(1, 2)),
        (("b", "c", "a"), Fraction(1, 2)),
        (("c", "b", "a"), 0),
        (("a", "b"), 0),
        (("a", "a", "a"), 0),
        (("a", "b", "b"), 0),
        (("a", "b", "c", "c"), 0),
        (("a", "b", "x"), 0),
    ],
)
def test_an_order_earns_by_its_longest_run_in_order_if_each_option_stands_there_once(
    response: tuple[str, ...], share: Fraction
) -> None:
    assert grade_part(THREE, response) == share


def test_the_right_order_is_the_key_s_and_not_that_of_the_ids() -> None:
    assert grade_part(TURNED, ("c", "a", "b")) == 1 and grade_part(TURNED, ("b", "a", "c")) == 0


def test_an_order_that_is_shifted_by_one_keeps_most_of_its_points() -> None:
    assert grade_part(OrderKey(tuple("abcde")), tuple("eabcd")) == Fraction(3, 4)


def test_choosing_every_option_earns_nothing() -> None:
    for wrong in range(1, 6):
        ids = tuple("abcd")
        everything = (*ids, *(f"wrong {number}" for number in range(wrong)))
        assert grade_part(ChoiceKey(frozenset(ids), wrong), everything) == 0
        assert grade_part(ChoiceKey(frozenset(ids), wrong), ids) == 1


@pytest.mark.parametrize("key", [ONE, TWO, THREE, ABOUT_TEN, TextKey(("Wi Sung-lac",))])
@pytest.mark.parametrize("response", [(), ("",), (" \n",), ("", "")])
def test_an_empty_response_earns_nothing(key: Key, response: tuple[str, ...]) -> None:
    assert grade_part(key, response) == 0


@pytest.mark.parametrize(
    "typed", ["Wi Sung-lac", "wi sung lac", "WI SUNG‑LAC", " Wi  Sung–lac. ", "“Wi Sung-lac”", "Wi"]
)
def test_a_name_is_right_whatever_its_case_hyphens_and_quotation_marks(typed: str) -> None:
    assert grade_part(TextKey(("Wi Sung-lac", "Wi")), (typed,)) == 1


@pytest.mark.parametrize("typed", ["Sung-lac Wi", "Wi Sung-lae", "Wi Sung-lac, Austin", "W", "Kim"])
def test_another_name_is_wrong(typed: str) -> None:
    assert grade_part(TextKey(("Wi Sung-lac", "Wi")), (typed,)) == 0


def test_a_gap_takes_one_text_and_not_a_list_of_guesses() -> None:
    assert grade_part(TextKey(("Austin",)), ("Austin", "Wi")) == 0
    assert grade_part(ABOUT_TEN, ("10", "11")) == 0


@pytest.mark.parametrize("typed", ["10", "9", "11", "10.5", "ten", " 10 ", "10 people"])
def test_a_number_within_its_ends_is_right(typed: str) -> None:
    assert grade_part(ABOUT_TEN, (typed,)) == 1


@pytest.mark.parametrize(
    "typed", ["8.999", "11.001", "-10", "100", "NaN", "inf", "1e999999999", "9 or 20", "many", "0x0a"]
)
def test_another_number_or_none_is_wrong(typed: str) -> None:
    assert grade_part(ABOUT_TEN, (typed,)) == 0


def test_a_range_is_right_if_all_of_it_is() -> None:
    assert grade_part(ABOUT_TEN, ("9 to 11",)) == 1
    assert grade_part(ABOUT_TEN, ("9 to 100",)) == 0


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        (TONS, "5"),
        (TONS, "5 tons"),
        (METRES, "5 m"),
        (METRES, "5 metres"),
        (CELSIUS, "5 degrees"),
        (CELSIUS, "5 °C"),
        (MILLIONS, "4"),
        (MILLIONS, "4 million"),
        (MILLIONS, "4,000,000 tons"),
    ],
)
def test_the_unit_may_be_typed(key: NumberKey, typed: str) -> None:
    assert grade_part(key, (typed,)) == 1


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        (TONS, "5 kg"),
        (TONS, "$5"),
        (METRES, "5 km"),
        (METRES, "5 million"),
        (CELSIUS, "5 °F"),
        (MILLIONS, "4 thousand"),
        (UP_TO_ONE, "500"),
        (MILLIONS, "4 million kg"),
    ],
)
def test_another_unit_is_wrong(key: NumberKey, typed: str) -> None:
    assert grade_part(key, (typed,)) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Hague", "hague"),
        ("Île-de-France", "ILE DE FRANCE"),
        ("Łódź", "Lodz"),
        ("Søren", "Soren"),
        ("Straße", "STRASSE"),
        ("U.S.", "us"),
        ("Zelenskyy’s", "Zelenskyy's"),
        ("10,000", "10000"),
        ("1,5", "1.5"),
        ("−5", "-5"),
        ("½", "1/2"),
        ("cafe\u0301", "café"),
        ("İstanbul", "istanbul"),
    ],
)
def test_case_accents_punctuation_and_a_leading_article_are_not_tested(one: str, other: str) -> None:
    assert normalise(one) == normalise(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3.5 million", "35 million"),
        ("-5", "5"),
        ("1/2", "12"),
        ("10:30", "1030"),
        ("C++", "C"),
        ("C#", "C"),
        ("A+", "A"),
        ("1,0000", "10000"),
        ("दिन", "दान"),
        ("かぎ", "かき"),
        ("The Hague", "Hague The"),
    ],
)
def test_what_changes_the_meaning_is_tested(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


def test_a_text_that_is_an_article_is_kept() -> None:
    assert normalise("The") == "the" and normalise("a") == "a"


@pytest.mark.parametrize(
    ("unit", "typed", "right"),
    [
        ("pounds sterling", "500 pounds", 1),
        ("pounds sterling", "£500", 1),
        ("pounds", "£500", 1),
        ("Norwegian kroner", "500 kroner", 1),
        ("Norwegian kroner", "five hundred kroner", 1),
        ("Norwegian kroner", "500 dollars", 0),
        ("pounds sterling", "500 kilograms", 0),
        ("pounds", "$500", 0),
        ("Norwegian kroner", "500 Danish kroner", 0),
    ],
)
def test_money_is_named_in_full_or_by_its_last_word(unit: str, typed: str, right: int) -> None:
    assert grade_part(NumberKey(Decimal(500), Decimal(500), Decimal(500), unit), (typed,)) == right


def test_a_number_is_read_and_explained_in_the_locale_of_its_gap() -> None:
    german = Gap("answer", "number", locale="de")
    assert reading_problem(german, ("viele",)) == Misread("viele", ("1.080", "2,5"))
    assert reading_problem(german, ("1,625",)) == Misread("1,625", ("1.625", "1,6250"), "twofold")
    assert (
        reading_problem(german, ("1.625",))
        == reading_problem(german, ("1,6250",))
        == reading_problem(german, ("2,5 Mio.",))
        is None
    )


def test_only_a_number_gap_can_be_misread() -> None:
    number = Gap("answer", "number", unit="m")
    assert reading_problem(number, ("lots",)) == Misread("lots", ("1,080", "2.5"))
    assert reading_problem(number, ("1.080",)) == Misread("1.080", ("1,080", "1.08"), "twofold")
    assert (
        reading_problem(number, ("1,080 m",)) == reading_problem(number, ()) == reading_problem(number, (" ",)) is None
    )
    assert (
        reading_problem(Gap("answer"), ("lots",))
        == reading_problem(Choice("answer", (Option.of("lots"),)), ("lots",))
        is None
    )


def test_points_add_up_exactly() -> None:
    thirds = [Score(Fraction(1, 3), Fraction(1))] * 3
    assert sum(thirds, Score()) == Score(Fraction(1), Fraction(3))
    assert not thirds[0].full and Score(Fraction(2), Fraction(2)).full


IDS = st.sampled_from(["a", "b", "c", "", " ", "x"]) | st.text(max_size=8)
KEYS = st.one_of(
    st.frozensets(IDS.filter(str.strip), min_size=1, max_size=4).map(ChoiceKey),
    st.lists(IDS.filter(str.strip), min_size=1, max_size=4, unique=True).map(tuple).map(OrderKey),
    st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=3).map(tuple).map(TextKey),
    st.just(ABOUT_TEN),
    st.just(METRES),
)


@given(KEYS, st.lists(IDS, max_size=6).map(tuple))
def test_any_response_to_any_key_earns_between_nothing_and_one_point(key: Key, response: tuple[str, ...]) -> None:
    assert 0 <= grade_part(key, response) <= 1


@given(st.text(max_size=30))
def test_a_text_accepts_itself_in_capitals_and_in_any_encoding_of_accents(text: str) -> None:
    for form in ("NFC", "NFD"):
        assert normalise(unicodedata.normalize(form, text)) == normalise(text)
    if text.isascii():
        assert normalise(text.upper()) == normalise(text.lower()) == normalise(f"  {text}\n")


NEAR = TextKey(("photosynthesis", "leaf work"), near=Fraction(1, 2))


@pytest.mark.parametrize(
    ("key", "response", "told"),
    [
        (NEAR, ("photosinthesis",), "photosynthesis"),
        (NEAR, ("photosynthesis",), ""),  # right
        (NEAR, ("respiration",), ""),  # far off
        (NEAR, (), ""),
        (NEAR, ("photosinthesis", "photosinthesis"), ""),  # two guesses
        (ABOUT_TEN, ("9",), ""),
        (THREE, ("photosinthesis",), ""),
    ],
)
def test_a_near_miss_names_the_text_that_was_missed(key: Key, response: tuple[str, ...], told: str) -> None:
    assert near_miss(key, response) == told


@pytest.mark.parametrize(
    ("accepted", "typed", "slip"),
    [
        ("Rosario", "Rosaria", True),  # seven letters
        ("Zambia", "Gambia", False),
        ("Rosario", "Rosari", True),  # one left out
        ("Zambia", "Zambias", True),  # one added: the longer one has seven
        ("Zamba", "Zambias", False),
        ("Rosario", "Rosairo", True),  # two neighbours
        ("Rosario", "Rosoira", False),  # two that are no neighbours
        ("Rosario", "Ros4rio", False),
        ("Rosario now", "Rosaria then", False),  # two words
        ("Rosario", "Rosaria now", False),
    ],
)
def test_one_wrong_letter_is_a_slip_in_a_word_of_seven(accepted: str, typed: str, slip: bool) -> None:
    assert near_miss(TextKey((accepted,)), (typed,)) == (accepted if slip else "")


@pytest.mark.parametrize("month", ["Sept", "Sept.", "Sep", "September"])
def test_the_ninth_month_has_its_names(month: str) -> None:
    assert grade_part(TextKey(("3 September 1939",)), (f"3 {month} 1939",)) == 1
    assert grade_part(TextKey(("3 August 1939",)), (f"3 {month} 1939",)) == 0


def test_the_first_month_of_austria_and_another_spelling_of_the_ninth_are_known() -> None:
    assert grade_part(TextKey(("3. Januar 1939",)), ("3. Jänner 1939",), "de") == 1
    assert grade_part(TextKey(("3 de septiembre de 1939",)), ("3 de setiembre de 1939",), "es") == 1
