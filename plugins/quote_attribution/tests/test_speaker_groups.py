"""A politician stands among politicians, the living among the living, and one person among others for certain."""

from random import Random

import pytest

from quizengine import Article, ChoiceQuestion, Question, ShortTextQuestion
from quizengine.language import names_in
from quizengine_quote_attribution import Quotation, ask, find
from quizengine_quote_attribution.speaker_groups import is_of_the_past, speaker_group
from quizengine_quote_attribution.spellings import may_be_same_speaker

SCHOLARS = (
    "“Fishermen from Norway bought forty boats in May,” said Ruth Abel, a historian.\n\n"
    "“Nobody asked families of Orra about boats,” said Tomas Lindqvist, a historian.\n\n"
    "“Our ferry carried 4,000 cars on Mondays,” said Peter Oduya, a historian.\n\n"
)
VOTES = "“We want more boats and cheaper lamps for Norway,” said Senator Helen Trevose.\n\n"


def asked(text: str) -> dict[str, list[Question]]:
    facts = [one for one in find(Article(text)) if isinstance(one, Quotation)]
    return {fact.name: [q for q in ask(fact, facts, Random(1)) if isinstance(q, Question)] for fact in facts}


def test_where_nobody_else_is_of_the_speakers_sort_the_name_is_typed_rather_than_chosen_among_others() -> None:
    typed, question = asked(SCHOLARS + VOTES)["Helen Trevose"]
    assert isinstance(typed, ShortTextQuestion) and isinstance(question, ChoiceQuestion)
    assert sorted(question.distractors) == ["Peter Oduya", "Ruth Abel", "Tomas Lindqvist"]


@pytest.mark.parametrize(("given", "typed"), [("Helen", True), ("Simon", False)])
def test_the_only_woman_among_men_is_asked_for_by_typing(given: str, typed: bool) -> None:
    lone = f"“We want more boats and cheaper lamps for Norway,” said {given} Trevose, a historian.\n\n"
    first, *_ = asked(SCHOLARS.replace("Ruth", "Martin") + lone)[f"{given} Trevose"]
    assert isinstance(first, ShortTextQuestion) is typed


@pytest.mark.parametrize(("title", "typed"), [("Detective Inspector ", True), ("Engine Driver ", False)])
def test_the_police_are_asked_for_by_typing_among_others(title: str, typed: bool) -> None:
    words = f"“Two men took forty lamps and a boat from the harbour,” said {title}Helen Trevose.\n\n"
    first, *_ = asked(SCHOLARS.replace("historian", "baker") + words)["Helen Trevose"]
    assert isinstance(first, ShortTextQuestion) is typed


def test_whom_the_article_is_about_is_no_option_for_what_is_said_of_somebody() -> None:
    words = (
        "“Our harbours got boats, lamps, coats and bread from him, and so did Anna Petrova,” said Senator Ida Finch.\n"
    )
    others = "Peter Oduya left Orra. Oduya rowed. Oduya sang. Oduya dived. Oduya swam. Oduya slept.\n\n"
    question = asked(SCHOLARS + others + words)["Ida Finch"][0]
    assert isinstance(question, ShortTextQuestion)


def test_a_surname_behind_a_word_that_is_no_given_name_is_no_option() -> None:
    text = SCHOLARS.replace("Peter Oduya", "Monster Lindqvist") + VOTES
    assert not any(isinstance(each, ChoiceQuestion) for each in asked(text)["Helen Trevose"])


def test_a_name_that_is_cut_behind_an_initial_is_no_option() -> None:
    text = SCHOLARS.replace("Peter Oduya", "Peter M. Most") + VOTES
    assert not any(isinstance(each, ChoiceQuestion) for each in asked(text)["Helen Trevose"])


def test_another_form_of_the_speakers_name_is_no_option() -> None:
    text = SCHOLARS.replace("Peter Oduya", "Helen Quist Marsh") + VOTES
    assert not any(isinstance(each, ChoiceQuestion) for each in asked(text)["Helen Trevose"])


def test_a_scholar_stands_among_scholars_where_there_are_enough() -> None:
    text = SCHOLARS + VOTES + "“Lamps along our harbour wall burned until morning,” said Ada Marsh, a professor.\n"
    question = asked(text)["Ruth Abel"][0]
    assert isinstance(question, ChoiceQuestion)
    assert sorted(question.distractors) == ["Ada Marsh", "Peter Oduya", "Tomas Lindqvist"]


def test_a_politician_stands_among_politicians() -> None:
    others = "Senator Simon Marsh, Governor Ida Finch and Mayor Albert Hale came. Marsh, Finch and Hale slept.\n"
    typed, question = asked(SCHOLARS + VOTES + others)["Helen Trevose"]
    assert isinstance(typed, ShortTextQuestion)  # comes first, for none of the three says anything
    assert isinstance(question, ChoiceQuestion)
    assert sorted(question.distractors) == ["Albert Hale", "Ida Finch", "Simon Marsh"]


