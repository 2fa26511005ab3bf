"""A quotation whose speaker the title tells is not asked about, nor one of somebody without a full name."""

import pytest

from quizengine import Article
from quizengine_quote_attribution import Quotation, find
from quizengine_quote_attribution.quotation_eligibility import quotation_exclusion

SAID = "“Forty fishermen from Norway lost their boats in the storm of May,” Ruth Abel said."


def why(title: str, said: str = SAID) -> str:
    return next(quotation_exclusion(one) for one in find(Article(f"{title}\n\n{said}")) if isinstance(one, Quotation))


@pytest.mark.parametrize(
    "title",
    [
        "Abel says that fishermen of Orra lost boats in the storm",
        "The fishermen of Norway meet Abel",
        "Ruth Abel: Nobody Asks the Fishermen",
        "Abel warns of a storm in May",
    ],
)
def test_who_said_it_may_stand_in_the_title(title: str) -> None:
    assert why(title) == "the title tells that Ruth Abel said so"


@pytest.mark.parametrize(
    "title",
    [
        "Fishermen of Orra lost boats in the storm",
        "Abel leaves the council",
        "The fishermen meet Abel",
        "Boats for Norway",
        "Storm hits Abel's town",
    ],
)
def test_a_title_that_names_only_the_words_or_only_the_speaker_does_not_tell(title: str) -> None:
    assert why(title) == ""


def test_a_surname_alone_is_no_key() -> None:
    said = "“Forty fishermen from Norway lost their boats in the storm of May,” Captain Marsh said."
    assert why("Boats for Norway", said) == "the article has no full name of Marsh"


def test_in_a_portrait_whose_title_is_a_name_every_answer_would_be_that_name() -> None:
    assert why("Ruth Abel") == "the whole article is about Ruth Abel"


@pytest.mark.parametrize("named", ["whose real name is", "real name", "born"])
def test_who_goes_by_another_name_is_not_asked_for(named: str) -> None:
    said = f"{SAID} The Mill Singer, {named} Ruth Abel, left the harbour."
    assert why("Boats for Norway", said) == "the article calls Ruth Abel by another name"


def test_where_the_speaker_was_born_is_no_other_name() -> None:
    assert why("Boats for Norway", f"{SAID} The Norwegian-born Ruth Abel left the harbour.") == ""


def test_what_is_named_for_the_speaker_is_no_other_spelling() -> None:
    assert why("Boats", f"{SAID.replace('Abel', 'Tobin')} Two Tobins a week do no harm.") == ""


def test_a_short_surname_is_not_found_inside_of_other_words() -> None:
    said = SAID.replace("Ruth Abel", "Mu Li")
    assert why("Australian fishermen lost boats in the storm", said) == ""
    assert why("Li says that fishermen lost boats in the storm", said) == "the title tells that Mu Li said so"


def test_a_title_of_the_peerage_makes_a_surname_a_full_name() -> None:
    assert why("Boats", SAID.replace("Ruth Abel", "Lord Marsh")) == ""
    assert why("Boats", SAID.replace("Ruth Abel", "Mr. Marsh")) == "the article has no full name of Marsh"
