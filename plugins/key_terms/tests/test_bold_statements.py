"""What a term in bold does, and what happens in it, is asked openly."""

import pytest
from asked_terms import asked_openly, in_markdown_openly


@pytest.mark.parametrize(
    ("told", "stem", "answer"),
    [
        (
            "A **charter** gives a town the right to hold a market for a year.",
            "What does a charter do?",
            "A charter gives a town the right to hold a market for a year.",
        ),
        (
            "An enzyme called **ligase** seals the gaps between two pieces; without it they fall apart.",
            "What does ligase do?",
            "Ligase seals the gaps between two pieces.",
        ),
        (
            "Another enzyme, RNA **primase**, makes a short strand of RNA.",
            "What does RNA primase do?",
            "RNA primase makes a short strand of RNA.",
        ),
        (
            "**Stoicism** taught that people should accept what they cannot change.",
            "What did Stoicism teach?",
            "Stoicism taught that people should accept what they cannot change.",
        ),
        (
            "One abuse is **block voting**, in which all members of a guild elect the same person (Holm 2005).",
            "What happens in block voting?",
            "In block voting, all members of a guild elect the same person.",
        ),
        (
            "This led to **open mills**, where grain is ground for everybody.",
            "What characterizes open mills?",
            "In open mills, grain is ground for everybody.",
        ),
        (
            "In **night walking**, or noctambulism, the sleeper leaves the bed without waking.",
            "What happens in night walking?",
            "In night walking, the sleeper leaves the bed without waking.",
        ),
    ],
)
def test_what_is_said_of_a_term_in_bold_is_asked_for(told: str, stem: str, answer: str) -> None:
    assert (stem, answer) in in_markdown_openly(f"# Work\n\n{told}\n")


@pytest.mark.parametrize(
    "told",
    [
        "A **charter** gave a town the right to hold a market for a year.",  # once
        "The **Moon** provides light for boats in the night.",  # a name, which is told of in passing
        "Each carved out a **free zone**, where they could sell grain at high prices.",  # who?
        "Some tried **block voting**, in which all members voted for one man.",  # once
        "A **charter** does not give a town the right to hold a market.",
    ],
)
def test_nothing_is_asked_of_what_was_so_once_or_is_not_clear(told: str) -> None:
    assert in_markdown_openly(f"# Work\n\n{told}\n") == []


def test_a_name_that_a_sentence_opens_with_need_not_be_in_bold() -> None:
    told = "A protein called actin pulls the two ends of a cell together."
    assert asked_openly(f"Cells\n\n{told}\n") == [
        ("What does actin do?", "Actin pulls the two ends of a cell together."),
    ]
