"""What is reported in the article's own words is asked as what somebody said, never as a fact."""

from random import Random

import pytest

from quizengine import Article, ChoiceQuestion, OpenQuestion, Question, ShortTextQuestion
from quizengine_quote_attribution import ask, find
from quizengine_quote_attribution.reported_statements import Statement

CREW = "Ruth Abel, Tomas Lindqvist, Peter Oduya and Helen Trevose met at the pier.\n\n"
TALK = (
    "Tomas Lindqvist said that nobody had paid for Harbour Street. "
    "Peter Oduya said that the storm had sunk forty boats in Norway. "
    "Helen Trevose told the council that the ferries to Norway were full.\n\n"
)


def stems(text: str) -> list[str]:
    facts = list(find(Article(CREW + TALK + text)))
    last = [fact for fact in facts if isinstance(fact, Statement) and fact.cue.start > len(CREW + TALK)]
    found = [one for fact in last for one in ask(fact, facts, Random(1))]
    return [one.stem for one in found if isinstance(one, Question) and not isinstance(one, OpenQuestion)]


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        (
            "Ruth Abel said the harbour of Tromsund would need twelve new pumps.",
            "Who said that the harbour of Tromsund would need twelve new pumps?",
        ),
        (
            "Ruth Abel said that the boats from Peru were “far too small for winter storms.”",
            "Who said that the boats from Peru were “far too small for winter storms”?",
        ),
        (
            "Ruth Abel denied that the boats from Norway were too small for winter storms.",
            "Who denied that the boats from Norway were too small for winter storms?",
        ),
        (
            "Ruth Abel said that fishermen of Norway were now much richer than weavers.",
            "Who said that fishermen of Norway were now much richer than weavers?",
        ),
        (
            "Ruth Abel declared that if Norway did not sell its boats, fishermen of Orra would leave Tromsund.",
            "Who declared that if Norway did not sell its boats, fishermen of Orra would leave Tromsund?",
        ),
        (
            "Ruth Abel argued that boats from Norway play the greatest role in our lives.",
            "Who argued that boats from Norway play the greatest role in our lives?",
        ),
        (
            "Ruth Abel said the majority of fishermen in Norway sold their boats to weavers.",
            "Who said that the majority of fishermen in Norway sold their boats to weavers?",
        ),
        (
            'Ruth Abel said fog remained a "great danger", with figures showing a rise in the number of boats lost.',
            "Who said that fog remained a “great danger”, with figures showing a rise in the number of boats lost?",
        ),
        (
            "Ruth Abel said it was “absurd” to charge fishermen of Norway for the harbour of Tromsund.",
            "Who said that it was “absurd” to charge fishermen of Norway for the harbour of Tromsund?",
        ),
    ],
)
def test_the_sentence_is_turned_into_a_question(text: str, stem: str) -> None:
    assert stems(text) == [stem]


@pytest.mark.parametrize(
    "text",
    [
        "“We are not as ready as we should be,” Ruth Abel said, describing the winter in Norway as both a storm and a "
        "trial that tests every harbour’s pumps.",
        "Ruth Abel said that the company would buy new pumps in winter.",
        "Ruth Abel did not say that pumps from Norway had failed in winter.",
        "A friend of Ruth Abel said that pumps from Norway had failed in winter.",
        "If Ruth Abel said that pumps from Norway had failed, nobody heard it.",
        "Mrs Abel and Mr Marsh said the harbour of Tromsund would need twelve new pumps.",
        "Ruth Abel said that Abel Quay would need twelve new pumps in winter.",
        "Ruth Abel said that if pumps from Norway failed in winter, as they often do in storms.",
        "She said that pumps from Norway had failed in every storm of the winter.",
        "Ruth Abel said that most of our boats were “too small for the storms of Norway.”",
    ],
)
def test_what_does_not_stand_alone_or_is_not_stated_is_not_asked(text: str) -> None:
    assert stems(text) == []


def test_a_report_that_is_taken_to_end_before_a_verb_is_none() -> None:
    text = (
        "Ruth Abel, for the town, pointed out that Lindqvist had sold 58 of the boats after the owner had lost its "
        "fleet and gone back to Norway in 2017."
    )
    found = [fact.content.text for fact in find(Article(CREW + text)) if isinstance(fact, Statement)]
    assert not [content for content in found if content.endswith("after the owner")]


def test_what_somebody_tells_of_himself_is_asked_among_people_of_that_sex() -> None:
    men = "Simon Marsh said that he rows. Albert Hale said that he sings. Tomas Lindqvist said that he dives.\n\n"
    text = "Peter Oduya said that he had sold his boats to fishermen of Norway."
    facts = list(find(Article(f"{CREW}{men}{text}")))
    (last,) = (fact for fact in facts if isinstance(fact, Statement) and fact.name == "Peter Oduya")
    (question,) = ask(last, facts, Random(1))
    assert isinstance(question, ChoiceQuestion)
    assert question.stem == "Who said that he had sold his boats to fishermen of Norway?"
    assert sorted(question.distractors) == ["Albert Hale", "Simon Marsh", "Tomas Lindqvist"]


def test_where_others_are_of_another_sex_what_somebody_tells_of_himself_is_not_asked() -> None:
    assert stems("Peter Oduya said that he had sold his boats to fishermen of Norway.") == []


