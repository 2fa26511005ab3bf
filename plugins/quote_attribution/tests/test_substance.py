"""Words that say little, or nothing about what the article is about, are not asked about."""

import pytest

from quizengine import Article
from quizengine_quote_attribution import Quotation, find
from quizengine_quote_attribution.excerpts import excerpt
from quizengine_quote_attribution.substance import says_enough_anyway

STORM = "Forty boats sank in the storm.\n\n" + "".join(
    f"Boat {number} sank at {number} in the night. Fishermen saw the storm.\n\n" for number in range(1, 8)
)


def reason(words: str, before: str = STORM) -> str:
    found = find(Article(f"{before}“{words},” Ruth Abel said."))
    return next(excerpt(one).reason for one in found if isinstance(one, Quotation))


def test_what_has_nothing_to_do_with_the_article_is_refused() -> None:
    words = "Every shop must have sold coats"
    assert reason(words) == "it has nothing to do with what the article is about"
    assert reason(words, "") == ""


def test_one_word_of_the_article_is_enough() -> None:
    assert reason("Every shop must have sold fishermen’s coats") == ""


def test_words_that_tell_much_by_themselves_need_none_of_the_article() -> None:
    assert reason("Every shop of Denmark sold cheap coats in racks") == ""


def test_bland_words_are_refused() -> None:
    assert reason("I think clearly we like to sell lamps") == "its words say too little to be told from others"


def test_what_only_took_long_is_bland() -> None:
    assert reason("It took us a bit longer than we imagined") == "its words say too little to be told from others"


def test_thanks_with_many_words_of_their_own_are_not_bland() -> None:
    assert reason("We want to thank all harbours of Norway that sent boats, bread and lamps for the storm") == ""


def test_five_words_with_sense_are_enough() -> None:
    assert reason("We take storm warnings seriously") == ""


@pytest.mark.parametrize(
    ("words", "enough"),
    [
        ("Forty boats brought bread there from harbours", False),
        ("Forty boats brought bread there from other harbours", True),
        ("Forty boats brought it there from our other harbours", False),
    ],
)
def test_what_is_left_open_does_not_matter_in_eight_words_of_which_five_have_sense(words: str, enough: bool) -> None:
    article = Article(f"{words}.")
    assert says_enough_anyway(words, [article.paragraphs[0]], ["there"]) == enough


def test_what_somebody_only_did_is_private() -> None:
    title = "Fishermen and their boats\n\n"
    assert reason("I bought two coats and a lamp for my room", title) == "its speaker only tells of private matters"
    assert reason("I bought two boats and a lamp for my room", title) == ""
    assert reason("I bought two coats from Norway and a lamp", title) == ""
    assert reason("I would buy two coats from Norway and a lamp", title) == ""
    assert reason("I oppose coats from Norway and lamps of ours", title) == ""


def test_a_sentence_that_only_says_when_is_a_part_of_one() -> None:
    assert reason("When fishermen have a harbour that is built on sand and on mud") == "it is a part of a sentence only"
    assert reason("When fishermen have a harbour that is built on sand, boats sink") == ""


def test_a_preposition_may_end_a_sentence() -> None:
    assert reason("You cannot leave a sinking boat if there is nobody to hand the storm rope to") == ""
    assert reason("Fishermen from Norway who saw that storm are about to") == "it is a part of a sentence only"


def test_a_condition_or_a_thought_without_its_clause_is_left_out() -> None:
    asked = "“if fishermen from Norway want the harbour to go on, and sell the boats in that storm,”"
    article = Article(f"Boats\n\nHe would help, {asked} Ruth Abel said.\n")
    found = [excerpt(one) for one in find(article) if isinstance(one, Quotation)]
    assert [one.words for one in found] == [""]
    assert reason("I think between forty boats and fifty fishermen of Norway") == "it is a part of a sentence only"
