"""Quotations are found with their speakers, or refused with a reason, as the readable cases have it."""

from pathlib import Path

import pytest

from quizengine import Article, Refusal
from quizengine.testing import Case, read_cases
from quizengine_quote_attribution import Quotation, find
from quizengine_quote_attribution.reported_statements import Statement

CASES = read_cases(Path(__file__).with_name("cases.md"))
TROOPS = Path(__file__).parents[3] / "seeds" / "north-korean-troops.txt"


def line(found: Quotation | Refusal) -> str:
    if isinstance(found, Refusal):
        return f"refused: {found.reason}"
    return f"{found.rule}: {found.name}: {' | '.join(piece.text for piece in found.quote)}"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_quotations_are_found_as_the_case_has_it(case: Case) -> None:
    found = [one for one in find(case.article) if not isinstance(one, Statement)]
    assert tuple(map(line, found)) == case.expected


def test_the_article_about_troops_has_four_quotations_of_three_people() -> None:
    found = [one for one in find(Article.from_bytes(TROOPS.read_bytes())) if isinstance(one, Quotation)]
    assert [one.name for one in found] == [
        "Lloyd J. Austin III",
        "Wi Sung-lac",
        "Volodymyr Zelenskyy",
        "Volodymyr Zelenskyy",
    ]
    assert [piece.text[:12] for piece in found[0].quote] == ["Make no mist", "if these Nor"]
    assert found[3].quote[0].text == "We could act preemptively if we had the means—long-range capability."


def test_a_fact_points_at_the_words_the_speaker_and_the_cue() -> None:
    article = Article("“The bridge is closed,” Ruth Abel said.")
    (found,) = find(article)
    assert isinstance(found, Quotation)
    assert found.quote[0].text == "The bridge is closed,"
    assert found.speaker.text == "Ruth Abel"
    assert found.cue is not None and found.cue.text == "said"


@pytest.mark.parametrize("text", ["“", "”", "“”", '"', "“ ”", "''", "“,” said", "He said, “", "“a” “b” “c", "« »"])
def test_marks_with_nothing_between_them_are_no_quotations(text: str) -> None:
    assert not any(isinstance(one, Quotation) for one in find(Article(text)))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lines_may_be_wrapped_anywhere(newline: str) -> None:
    text = f"“We cross on foot if{newline}the ice holds,” Ingrid{newline}Sandvik, the{newline}captain,{newline}said."
    (found,) = find(Article(text))
    assert isinstance(found, Quotation)
    assert found.name == "Ingrid Sandvik"


def test_she_is_not_somebody_named_before_a_described_person_speaks() -> None:
    text = (
        "Ruth Abel met Ada Marsh. Ruth Abel rowed. The actress was tired. She smiled.\n\n“Our boats are old,” she said."
    )
    assert not [one for one in find(Article(text)) if isinstance(one, Quotation)]


def test_she_may_be_somebody_according_to_whom_the_sentence_before_was() -> None:
    text = (
        "“Nobody asked our fishermen,” said Ruth Abel, a weaver.\n\nThe shelves were bare by noon, according "
        "to its manager, Anna Petrova, who sold two loaves to each. “We baked forty loaves of bread,” she said."
    )
    found = [one for one in find(Article(text)) if isinstance(one, Quotation)]
    assert [one.name for one in found] == ["Ruth Abel", "Anna Petrova"]
