"""A quotation without a verb beside it belongs to whoever the sentence before names as speaking, and to nobody else."""

import pytest

from quizengine import Article
from quizengine_quote_attribution import Quotation, find

PIER = "Ruth Abel met Tomas Lindqvist at the pier.\n\n"
WORDS = "“The pumps in the harbour failed in the night.”"


def speakers(text: str) -> list[str]:
    return [one.name for one in find(Article(PIER + text)) if isinstance(one, Quotation)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Abel said that Lindqvist had bought more boats. {WORDS}", "Ruth Abel"),
        (f"Lindqvist told the council that the ferry was late.\n\n{WORDS}\n", "Tomas Lindqvist"),
        (f"Abel said that Lindqvist had bought boats. {WORDS[:-2]},” she added.", "Ruth Abel"),
        (f"Lindqvist said that he had met Peter Oduya.\n\n{WORDS[:-2]},” he said.", "Tomas Lindqvist"),
    ],
)
def test_the_one_who_speaks_in_the_sentence_before_goes_on(text: str, name: str) -> None:
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            f"Lindqvist blamed Peter Oduya for it and said the pumps would fail. {WORDS[:-2]},” he said.",
            "Lindqvist",
        ),
        (f"Lindqvist’s council met. Even Peter Oduya, Lindqvist’s friend, was tired. {WORDS[:-2]},” he said.", "Oduya"),
    ],
)
def test_a_pronoun_means_the_subject_of_the_sentence_before(text: str, name: str) -> None:
    assert [full.split()[-1] for full in speakers(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        f"Oduya said he mended the pumps only because Lindqvist agreed to pay. ({WORDS[:-2]},” he said.)",
        f"Oduya said he mended the pumps only because Lindqvist agreed to pay. {WORDS[:-2]},” he said.",
    ],
)
def test_a_pronoun_means_the_one_who_speaks_in_the_sentence_before_and_nobody_named_inside_it(text: str) -> None:
    assert speakers(f"Peter Oduya owns a boat.\n\n{text}") == ["Peter Oduya"]


def test_words_behind_somebody_described_who_speaks_are_not_those_of_a_man_named_inside() -> None:
    text = f"The old captain said he mended the pumps only because Lindqvist agreed to pay. {WORDS[:-2]},” he said."
    assert speakers(text) == []


def test_a_pronoun_behind_a_sentence_with_two_others_is_left_open() -> None:
    text = f"“Nobody rang,” Lindqvist said. Peter Oduya thanked Simon Marsh for the boats. {WORDS[:-2]},” he said."
    assert "Peter Oduya" not in speakers(text)


def test_a_statement_speaks_for_its_owner() -> None:
    assert speakers(f"Abel’s statement added, {WORDS}") == ["Ruth Abel"]


def test_a_paragraph_of_quoted_words_goes_on_with_the_one_before() -> None:
    text = f"“Nobody rang the bell in the night,” Abel told the council.\n\n{WORDS}\n"
    assert speakers(text) == ["Ruth Abel", "Ruth Abel"]


@pytest.mark.parametrize(
    "text",
    [
        f"Abel never said that the pumps were new. {WORDS}",
        f"Abel walked to the harbour with Lindqvist. {WORDS}",
        f"Abel said that Lindqvist had asked for boats. Nobody answered. {WORDS}",
        f"Abel said that it was late. A sign read {WORDS}",
        f"Abel and Lindqvist said that it was late. {WORDS}",
        f"Abel said that Lindqvist had complained of the noise. {WORDS}",
    ],
)
def test_a_sentence_that_leaves_it_open_gives_the_words_to_nobody(text: str) -> None:
    assert speakers(text) == []


SAID = "“Nobody rang the bell in the night,” Abel told the council.\n\n"


def test_a_quotation_that_opens_a_paragraph_goes_on_with_the_one_before() -> None:
    text = f"{SAID}{WORDS} Currently, Orra has six harbours and four mills.\n"
    assert speakers(text) == ["Ruth Abel", "Ruth Abel"]


@pytest.mark.parametrize(
    "behind",
    [
        "Peter Oduya is a baker in Orra.",
        "The engineer did not tell anybody when.",
        "That was the answer of the mills.",
        "One sign read “No boats”.",
    ],
)
def test_it_does_not_where_the_sentence_behind_it_may_tell_of_another_speaker(behind: str) -> None:
    assert speakers(f"{SAID}{WORDS} {behind}\n") == ["Ruth Abel"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"Abel, a weaver in Orra, was dubious about the boats. {WORDS}", ["Ruth Abel"]),
        (f"Abel was never sceptical about the boats. {WORDS}", []),
        (f"Abel was hungry in the harbour. {WORDS}", []),
    ],
)
def test_the_words_of_somebody_show_what_the_sentence_before_says_of_that_one(text: str, names: list[str]) -> None:
    assert speakers(text) == names


def test_an_engineer_who_is_the_subject_by_name_says_what_follows() -> None:
    text = "Pushing his child’s boat, electrical engineer Eivind Moss is more cautious."
    assert speakers(f"“Nobody rang,” Lindqvist said.\n\n{text} {WORDS[:-2]},” he said.") == ["Eivind Moss"]
