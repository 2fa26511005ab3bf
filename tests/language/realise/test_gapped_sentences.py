"""A whole sentence is shown with a gap where it is a plain statement that stands alone."""

import pytest

from quizengine import Article
from quizengine.language import gapped_sentence, trees


def shown(text: str, answer: str) -> tuple[str, str] | None:
    """The last sentence of a text with a gap for a word."""
    tree = trees(Article(text))[-1]
    own = [index for index, token in enumerate(tree.tokens) if token.form == answer]
    return gapped_sentence(tree, own[:1], answer)


def test_links_go_and_full_names_come() -> None:
    text = "Ada Moss lived in Orra. However, Moss had also sold her bread to Peru until 1920."
    assert shown(text, "Peru") == ("", "Ada Moss had sold her bread to _____ until 1920.")


def test_a_pronoun_behind_a_name_is_clear() -> None:
    text = "Tom Reed, a baker in Senn, said that he had sold bread to Peru because of his debts."
    found = shown(text, "Peru")
    assert found is not None
    assert found[1].endswith("said that he had sold bread to _____ because of his debts.")


def test_a_pronoun_before_every_name_is_not() -> None:
    assert shown("Because of his many debts, a baker of the village had sold bread to Peru.", "Peru") is None


def test_a_pronoun_is_not_clear_behind_somebody_who_goes_by_the_other_one() -> None:
    assert shown("Mary Reed, a baker in Senn, was the reason that he had sold bread to Peru.", "Peru") is None


def test_brackets_and_for_example_go() -> None:
    text = "For example, Ada Moss (a baker) had sold her bread to Peru until 1920. [2]"
    assert shown(text, "Peru") == ("", "Ada Moss had sold her bread to _____ until 1920.")


def test_a_letter_in_brackets_that_ends_a_word_stays() -> None:
    assert shown("Ada Moss had sold her bread to Peru under section 40(b)(2) until 1920.", "Peru") is None


def test_what_holds_today_is_shown_if_it_has_no_date() -> None:
    found = shown("Ada Moss sells her bread to Peru at the old market of Orra.", "Peru")
    assert found == ("", "Ada Moss sells her bread to _____ at the old market of Orra.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Moss had sold bread to Peru.",  # too short
        "By contrast, Ada Moss had sold her bread to Peru until 1920.",  # to whom?
        "Ada Moss had sold her bread to Peru; Chile had none until 1920.",  # two sentences
        "Ada Moss might have sold her bread to Peru until 1920.",  # not certain
        "Ada Moss had sold her bread only to Peru until 1920.",  # only
        "Ada Moss, a baker who sold her bread to Peru for many years.",  # no verb
        "Ada Moss asked him to sell a lot of bread to Peru until 1920.",  # whom?
        "The last attempt to save it began when Ada Moss had sold bread to Peru.",  # save what?
        "The bakery, which had sold all of its bread to Peru, closed in 1920.",  # which one, but for Peru?
        "In return, Ada Moss had sold all her bread to Peru until 1920.",  # for what?
        "Ada Moss sells bread to Peru at the market of Orra, May 3, 1920.",  # a caption
        "On May 3, 1920 Ada Moss sells her bread to Peru at the market.",  # a caption, too
    ],
)
def test_what_is_no_plain_statement_is_not_shown(sentence: str) -> None:
    assert shown(sentence, "Peru") is None


def test_a_later_before_a_year_goes() -> None:
    text = "Later in 1906 Ada Moss had sold her bread to Peru and Chile."
    assert shown(text, "Peru") == ("", "In 1906 Ada Moss had sold her bread to _____ and Chile.")


def test_what_somebody_also_was_fits_beside_what_was_told_before() -> None:
    assert shown("Ada Moss was also known as a baker, singer and friend of Peru until 1920.", "baker") is None
    assert shown("Ada Moss was widely known as a baker, singer and friend of Peru until 1920.", "baker") is not None