def test_a_pronoun_that_a_name_before_it_tells_may_stay() -> None:
    said = "the alliance of Simon Marsh with Norway is important for voters who will help him win"
    assert stems(f"Ruth Abel said that {said}.") == [f"Who said that {said}?"]


def test_words_without_a_name_are_asked_where_they_say_much() -> None:
    said = "most households would save half of their income taxes"
    assert stems(f"Ruth Abel said that {said}.") == [f"Who said that {said}?"]
    assert stems("Ruth Abel said that most households would save half.") == []


def test_who_is_quoted_is_not_asked_for_by_other_words_too() -> None:
    said = "Ruth Abel said that the harbour of Tromsund would need twelve new pumps."
    assert stems(f"“Every fisherman of Norway wants more boats,” said Ruth Abel. {said}") == []


@pytest.mark.parametrize(("which", "asked"), [("", True), ("new ", False)])
def test_a_noun_of_the_title_is_told_unless_it_is_another_of_its_kind(which: str, asked: bool) -> None:
    text = f"Norway votes on a law\n\n{CREW}{TALK}Ruth Abel said that the {which}law would cost fishermen forty boats."
    facts = list(find(Article(text)))
    (fact,) = (one for one in facts if isinstance(one, Statement) and one.name == "Ruth Abel")
    assert any(one.stem.startswith("Who said") for one in ask(fact, facts, Random(1)) if isinstance(one, Question)) is (
        asked
    )


@pytest.mark.parametrize(
    ("title", "asked"), [("Abel doubts the pumps of Tromsund", False), ("Abel sings", True), ("Pumps", True)]
)
def test_a_title_that_names_the_speaker_and_the_matter_gives_both_away(title: str, asked: bool) -> None:
    text = f"{title}\n\n{CREW}{TALK}Ruth Abel said that the harbour of Tromsund would need twelve new pumps."
    facts = list(find(Article(text)))
    (fact,) = (one for one in facts if isinstance(one, Statement) and one.name == "Ruth Abel")
    found = [one for one in ask(fact, facts, Random(1)) if isinstance(one, Question)]
    assert any(one.stem.startswith("Who said that") for one in found) is asked


def test_a_day_is_no_statement_worth_asking() -> None:
    assert stems("Ruth Abel said that the boats from Peru left Harbour Street on May 3.") == []


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        (
            "Ruth Abel called the storm of Harbour Street “a gift of Norway.”",
            "Who called the storm of Harbour Street “a gift of Norway”?",
        ),
        (
            "Simon Marsh bought Harbour Street. Ruth Abel described Marsh as “the boldest fisherman of Norway.”",
            "Who described Simon Marsh as “the boldest fisherman of Norway”?",
        ),
        (
            "Ruth Abel dismissed the storm of Harbour Street as “a gift of Norway.”",
            "Who dismissed the storm of Harbour Street as “a gift of Norway”?",
        ),
    ],
)
def test_what_somebody_calls_something_is_asked_with_both(text: str, stem: str) -> None:
    assert stems(text) == [stem]


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Abel called it “a gift of Norway.”",
        "Ruth Abel called the law “dangerous.”",
        "Ruth Abel praised the storm of Harbour Street with “a gift of Norway.”",  # it is not said what the storm is
    ],
)
def test_a_name_for_something_untold_is_not_asked(text: str) -> None:
    assert stems(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Abel argues that since the boats of Norway are too old to leave, their owners burden the town.",
        "Ruth Abel turned salt and herring from Norway into what she called a “Law of Northern Boats.”",
        "A weaver who goes by the name Stormbird came. Stormbird said the storm had sunk forty boats in Norway.",
    ],
)
def test_a_statement_without_its_main_clause_its_object_or_a_name_of_its_own_is_not_asked(text: str) -> None:
    assert stems(text) == []


BODIES = (
    "Harbour news\n\nThe FAO met the Board of Norway and the Council of Orra in June. The Board of Norway and the FAO "
    "agreed on Monday. The Council of Orra paid.\n\n"
)


def test_what_a_body_with_initials_says_is_asked_for_by_its_name() -> None:
    facts = list(find(Article(f"{BODIES}The FAO said that it would sell forty wooden boats to fishermen of Norway.")))
    (fact,) = (one for one in facts if isinstance(one, Statement))
    (question,) = (one for one in ask(fact, facts, Random(1)) if isinstance(one, ShortTextQuestion))
    said = "it would sell forty wooden boats to fishermen of Norway"
    assert question.stem == f"Which organisation said that {said}? Type the name."
    assert (question.answer, question.origin.rule) == ("FAO", "reported-by-a-body")


@pytest.mark.parametrize(
    "text",
    [
        "The Council of Orra said that it would sell forty wooden boats to fishermen of Norway.",
        "The FAO said they would sell forty wooden boats to fishermen of Norway.",
    ],
)
def test_a_body_without_initials_or_with_a_pronoun_for_others_is_not_asked_for(text: str) -> None:
    facts = list(find(Article(BODIES + text)))
    told = [one for one in facts if isinstance(one, Statement)]
    assert not [q for one in told for q in ask(one, facts, Random(1)) if isinstance(q, ShortTextQuestion)]
