"""A typed name is right when it names the speaker and nobody else of the article, as a table has it."""

from pathlib import Path

import pytest

from quizengine import Article, ShortTextQuestion
from quizengine.language import names_in
from quizengine.testing import read_cases
from quizengine_quote_attribution import Quotation, find
from quizengine_quote_attribution.candidates import speaker_name
from quizengine_quote_attribution.typed_speakers import accepted_names, is_worth_typing

PAIRS = [
    (case.title, case.article.text, *line.split(" ", 1))
    for case in read_cases(Path(__file__).with_name("typed_names.md"))
    for line in case.expected
]


def earned(text: str, typed: str) -> bool:
    quotation = next(one for one in find(Article(text)) if isinstance(one, Quotation))
    name = speaker_name(quotation)
    assert name is not None
    answer, *accept = accepted_names(name)
    question = ShortTextQuestion(stem="Who said it?", answer=answer, accept=tuple(accept))
    return question.grade({"answer": (typed,)}).full


def test_the_table_has_at_least_150_pairs_of_which_a_third_are_wrong() -> None:
    wrong = [pair for pair in PAIRS if pair[2] == "no"]
    assert len(PAIRS) >= 150
    assert len(wrong) >= len(PAIRS) // 3


@pytest.mark.parametrize(("case", "text", "verdict", "typed"), PAIRS, ids=lambda value: str(value)[:30])
def test_a_typed_name_earns_what_the_table_says(case: str, text: str, verdict: str, typed: str) -> None:
    assert earned(text, typed) == (verdict == "yes"), case


def test_a_name_that_may_be_that_of_two_people_is_not_to_be_typed() -> None:
    text = (
        "There she studied with Rem Kortmaas, Elia Marsh and Bernard Lund. Her former professor, Kortmaas, described "
        "her at graduation as “a planet in her own orbit.”"
    )
    teacher = next(name for name in names_in(Article(text)) if name.full == "Kortmaas")
    assert not accepted_names(teacher) and not is_worth_typing(teacher)


@pytest.mark.parametrize(
    ("beside", "typed"),
    [
        ("The Orra Council met. ", True),
        ("The council met. ", False),
    ],
)
def test_the_only_person_is_typed_where_a_group_is_named_too(beside: str, typed: bool) -> None:
    text = f"Bridges\n\n{beside}\n\n“Our bridge will be closed until spring,” said Ruth Abel.\n"
    [abel] = [name for name in names_in(Article(text)) if name.kind == "person"]
    assert is_worth_typing(abel) is typed


def test_whom_the_title_names_is_not_to_be_typed() -> None:
    said = "Mary Oduya said that the bridge was open. “Our bridge is closed,” said Ruth Abel. Tomas Lindqvist slept.\n"
    titles = ("Bridges of Orra", "Abel on bridges of Orra", "Mayor attacks Abel's 'bridges'")
    abels = (
        next(name for name in names_in(Article(f"{title}\n\n{said}")) if name.surname == "Abel") for title in titles
    )
    assert [is_worth_typing(abel) for abel in abels] == [True, False, False]
