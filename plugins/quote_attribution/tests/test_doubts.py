"""Words are given to nobody where the article does not state who says them, and else to the one who does."""

import pytest

from quizengine import Article
from quizengine_quote_attribution import Quotation, find

PIER = "Ruth Abel met Tomas Lindqvist at the pier.\n\n"


def speakers(text: str) -> list[str]:
    return [one.name for one in find(Article(PIER + text)) if isinstance(one, Quotation)]


@pytest.mark.parametrize(
    "text",
    [
        "“The pumps failed in the night,” Abel quoted Lindqvist as saying.",
        "“The pumps failed in the night,” Abel said Lindqvist told her.",
        "“The pumps failed in the night,” Abel would say.",
        "“The pumps failed in the night,” said Abel and Lindqvist.",
        "“The pumps failed in the night,” Abel and other engineers said.",
        "“The pumps failed in the night,” Abel’s statement said.",
        "“The pumps failed in the night,” said a friend of Abel.",
        "“Did the pumps fail in the night?” Abel was asked.",
        "Abel was told by Lindqvist: “The pumps failed in the night.”",
        "Abel never said, “The pumps failed in the night.”",
        "Abel did not say, “The pumps failed in the night.”",
        "Abel denied saying, “The pumps failed in the night.”",
        "If Abel says, “The pumps failed in the night,” we believe her.",
        "Abel hopes Lindqvist will say, “The pumps failed in the night.”",
        "Abel asked whether Lindqvist had said, “The pumps failed in the night.”",
        "Abel invited voters to say, “The pumps failed in the night.”",
        "Abel mocked Lindqvist’s slogan, “The pumps failed in the night.”",
        "Abel cited a report by Lindqvist: “The pumps failed in the night.”",
        "Abel read a letter from Lindqvist that said, “The pumps failed in the night.”",
        "A sign near Abel read: “The pumps failed in the night.”",
        "Abel’s critics say, “The pumps failed in the night.”",
        "The man behind Abel said: “The pumps failed in the night.”",
        "Abel proclaimed herself “Keeper of the Seven Pumps of the Bay.”",
    ],
)
def test_what_nobody_states_is_nobodys(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Abel recalled what Lindqvist had told her: “The pumps failed in the night.”", "Tomas Lindqvist"),
        ("As Lindqvist listened, Abel said, “The pumps failed in the night.”", "Ruth Abel"),
        ("Abel told Lindqvist on Monday, “The pumps failed in the night.”", "Ruth Abel"),
        ("Abel laughed when Lindqvist said, “The pumps failed in the night.”", "Tomas Lindqvist"),
        ("Abel, who had heard Lindqvist, said: “The pumps failed in the night.”", "Ruth Abel"),
        ("Speaking for Abel, Lindqvist said: “The pumps failed in the night.”", "Tomas Lindqvist"),
        ("Abel’s lawyer, Tomas Lindqvist, said: “The pumps failed in the night.”", "Tomas Lindqvist"),
        ("Abel met Lindqvist, saying, “The pumps failed in the night.”", "Ruth Abel"),
        ("Abel went on to say, “The pumps failed in the night.”", "Ruth Abel"),
        ("“The pumps failed in the night,” wrote Abel’s deputy, Tomas Lindqvist.", "Tomas Lindqvist"),
        ("“The pumps failed in the night,” said Abel and left the room.", "Ruth Abel"),
        ("When the pumps failed, Abel released the following statement: “Nobody slept that night.”", "Ruth Abel"),
        ("“The pumps failed in the night,” said London-based engineer Ruth Abel, looking at Lindqvist.", "Ruth Abel"),
        ("“The pumps failed again last night,” Abel told Lindqvist when asked about them.", "Ruth Abel"),
    ],
)
def test_the_one_who_says_it_is_found_among_others(text: str, name: str) -> None:
    assert speakers(text) == [name]
