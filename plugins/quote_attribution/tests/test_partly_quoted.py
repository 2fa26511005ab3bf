"""Words of somebody's own inside of what the article reports are asked about with the clause that they stand in."""

from random import Random

import pytest

from quizengine import Article, ChoiceQuestion, Question, ShortTextQuestion
from quizengine_quote_attribution import ask, find
from quizengine_quote_attribution.reported_statements import Statement

CREW = "Ruth Abel, Ada Marsh, Mary Oduya and Helen Trevose met at the pier.\n\n"
TALK = (
    "Ada Marsh said that nobody had paid for Harbour Street. "
    "Mary Oduya said that the storm had sunk forty boats in Norway. "
    "Helen Trevose told the council that the ferries to Norway were full.\n\n"
)


def asked(text: str, before: str = CREW + TALK) -> list[Question]:
    facts = list(find(Article(before + text)))
    last = [fact for fact in facts if isinstance(fact, Statement) and fact.cue.start > len(before)]
    made = [one for fact in last if fact.rule == "partly-quoted" for one in ask(fact, facts, Random(1))]
    return [one for one in made if isinstance(one, Question)]


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        (
            "The harbour master, Ruth Abel, said patience would run out “about the week the herring does”.",
            "Who said that patience would run out “about the week the herring does”?",
        ),
        (
            "Ruth Abel said it was odd that a whole port could close “and nobody in Oslo so much as opens a letter”.",
            "Who said that it was odd that a whole port could close “and nobody in Oslo so much as opens a letter”?",
        ),
        (
            "Ruth Abel said Norway’s herring tax “is really quite cheap.”",
            "Who said that Norway’s herring tax “is really quite cheap”?",
        ),
        (
            "Ruth Abel said Norway’s herring tax showed “a lack of respect for our herring.”",
            "Who said that Norway’s herring tax showed “a lack of respect for our herring”?",
        ),
        (
            "Ruth Abel also said there was “a strong case for a winter without herring” in Norway.",
            "Who said that there was “a strong case for a winter without herring” in Norway?",
        ),
        (
            "Ruth Abel told the Orra Herald there were “a great many herring without owners” in Norway.",
            "Who said that there were “a great many herring without owners” in Norway?",
        ),
        (
            "Ruth Abel, who wrote “Salt,” said there was “a strong case for a winter without herring” in Norway.",
            "Who said that there was “a strong case for a winter without herring” in Norway?",
        ),
        (
            "Ruth Abel said Norway’s tax had “cost the crews of the harbour dear” in an “angry and endless” winter.",
            "Who said that Norway’s tax had “cost the crews of the harbour dear”?",
        ),
        (
            "Ruth Abel said there was “a strong case for a winter without herring” which nobody denied.",
            "Who said that there was “a strong case for a winter without herring”?",
        ),
        (
            "Ruth Abel said she had listened to “an awful lot of nonsense about herring” and left the room.",
            "Who said that she had listened to “an awful lot of nonsense about herring”?",
        ),
    ],
)
def test_the_clause_with_the_words_is_asked_about(text: str, stem: str) -> None:
    (question,) = asked(text)
    assert isinstance(question, ChoiceQuestion | ShortTextQuestion)
    assert (question.stem.removesuffix(" Type the name."), question.answer) == (stem, "Ruth Abel")


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Abel said that the company had “no nets left to sell” without help from Oslo.",
        "Ruth Abel said that it had “no nets left to sell” without help from Oslo.",
        "Ruth Abel said that the mayor thought rents were fair and that Oslo had “no nets left to sell” to anybody.",
        "Ruth Abel said that the winters when Oslo had “no herring to sell” to rowers, weavers and bakers are over.",
        "Ruth Abel might say that rowers have “no nets left to sell” without help from Oslo.",
        "Ruth Abel said that Oslo needs salt and accused Norway of “not ever telling us how much”.",
        "Ruth Abel said that rowers left Norway for “blue-eyed, white herring” in winter.",
        "An aide said that rowers have “no nets left to sell” without help from Oslo.",
        "Ruth Abel said that the herring of Norway were “rather small”.",
    ],
)
def test_what_leans_on_more_or_is_not_certain_is_not_asked(text: str) -> None:
    assert asked(text) == []


def test_of_two_clauses_the_one_with_the_words_is_asked_about() -> None:
    text = (
        "The harbour master, Peter Moss, said that the last offer was fair and that rowers from Norway had "
        "“no reason to strike” in summer."
    )
    (question,) = asked(text)
    assert question.stem.startswith("Who said that rowers from Norway had “no reason to strike” in summer?")


def test_whom_the_title_names_is_not_asked_for() -> None:
    text = "Ruth Abel said she had listened to “an awful lot of nonsense about herring” and left the room."
    assert asked(text, "Ruth Abel and the herring\n\n" + CREW + TALK) == []


def test_where_too_few_others_speak_the_name_is_typed() -> None:
    before = "Herring and salt\n\nThe town of Orra met on the pier. Tomas Lindqvist left early.\n\n"
    text = "Ruth Abel said she had listened to “an awful lot of nonsense about herring” and left the room."
    (question,) = asked(text, before)
    assert isinstance(question, ShortTextQuestion)
    assert question.answer == "Ruth Abel"


def test_what_somebody_calls_a_thing_is_typed_too() -> None:
    before = "Herring and salt\n\nThe town of Orra met on the pier. Tomas Lindqvist left early.\n\n"
    words = "the only port I know where the herring wait for the boats"
    facts = list(find(Article(f"{before}Ruth Abel described Orra as “{words}”.")))
    (fact,) = (one for one in facts if isinstance(one, Statement))
    (question,) = ask(fact, facts, Random(1))
    assert isinstance(question, ShortTextQuestion)
    assert question.stem == f"Who described Orra as “{words}”? Type the name."


def test_what_somebody_owns_is_no_subject_that_stands_alone() -> None:
    assert asked("Ruth Abel said that her members had been given “a slide show and a bucket of herring”.") == []


def test_what_breaks_off_before_further_words_in_marks_is_left_out() -> None:
    text = "Ruth Abel said that Norway “must sell off every boat for the winter,” since it sailed “in a fog.”"
    assert [one.stem for one in asked(text)] == ["Who said that Norway “must sell off every boat for the winter”?"]


def test_words_in_the_first_person_are_not_put_behind_a_clause_in_the_third() -> None:
    assert asked("Ruth Abel said that Norway never rowed, “but I mended a boat for the weavers.”") == []
