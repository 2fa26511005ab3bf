"""Words that only those understand who were there are not asked about: addressees, first names, "that clear"."""

import pytest

from quizengine import Article
from quizengine_quote_attribution import Quotation, find
from quizengine_quote_attribution.addressing import tells_what_the_speaker_is
from quizengine_quote_attribution.excerpts import excerpt

SCENE = "it speaks to somebody, or goes on from what was said before"


def reason(words: str) -> str:
    text = f"Simon Marsh met Ada Finch in Norway.\n\n“{words},” Ruth Abel said."
    return next(excerpt(one).reason for one in find(Article(text)) if isinstance(one, Quotation))


@pytest.mark.parametrize(
    "words",
    [
        "You ignored our call for forty boats from Norway",
        "You haven’t sold forty boats to Norway in May",
        "Fishermen in Norway told you that forty boats had sailed",
        "Fishermen in Norway have your forty boats and your lamps",
        "Simon was never a fisherman in Norway or Denmark",
        "Then Norway will have to find money for forty boats",
        "If so, forty boats from Norway may reach our harbour",
        "Once fishermen sell something that clear, Norway will buy boats",
    ],
)
def test_words_to_somebody_or_from_before_are_refused(words: str) -> None:
    assert reason(words) == SCENE


@pytest.mark.parametrize(
    "words",
    [
        "You can’t run away from the fishermen of your own harbour in Norway",
        "Once you have seen forty boats in Norway, lamps mean nothing",
        "You’ve got to ask fishermen about boats and lamps in Norway",
        "The future of Norway is to build your own boat",
        "Marsh was never a fisherman in Norway or Denmark",
    ],
)
def test_you_may_be_anybody_and_a_surname_is_enough(words: str) -> None:
    assert reason(words) == ""


def test_an_office_of_the_speaker_gives_the_speaker_away() -> None:
    assert reason("As secretary I sold forty boats and twelve lamps to Norway") == "it tells what its speaker is"
    assert reason("As fishermen we sold forty boats and twelve lamps to Norway") == ""


def test_words_that_break_off_inside_of_others_are_refused() -> None:
    text = "“Forty fishermen of Norway came and asked us, ‘What can we do? What do boats cost?’” Ruth Abel said."
    (fact,) = (one for one in find(Article(text)) if isinstance(one, Quotation))
    assert "What can we do? What do boats cost?’" in excerpt(fact).words or excerpt(fact).reason
    assert not excerpt(fact).words.endswith("do?")


@pytest.mark.parametrize(
    "words",
    [
        "Fishermen of Norway sold forty boats to the three in May",
        "Forty fishermen from Norway are sitting here with lamps",
    ],
)
def test_words_that_point_at_the_scene_are_refused(words: str) -> None:
    assert reason(words) == SCENE


def test_a_party_of_the_speaker_gives_the_speaker_away() -> None:
    assert reason("We will not sell forty boats to Norway as Democrats") == "it tells what its speaker is"


@pytest.mark.parametrize(
    "words",
    [
        "I promise you that forty boats from Norway will sail",
        "What your neighbours do to you in Norway is a disgrace if you are a fisherman",
        "Fishermen here in Norway sold forty boats and lamps",
        "Folks in Norway sold forty boats and lamps",
    ],
)
def test_words_to_anybody_are_fine(words: str) -> None:
    assert reason(words) == ""


def test_what_is_larger_than_something_untold_is_left_open() -> None:
    assert reason("The boats of Norway brought us a hunger that was way larger") == SCENE
    assert reason("The hunger of fishermen was larger than ours in Norway") == ""


def test_a_known_life_tells_who_speaks() -> None:
    assert tells_what_the_speaker_is("I lived in Norway my whole life, so my views are different")
    assert not tells_what_the_speaker_is("I live with what the council of Norway decides")
