"""Text is cut into figures, words, signs and marks, each where it stands."""

import pytest

from quizengine.language.numbers.tokens import figure_value, number_tokens


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("1,250 and 3.5", ["1250", "3.5"]),
        ("1 250", ["1250"]),
        ("1\u202f250", ["1250"]),
        ("1'250", ["1250"]),
        ("12,34,567.89", ["1234567.89"]),
        ("1.250.000,5", ["1250000.5"]),
        ("22,24,26", ["22", "24", "26"]),
        ("1,5", ["1.5"]),
        ("423 0000", ["423", "0000"]),
        (".25", [".25"]),
        ("1.2e6 and 6.5x10^-4", ["1.2e6", "6.5e-4"]),
        ("192.168.1.1", []),
        ("see https://example.org/2024 or #12", []),
        ("9" * 30, []),
    ],
)
def test_figures_are_read_in_plain_digits(text: str, figures: list[str]) -> None:
    assert [token.text for token in number_tokens(text) if token.kind == "figure"] == figures


def test_a_hyphen_between_words_is_glue_and_one_before_a_figure_is_a_mark() -> None:
    assert [(token.text, token.glue) for token in number_tokens("six-mile")] == [("six", " "), ("mile", "-")]
    assert [token.text for token in number_tokens("fell to -5")] == ["fell", "to", "-", "5"]
    assert [token.glue for token in number_tokens("fifty - two")] == [" ", "-"]


def test_a_dollar_sign_takes_the_letters_of_its_country_along() -> None:
    assert [token.text for token in number_tokens("US$5, A$6, hk $ 7 and a $8 bill") if token.kind == "currency"] == [
        "US$",
        "A$",
        "hk $",
        "$",
    ]


def test_every_token_stands_where_it_says() -> None:
    text = "About $2.4 billion, or 15–20 %, of it’s budget"
    assert all(text[token.start : token.end] == token.raw for token in number_tokens(text))


@pytest.mark.parametrize("plain", ["1e99", "9" * 26, "0^-1", "2^999"])
def test_what_is_out_of_all_proportion_has_no_value(plain: str) -> None:
    assert figure_value(plain) is None
