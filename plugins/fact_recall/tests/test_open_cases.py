"""Open questions for parts of clauses, enumerations and years, with the words of the article as model answers."""

from pathlib import Path
from random import Random

import pytest

from quizengine import Article, Fact, OpenQuestion, Question, Refusal
from quizengine.generation.blueprint import Blueprint
from quizengine.generation.generate import generate
from quizengine.generation.selection import select
from quizengine.testing import Case, check_generator, read_cases
from quizengine.text.facts import Facts
from quizengine_fact_recall import GENERATOR
from quizengine_fact_recall.enumerations import Enumeration, items_in
from quizengine_fact_recall.happenings import Happening
from quizengine_fact_recall.open_parts import OpenPart

CASES = read_cases(Path(__file__).with_name("open_cases.md"))


def results(article: Article) -> list[Question | Refusal]:
    facts = Facts(fact for fact in GENERATOR.find(article) if isinstance(fact, Fact))
    opened = [fact for fact in facts if isinstance(fact, OpenPart | Enumeration | Happening)]
    return [one for fact in opened for one in GENERATOR.ask(fact, facts, Random(0))]


def line(result: Question | Refusal) -> str:
    """What came of a fact, as the cases write it."""
    if isinstance(result, Refusal):
        return f"refused {result.rule}: {' '.join(result.span.text.split())}"
    assert isinstance(result, OpenQuestion) and result.origin
    return f"{result.origin.rule}: {result.stem} = {result.answer}"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_gives_the_open_questions_that_it_expects(case: Case) -> None:
    assert [line(result) for result in results(case.article)] == list(case.expected)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_open_question_keeps_the_contract(case: Case) -> None:
    check_generator(GENERATOR, case.article)


def test_one_sentence_gives_a_quiz_no_second_question_beside_an_open_one() -> None:
    article = Article("In 1952, Maria Lopes founded a school for the children of millers.")
    asked = generate(article, [GENERATOR]).asked
    stems = {question.stem for ways in asked for question in ways}
    assert {"Who founded a school for the children of millers in 1952?", "What did Maria Lopes found in 1952?"} <= stems
    assert len(select(asked, Blueprint(least=0)).chosen) == 1


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("the wheel, the shaft and the stones", ("the wheel", "the shaft", "the stones")),
        ("milling and baking bread, and selling it", ("milling and baking bread", "selling it")),
        ("rye (winter and summer); oats", ("rye", "oats")),
        ("rye and oats", ("rye", "oats")),
    ],
)
def test_a_list_is_divided_into_its_items(text: str, items: tuple[str, ...]) -> None:
    assert items_in(text) == items


def test_what_somebody_did_in_a_year_is_not_asked_where_he_did_more_by_a_pronoun() -> None:
    told = "Tom Reed\n\nTom Reed was a sailor. Tom Reed slept.\n\nIn May 1513, Tom Reed attacked the fort of Senn."
    again = f"{told}\n\nTom Reed woke. In May 1513, he captured a great ship of Peru."
    asked = "What did Tom Reed do in May 1513?"
    assert [asked in line(result) for result in results(Article(told))].count(True) == 1
    assert not [one for one in results(Article(again)) if asked in line(one)]


@pytest.mark.parametrize(
    ("also", "asked"),
    [
        ("", "What did Tom Reed do in May 1513? = Tom Reed attacked the fort of Senn."),
        (", and served in a “bread boys” choir of Orra for the summer", ""),
    ],
)
def test_what_somebody_did_in_a_year_is_not_asked_where_the_answer_leaves_out_a_deed(also: str, asked: str) -> None:
    told = (
        f"Tom Reed\n\nTom Reed was a sailor. Tom Reed slept.\n\nIn May 1513, Tom Reed attacked the fort of Senn{also}."
    )
    found = [line(result) for result in results(Article(told))]
    assert [each.partition(": ")[2] for each in found if "do in May 1513?" in each] == ([asked] if asked else [])


def test_what_somebody_did_in_a_whole_year_is_too_open() -> None:
    told = "Tom Reed\n\nTom Reed was a sailor. Tom Reed slept.\n\nIn 1513, Tom Reed attacked the fort of Senn."
    assert not [one for one in results(Article(told)) if "do in 1513?" in line(one)]


def test_what_a_mill_suffered_happened_to_it() -> None:
    told = (
        "The Orra Mill\n\nThe Orra Mill is old. The Orra Mill grew.\n\nIn 1513, the Orra Mill suffered a loss of flour."
    )
    assert any("What happened to the Orra Mill in 1513?" in line(one) for one in results(Article(told)))


@pytest.mark.parametrize(("verb", "asked"), [("stated", False), ("discovered", True)])
def test_what_somebody_stated_is_not_asked_by_itself(verb: str, asked: bool) -> None:
    told = f"Tom Reed\n\nTom Reed was a baker. Tom Reed slept.\n\nTom Reed {verb} that salt keeps old bread fresh."
    assert any("What did Tom Reed" in line(one) for one in results(Article(told))) is asked


def test_what_opens_with_a_link_or_an_infinitive_is_no_answer() -> None:
    told = "Tom Reed\n\nTom Reed was a sailor. Tom Reed slept.\n\n{}Tom Reed attacked the fort of Senn in May 1513."
    opened = {each: results(Article(told.format(each))) for each in ("", "Though, ")}
    asked = {opening: any("do in May 1513?" in line(one) for one in found) for opening, found in opened.items()}
    assert asked == {"": True, "Though, ": False}


def test_a_list_of_which_an_item_is_not_found_is_asked_for_without_its_number() -> None:
    weighed = "Tom Reed determined the weights of the loaf, flat cakes, rolls, cones, and other breads."
    told = f"Tom Reed\n\nTom Reed was a sailor. Tom Reed slept.\n\n{weighed}"
    assert any("What did Tom Reed determine? =" in line(one) for one in results(Article(told)))
