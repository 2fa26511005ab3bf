"""A made question is compared with the sentences of the article that prove its key."""

import pytest

from quizengine.checks.english import sound_english
from quizengine.checks.notation import parse_notation
from quizengine.language import trees
from quizengine.text.article import Article

ARTICLE = Article(
    "The mills of Orra\n\n"
    "In 1931, Harbour Lights: The Long Night of Orra won a prize. Thanks to it, Ada Moss has revised and reprinted her "
    "novels. The Office for Public Works chairman Jon Hale met Regina in 1931. The mill paid   for rye. "
    "Jon Hale sold Ferry 12 and 30 barges in 1932. In 1933 Hale was made Earl of Orra by Emma the Elder. In 1934 he "
    "printed Notes on Rye, Oats, Barley and Hops of the North. "
    "Ida Marsh, head of the team that dug the mill out, was paid in rye.\n"
)


@pytest.fixture(autouse=True)
def _analysed() -> None:
    """The article is analysed, as a generator leaves it."""
    trees(ARTICLE)


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        ("a title is cut at its colon", "In which year did Harbour Lights win a prize? # 1931 @ In 1931"),
        ("it leaves out what its verb shares", "Why has Ada Moss revised? > Thanks to it @ Thanks to it"),
        ("it begins within a name", "Who is described as “Public Works chairman”? > Jon Hale @ The Office for Public"),
        ("cut before", "Who is described in the article as “head of the team”? > Ida Marsh @ Ida Marsh, head"),
        ("a given name alone", "In which year did Jon Hale meet Regina? # 1931 @ The Office for Public"),
        ("a name has lost the second", "In which year did Jon Hale sell Ferry 12? # 1932 @ Jon Hale sold"),
        ("a whole name stands", "In which year was Hale made Earl of Ada Orra? # 1933 @ In 1933 Hale"),
        ("a whole name stands", "Who was made an earl by Emma Moss School the Elder? > Hale @ In 1933 Hale"),
        ("cut in its list", "In which year did Jon Hale print Notes on Rye, Oats, Barley? # 1934 @ In 1934 he"),
        ("a mark is lost", "Which number is missing? “The mill paid for _____ .” > rye @ The mill paid"),
    ],
)
def test_what_was_cut_out_is_told(fault: str, line: str) -> None:
    (made,) = parse_notation(f"[made] {line}", ARTICLE)
    assert any(fault in told for told in sound_english(made, ARTICLE))
    (unproven,) = parse_notation(f"[made] {line.partition(' @ ')[0]}", ARTICLE)
    assert not any(fault in told for told in sound_english(unproven, ARTICLE))


def test_what_is_asked_for_is_not_missed() -> None:
    (made,) = parse_notation("[made] What has Ada Moss revised? > her novels @ Thanks to it", ARTICLE)
    assert list(sound_english(made, ARTICLE)) == []


def test_the_evidence_may_go_on_through_several_sentences() -> None:
    line = "Why has Ada Moss revised? > Thanks to it @ won a prize. Thanks to it, Ada Moss has revised"
    (made,) = parse_notation(f"[made] {line}", ARTICLE)
    assert any("shares" in told for told in sound_english(made, ARTICLE))


def test_a_title_is_whole_and_so_are_both_numbers() -> None:
    (title,) = parse_notation(
        "[made] In which year did Jon Hale print Notes on Rye, Oats, Barley and Hops of the North? # 1934 @ In 1934 he",
        ARTICLE,
    )
    (both,) = parse_notation(
        "[made] In which year did Jon Hale sell Ferry 12 and 30 barges? # 1932 @ Jon Hale sold", ARTICLE
    )
    assert [*sound_english(title, ARTICLE), *sound_english(both, ARTICLE)] == []


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        ("not shown", "In [link], what does the curve of Orra show? > the price of rye"),
        ("not shown", "Which rye is sold? = the rye named in the preceding section ~ all rye ~ no rye"),
        (
            "a time is told as a reason",
            "Why is rye dear in Orra? = Because the 1970s, as told ~ Because of rain ~ Luck",
        ),
        ("said before it", "What is milling? > Milling is such careful grinding of rye."),
        ("counts from somebody else", "Who is described in the article as “a later miller of Orra”? > Ada Moss"),
        ("joins it", "Who said, “But the mill paid us all”? > Ada Moss"),
        ("what a “to” led to", "Who said, “I was about to for seven hours”? > Ada Moss"),
    ],
)
def test_answers_and_quotations_stand_alone(fault: str, line: str) -> None:
    (made,) = parse_notation(f"[made] {line}")
    assert any(fault in told for told in sound_english(made, None))


def test_a_year_may_be_a_reason_within_a_clause() -> None:
    (made,) = parse_notation("[made] Why is rye dear in Orra? = Because 1970 was dry ~ Because of rain ~ By chance")
    assert list(sound_english(made, None)) == []
