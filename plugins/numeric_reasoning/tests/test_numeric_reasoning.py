"""Two figures of an article give a key that follows for certain, and figures that do not add up are shown."""

import sys
from decimal import Decimal
from pathlib import Path
from random import Random
from types import FrameType

import pytest

from quizengine import Article, NumericQuestion, Refusal
from quizengine.testing import Case, check_generator, check_question, read_cases
from quizengine_numeric_reasoning import GENERATOR, Calculation

CASES = read_cases(Path(__file__).with_name("cases.md"))
SEEDS = Path(__file__).parents[3] / "seeds"


def lines(article: Article) -> list[str]:
    """What came of an article, one line each."""
    found = []
    for fact in GENERATOR.find(article):
        if isinstance(fact, Refusal):
            places = " and ".join(f"“{span.text}” at {span.start}" for span in fact.others)
            beside = f" (with {places})" if places else ""
            found.append(f"refused {fact.rule}: {fact.span.text}: {fact.reason}{beside}")
        else:
            assert isinstance(fact, Calculation)
            found.append(f"{fact.rule}: {fact.question} = {fact.result} {fact.unit}".strip() + f" | {fact.working}")
    return found or ["nothing"]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_gives_the_lines_that_it_expects(case: Case) -> None:
    assert lines(case.article) == list(case.expected)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_question_keeps_the_contract(case: Case) -> None:
    check_generator(GENERATOR, case.article)


def test_every_rule_has_a_case() -> None:
    rules = {line.partition(":")[0] for case in CASES for line in case.expected}
    assert {"difference", "ratio", "total", "share", "refused not-exact", "refused does-not-add-up"} <= rules


def test_the_question_shows_the_sentence_and_the_rationale_the_sum() -> None:
    article = Article("Exports of “fine” salt from Tarn rose from 12,000 to 36,500 tons a year.")
    question = check_generator(GENERATOR, article)[0]
    assert isinstance(question, NumericQuestion)
    assert (question.answer, question.unit, question.tolerance) == (Decimal(24_500), "tons", None)
    assert question.stem.endswith("36,500 tons a year.”\nHow large is that rise, in tons a year?")
    assert "‘fine’" in question.stem
    assert question.rationale == f"The article says: “{article.text}” 36,500 − 12,000 = 24,500."


def test_the_users_article_does_not_add_up_and_is_not_computed_with() -> None:
    path = SEEDS / "north-korean-troops.txt"
    article = Article.from_bytes(path.read_bytes(), path.name)
    found = list(GENERATOR.find(article))
    shown = [one for one in found if isinstance(one, Refusal) and one.rule == "does-not-add-up"]
    assert [one.span.text for one in shown] == ["$200 million"]
    assert "10,000 × $2,000 × 12 = $240 million" in shown[0].reason
    assert [span.text for span in shown[0].others] == ["approximately 10,000", "$2,000"]
    assert [span.start for span in shown[0].others] == [
        article.text.index("approximately 10,000"),
        article.text.index("$2,000"),
    ]
    assert not [one for one in found if isinstance(one, Calculation)]


def misfit(text: str) -> Refusal:
    """The one finding in a text whose figures do not add up."""
    (found,) = [one for one in GENERATOR.find(Article(text)) if isinstance(one, Refusal)]
    return found


def test_figures_that_do_not_add_up_come_with_their_places_and_a_question_for_the_teacher() -> None:
    text = "Tarn Council bought 12 buses at $300,000 each. The order came to a total of $3.2 million."
    found = misfit(text)
    assert [span.text for span in found.others] == ["12", "$300,000"]
    question = found.offer
    assert isinstance(question, NumericQuestion)
    check_question(question)
    assert (question.answer, question.unit, question.tolerance) == (3_600_000, "dollars", None)
    assert "a total of _____.”\nFrom 12 and $300,000, which figure belongs in the gap, in dollars?" in question.stem
    assert "3.2" not in question.stem
    assert question.rationale.endswith("12 × $300,000 = $3.6 million, where the article says “$3.2 million”.")
    assert question.evidence is not None
    assert question.evidence.quote == text


def test_a_hedged_figure_is_taken_exactly_and_the_question_says_so() -> None:
    found = misfit("About 500 guards in Norvik get $1,000 each monthly. That could total $5 million a year.")
    assert found.offer is not None
    assert "Taking 500 and $1,000 exactly" in found.offer.stem


def test_a_share_that_does_not_come_out_even_is_asked_to_a_tenth() -> None:
    question = misfit("In Bergen 20 of the 60 buses, or 75 percent, are new.").offer
    assert isinstance(question, NumericQuestion)
    assert str(question.answer) == "33.3"
    assert [str(end) for end in question.accepted] == ["33.25", "33.35"]


def test_no_question_is_offered_where_the_figure_stands_in_the_words_twice() -> None:
    text = "Tarn wanted $3.2 million for 12 buses at $300,000 each. The order came to a total of $3.2 million."
    assert [one.offer for one in GENERATOR.find(Article(text)) if isinstance(one, Refusal)] == [None]


def test_it_is_offered_but_not_switched_on() -> None:
    assert not GENERATOR.by_default


@pytest.mark.parametrize("piece", ["40 tons,", "x9 ", "12 at $5 each, total $7. ", "Fares rose from $4 to $6. "])
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    assert calls_for(piece * 200) < 2.6 * calls_for(piece * 100)


def calls_for(text: str) -> int:
    """How many functions are called to find and to ask, whatever the machine."""
    counted = [0]

    def count(frame: FrameType, event: str, arg: object) -> None:
        counted[0] += event in ("call", "c_call")

    article = Article(text)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        for fact in GENERATOR.find(article):
            if isinstance(fact, Calculation):
                list(GENERATOR.ask(fact, [fact], Random(1)))
    finally:
        sys.setprofile(before)
    return counted[0]
