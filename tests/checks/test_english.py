"""A made question is compared with the sentences of the article that prove its key."""

import pytest

from quizengine.checks.english import sound_english
from quizengine.checks.notation import parse_notation
from quizengine.language import trees
from quizengine.text.article import Article

ARTICLE = Article(
    "The mills of Orra\n\n"
    "In 1931, Harbour Lights: The Long Night of Orra won a prize. Thanks to it, Ada Moss has revised and reprinted her "
    "novels. The Office for Public Works chairman Jon Hale met Regina in 1931. The mill paid   for rye.\n"
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
        ("a given name alone", "In which year did Jon Hale meet Regina? # 1931 @ The Office for Public"),
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
