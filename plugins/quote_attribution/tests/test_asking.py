"""Questions about quotations: right, standing alone, and with options that are wrong and likely."""

from pathlib import Path
from random import Random

import pytest

from quizengine import Article, ChoiceQuestion, ClozeQuestion, Question, Refusal, ShortTextQuestion
from quizengine.testing import check_generator
from quizengine_quote_attribution import GENERATOR, Quotation, ask, find

TROOPS = Path(__file__).parents[3] / "seeds" / "north-korean-troops.txt"
COUNCIL = (
    "“The bridge will be closed until spring,” said Ruth Abel, the mayor.\n\n"
    "“Nobody asked the families on the other bank,” said Tomas Lindqvist, a baker.\n\n"
    "“The ferry carried 4,000 cars on a normal day,” said Peter Oduya, an engineer.\n"
)


def asked(text: str) -> list[list[Question]]:
    facts = [one for one in find(Article(text)) if isinstance(one, Quotation)]
    return [[q for q in ask(fact, facts, Random(1)) if isinstance(q, Question)] for fact in facts]


def refused(text: str) -> list[str]:
    facts = [one for one in find(Article(text)) if isinstance(one, Quotation)]
    return [r.reason for fact in facts for r in ask(fact, facts, Random(1)) if isinstance(r, Refusal)]


def test_the_generator_keeps_the_contract_on_the_article_about_troops() -> None:
    questions = check_generator(GENERATOR, Article.from_bytes(TROOPS.read_bytes()))
    who = [q for q in questions if q.stem.startswith("Who ")]
    assert len(who) == 4
    assert all(isinstance(q, ChoiceQuestion) and len(q.distractors) >= 2 for q in who)


def test_who_said_it_offers_the_others_of_the_article() -> None:
    first = asked(COUNCIL)[0][0]
    assert isinstance(first, ChoiceQuestion)
    assert first.stem == "Who said, “The bridge will be closed until spring”?"
    assert first.answer == "Ruth Abel"
    assert sorted(first.distractors) == ["Peter Oduya", "Tomas Lindqvist"]


def test_what_somebody_said_offers_the_words_of_others() -> None:
    second = asked(COUNCIL)[1][1]
    assert isinstance(second, ChoiceQuestion)
    assert second.stem == "Which of these did Tomas Lindqvist say, according to the article?"
    assert second.answer == "“Nobody asked the families on the other bank”"
    assert len(second.distractors) == 2


def test_a_figure_in_a_quotation_is_a_gap() -> None:
    third = asked(COUNCIL)[2][2]
    assert isinstance(third, ClozeQuestion)
    assert third.text == "“The ferry carried {4,000} cars on a normal day”"


def test_a_lone_speaker_is_asked_for_by_typing() -> None:
    (question,) = asked("“The bridge will be closed until spring,” said Ruth Abel, the mayor.")[0]
    assert isinstance(question, ShortTextQuestion)
    assert question.answer == "Ruth Abel"
    assert "Abel" in question.accept


def test_a_namesake_asks_for_the_full_name() -> None:
    text = "“The bridge will be closed until spring,” said Ruth Abel. Her brother Simon Abel did not come."
    (question,) = asked(text)[0]
    assert isinstance(question, ShortTextQuestion)
    assert question.stem.endswith("Give the full name.")
    assert "Abel" not in question.accept


def test_words_that_name_their_speaker_are_not_asked() -> None:
    assert refused("“Ruth Abel never forgets a bridge,” Ruth Abel said.") == ["its own words name Ruth Abel"]


def test_a_long_quotation_is_cut_at_a_sentence_border_and_marked() -> None:
    long = (
        "We counted every stone in the wall before the water came up again. "
        + "And then we counted them all once more " * 4
    )
    first = asked(f"“{long.strip()},” said Ruth Abel, the mayor.")[0][0]
    assert (
        first.stem == "Who said, “We counted every stone in the wall before the water came up again. …”? Type the name."
    )


def test_one_long_sentence_is_refused() -> None:
    long = "we counted every stone in the wall and then " * 6
    (reason,) = refused(f"“And {long.strip()},” said Ruth Abel, the mayor.")
    assert reason == "it has fewer than 5 words, or more than 40 in its first sentence"


@pytest.mark.parametrize(
    "words", ["Well, let me put it this way", "They are also very funny", "I will not let you down"]
)
def test_words_that_anybody_may_say_are_not_asked(words: str) -> None:
    assert refused(f"“{words},” said Ruth Abel.") == ["its words say too little to be told from others"]


def test_a_part_of_a_sentence_is_not_asked() -> None:
    text = "The company “has a long way to go before anybody buys its boats,” said Ruth Abel."
    assert refused(text) == ["it is a part of a sentence only"]


@pytest.mark.parametrize("number", range(3))
def test_no_option_is_the_key_under_another_name(number: int) -> None:
    question = asked(COUNCIL)[number][0]
    assert isinstance(question, ChoiceQuestion)
    assert question.answer not in question.distractors
