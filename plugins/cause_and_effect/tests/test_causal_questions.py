"""The questions about causes, on small articles: what is asked at all, and what is refused."""

from pathlib import Path

import pytest
from small_articles import PEOPLE, PLACES, asked, refused

from quizengine import Article, TrueFalseQuestion
from quizengine.testing import check_generator
from quizengine_cause_and_effect import quizengine_generators


@pytest.mark.parametrize("aim", ["to improve", "in order to improve"])
def test_that_somebody_took_steps_is_not_stated(aim: str) -> None:
    assert asked(f"Ada Moss lives in Cork. Ada Moss took steps {aim} the safety of Irish ships.") == []


def test_that_somebody_took_steps_is_refused_by_its_reason() -> None:
    text = "Ada Moss lives in Cork. Ada Moss took steps in order to improve the safety of Irish ships."
    assert "what is done for it is told by too few words" in refused(text)


def test_what_common_sense_tells_is_not_stated() -> None:
    assert asked("Specialization allows businesses to profit from their size.") == []


@pytest.mark.parametrize(
    "text",
    [
        "This reluctance has spurred debate over the defence of Ireland.",
        "The company closed the mill because it had lost money.",
        "He was fined because he had sold the mill.",
        "Several bridges closed because of the storm of 1953.",
        "Ada Moss made a more controversial decision in response to the storm of 1953.",
        "The accord of 1953 may have caused heavy losses in Ireland.",
        "Not only men but also women left Ireland because of the storm of 1953, a few perhaps.",
    ],
)
def test_what_does_not_stand_alone_or_is_not_stated_is_not_asked(text: str) -> None:
    assert asked(text) == []


def test_a_refusal_says_why() -> None:
    assert "it points to what is told elsewhere" in refused("The alliance strengthens the ability of the fleet.")


def test_students_read_what_the_article_says() -> None:
    questions = asked("Orra grew rich by exporting wool to the mills of Cork.")
    assert questions
    assert all(question.rationale.startswith("The article says: “Orra grew") for question in questions)


def test_the_generator_keeps_the_contract() -> None:
    (generator,) = quizengine_generators()
    text = PEOPLE + PLACES + "The storm of 1953 caused heavy losses among the fishing fleet of Cork. " * 2
    assert check_generator(generator, Article(text + "Paul Murray moved to Denmark because of the storm of 1953."))


def test_what_names_nothing_that_matters_is_refused_with_the_reason() -> None:
    text = "Specialization allows businesses to profit from their size."
    assert refused(text) == ["it names nothing that the article keeps coming back to"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss refused because of the storm of 1953.",
        "The Cork attention led to heavy losses among Irish farmers.",
        "Ada Moss of the Society left Ireland because of the storm of 1953.",
        "Ada Moss, 62 Moss left Ireland because of the storm of 1953.",
        "Ada Moss was leaving Ireland because of the storm of 1953.",
        "The storm of 1953 led Ada Moss of Ireland to a view that goes against the belief that bread matters.",
        "He met the mayor of Ireland, who was arrested for setting fire to the mill of Ada Moss in Cork.",
        "There are many mills in Ireland because of the storm of 1953 in Cork.",
        "The same floods that caused losses in Ireland caused heavy losses of Ada Moss in Cork.",
    ],
)
def test_what_leaves_something_open_is_not_stated(text: str) -> None:
    assert asked("Ada Moss lives in Ireland. " + text) == []


def test_the_article_to_start_from_has_four_causes_with_both_keys() -> None:
    path = Path(__file__).parents[3] / "seeds" / "north-korean-troops.txt"
    questions = asked(path.read_text("utf-8"))
    keys = [question.answer for question in questions if isinstance(question, TrueFalseQuestion)]
    assert len(questions) >= 4
    assert set(keys) == {True, False}


def test_why_a_source_has_no_name_is_not_asked() -> None:
    text = (
        "Officials of Ireland who met Ada Moss spoke on condition of anonymity because they feared the mayor of Cork."
    )
    assert not asked(text) or "anonymity" not in " ".join(question.stem for question in asked(text))


@pytest.mark.parametrize(
    "text",
    [
        "The storms of 1953 led to the recent closure of the mills in Ireland.",  # when?
        "Only when Ireland sold mills because of the storm of 1953 did Cork grow rich.",  # another order of words
        "Because each hair is long, the roots of Ireland have a large surface.",  # of what?
    ],
)
def test_what_a_whole_sentence_leaves_open_is_not_stated(text: str) -> None:
    assert asked("Ada Moss lives in Ireland. " + text) == []


def test_two_reasons_in_one_sentence_make_one_question() -> None:
    text = "Ada Moss sold the mill of Cork to pay the bakers of Kinsale because the storms of 1953 had caused losses."
    assert len(asked("Ada Moss lives in Cork. " + text)) <= 1


def test_he_in_front_of_a_sentence_is_not_who_its_opening_names() -> None:
    text = "Placed under the care of Peter Okoye, he was told to run in an attempt to strengthen his foot in Cork."
    assert not any("he was told" in question.stem for question in asked("Paul Moss lives in Cork. It is old. " + text))


def test_a_quotation_that_points_elsewhere_is_not_stated() -> None:
    text = 'Ada Moss lives in Cork. "We closed the mills of Cork because Ireland had no flour," Peter Okoye said.'
    assert asked(text) == []


def test_the_subject_of_a_second_deed_is_never_told_as_an_effect() -> None:
    text = (
        "Ada Moss lives in Ireland. Fights over bread led to the closure of the mill of Cork, and new groups, such as "
    )
    found = asked(text + "the Whigs of Kinsale, are gaining a large following.")
    assert found
    for question in found:
        assert "groups" not in question.stem or "are gaining" in question.stem


def test_the_mark_of_a_note_behind_a_sentence_does_not_stop_the_reading() -> None:
    text = (
        "Ada Moss lives in Cork. Compulsory sewing lessons in village schools, for example, are intended to raise "
        "wages in Cork by increasing the skill of weavers regarding the looms of Ada Moss. [12]"
    )
    assert not any("[" in question.stem for question in asked(text))