@pytest.mark.parametrize(
    ("text", "camp"),
    [
        ("Ruth Abel, a historian at Orra, rowed.", "learning"),
        ("Senator Ruth Abel rowed.", "politics"),
        ("Many fishermen liked Ruth Abel’s campaign.", "politics"),
        ("Senator Simon Marsh, Ruth Abel and Mayor Ida Finch rowed.", "politics"),
        ("Ruth Abel rowed to Norway.", ""),
    ],
)
def test_the_article_tells_who_is_whose_like(text: str, camp: str) -> None:
    (name,) = (name for name in names_in(Article(text)) if name.full == "Ruth Abel")
    assert speaker_group(name) == camp


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("Ruth Abel died in her boat. Peter Oduya rowed in 2016.", True),
        ("The death of Ruth Abel in her boat was sudden. Peter Oduya rowed in 2016.", True),
        ("The body of murdered river heroine Ruth Abel was found. Peter Oduya rowed in 2016.", True),
        ("Ruth Abel was shot dead in her boat. Peter Oduya rowed in 2016.", True),
        ("Ruth Abel was shot in the arm. Peter Oduya rowed in 2016.", False),
        ("Ruth Abel rowed to Norway in 1951. Peter Oduya rowed in 2016.", True),
        ("Ruth Abel rowed to Norway in 2015. Peter Oduya rowed in 2016.", False),
    ],
)
def test_the_dead_are_of_the_past(text: str, past: bool) -> None:
    (name,) = (name for name in names_in(Article(text)) if name.full == "Ruth Abel")
    assert is_of_the_past(name) == past


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lydia Buchtmann", "Bauchtman", True),
        ("Lydia Buchtmann", "Peter Bauchtman", False),
        ("Ruth Abel", "Simon Abel", False),
        ("Ruth Lindqvist", "Ruth Lindquist", True),
        ("Ruth Lindqvist", "Lyndqwyst", False),
        ("Ruth Hartman", "Hertmen", True),
        ("Ruth Harton", "Hertan", False),
        ("Ruth Harton", "Hartan", True),
        ("Ruth Abels", "Abols", True),
        ("Ruth Abel", "Abol", False),
        ("Peter Clinton", "Carter", False),
    ],
)
def test_two_spellings_may_be_one_person(one: str, other: str, same: bool) -> None:
    text = f"Yesterday {one} met Senator Xaver Quist, and {other} said that it rained. {other} said so."
    first, second = (
        next(name for name in names_in(Article(text)) if name.full.endswith(full)) for full in (one, other)
    )
    assert may_be_same_speaker(first, second) == same


def test_a_name_that_the_article_spells_in_two_ways_is_not_asked_for() -> None:
    text = (
        SCHOLARS
        + "“Lamps along our harbour wall burned until morning,” said Ida Bauchtmann. Nobody saw Ida Buchtmann.\n"
    )
    assert not asked(text)["Ida Bauchtmann"]


def test_a_name_is_to_be_typed_where_there_are_too_few_others() -> None:
    words = "“Our bridge will be closed until spring,” said Ruth Abel, a weaver.\n"
    assert not asked(words)["Ruth Abel"]
    question = asked(f"Tomas Lindqvist left Orra in May.\n\n{words}")["Ruth Abel"][0]
    assert isinstance(question, ShortTextQuestion)
    assert question.answer == "Ruth Abel"
    assert "Abel" in question.accept


def test_whom_the_whole_article_is_about_is_not_to_be_typed() -> None:
    words = "“Our bridge will be closed until spring,” said Ruth Abel.\n"
    assert asked(f"Ruth Abel rowed. Abel sang. Abel dived. Abel swam.\n\n{words}")["Ruth Abel"]
    assert not asked("Ruth Abel rowed. Abel sang. " * 5 + f"\n\n{words}")["Ruth Abel"]


def test_what_is_named_by_a_noun_of_a_thing_is_no_person_among_the_options() -> None:
    text = SCHOLARS.replace("Peter Oduya, a historian", "Peter Oduya, a historian at the brokerage Mostyn Peel")
    questions = asked(text)
    assert all(isinstance(one, ShortTextQuestion) for found in questions.values() for one in found)


def test_what_goes_on_with_which_is_no_person_among_the_options() -> None:
    printed = "Helen Moss, which prints maps, sold books. Helen Moss said that maps were late.\n\n"
    text = SCHOLARS + "“We sold lamps to weavers,” said Anna Petrova, a historian.\n\n" + printed
    options = {full for found in asked(text).values() for one in found for full in getattr(one, "distractors", ())}
    assert options and "Helen Moss" not in options


def test_whom_the_headline_gives_the_words_to_is_no_option() -> None:
    text = SCHOLARS + "“We sold lamps to weavers,” said Anna Petrova, a historian.\n\n"
    (free, *_) = asked("The boats of May\n\n" + text)["Ruth Abel"]
    assert isinstance(free, ChoiceQuestion)
    (told, *_) = asked("Petrova on boats for fishermen from Norway.\n\n" + text)["Ruth Abel"]
    assert not isinstance(told, ChoiceQuestion) or "Anna Petrova" not in told.distractors
