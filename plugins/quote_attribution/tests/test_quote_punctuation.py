"""What a quotation looks like inside one pair of marks: no comma too many, and only single marks inside."""

import pytest

from quizengine import Article
from quizengine_quote_attribution import Quotation, find
from quizengine_quote_attribution.display_text import display_text
from quizengine_quote_attribution.excerpts import excerpt
from quizengine_quote_attribution.quote_punctuation import in_single_marks, join_pieces


def words_of(text: str) -> str:
    return next(display_text(join_pieces(one.quote)) for one in find(Article(text)) if isinstance(one, Quotation))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "“It kept running,” Ruth Abel said, “because nobody dared to stop it.”",
            "It kept running because nobody dared to stop it",
        ),
        (
            "“I told the whole council,” Ruth Abel said, “that the pumps would fail.”",
            "I told the whole council that the pumps would fail",
        ),
        (
            "“Make no mistake,” Ruth Abel said, “if they close the bridge, we will row.”",
            "Make no mistake, if they close the bridge, we will row",
        ),
        (
            "“In the end,” Ruth Abel said, “when the ice came we walked over the river.”",
            "In the end, when the ice came we walked over the river",
        ),
        (
            "“The trouble with the harbour,” Ruth Abel said, “is that nobody dredges it.”",
            "The trouble with the harbour is that nobody dredges it",
        ),
        (
            "“If the ice goes out,” Ruth Abel said, “will they come and help us?”",
            "If the ice goes out, will they come and help us?",
        ),
        ("“We need more boats than the whole U.S.,” Ruth Abel said.", "We need more boats than the whole U.S."),
        ("Ruth Abel said: “actually, the third pillar had moved.”", "Actually, the third pillar had moved"),
        ("Ruth Abel said: “Furthermore, the third pillar had moved.”", "The third pillar had moved"),
        (
            "“The pumps need forty barrels of oil,” Ruth Abel said, “But they could run on less in a dry year.”",
            "The pumps need forty barrels of oil. But they could run on less in a dry year",
        ),
        (
            "“If the pumps fail in the night,” Ruth Abel said, “I will row to the mill by myself.”",
            "If the pumps fail in the night, I will row to the mill by myself",
        ),
        (
            "“The book that we all read,” Ruth Abel said, “The Mill at Orra, was out of print.”",
            "The book that we all read, The Mill at Orra, was out of print",
        ),
        ("“We have food,” Ruth Abel said, “and a violin for the winter.”", "We have food, and a violin for the winter"),
    ],
)
def test_the_comma_of_the_cue_goes_where_the_sentence_needs_none(text: str, words: str) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('He told me "go home" and laughed', "He told me ‘go home’ and laughed"),
        ("He told me “go home” and laughed", "He told me ‘go home’ and laughed"),
        ("He told me ''go home'' and laughed", "He told me ‘go home’ and laughed"),
        ("He told me 'go home, old man' and it's true", "He told me ‘go home, old man’ and it’s true"),
        ("the '90s, rock 'n' roll and the boys' dog", "the ’90s, rock ’n’ roll and the boys’ dog"),
        ("‘The pillar moved, and nobody looked", "The pillar moved, and nobody looked"),
        ("The pillar moved, and nobody looked’", "The pillar moved, and nobody looked"),
        ("‘The boys’ dog’ is a pub", "‘The boys’ dog’ is a pub"),
        ("That dog is the boys’", "That dog is the boys’"),
        ("a man of 5'10\"", "a man of 5'10\""),
    ],
)
def test_marks_inside_are_single_and_curly(text: str, words: str) -> None:
    assert in_single_marks(text) == words


@pytest.mark.parametrize(
    ("gap", "reason"), [("   ", "a mark between its words is lost"), (" – ", ""), (", ", ""), ("  ", "")]
)
def test_words_between_which_a_dash_was_lost_are_not_shown(gap: str, reason: str) -> None:
    said = f"“The fishermen of Orra{gap}forty of them in all{gap}lost their boats in the storm of May,” Ruth Abel said."
    one = next(one for one in find(Article(said)) if isinstance(one, Quotation))
    assert excerpt(one).reason == reason


@pytest.mark.parametrize(
    ("words", "shown"),
    [("We row on TV.", "We row on TV"), ("We row in the U.S.", "We row in the U.S."), ("We row.", "We row")],
)
def test_a_full_stop_goes_but_that_of_an_abbreviation(words: str, shown: str) -> None:
    assert display_text(words) == shown
