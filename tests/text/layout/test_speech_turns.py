"""Who says what in an interview is known by labels that come again or say what they are."""

import pytest

from quizengine import Article

INTERVIEW = """The mill stays

Elsa Holm has led the Orra cooperative since 2009.

Interviewer: How many members does it have?

Elsa Holm: The cooperative has 340 members.

Interviewer: Who founded it?

Elsa Holm: Gustav Lind founded it in 1931.
"""


def told(text: str) -> list[tuple[str, str]]:
    return [(turn.name, turn.words.text) for turn in Article.from_bytes(text.encode()).turns]


def test_labels_that_come_again_are_speakers() -> None:
    assert told(INTERVIEW) == [
        ("Interviewer", "How many members does it have?"),
        ("Elsa Holm", "The cooperative has 340 members."),
        ("Interviewer", "Who founded it?"),
        ("Elsa Holm", "Gustav Lind founded it in 1931."),
    ]


def test_a_label_is_no_part_of_the_sentence_behind_it() -> None:
    assert "The cooperative has 340 members." in [one.text for one in Article(INTERVIEW).paragraphs]


@pytest.mark.parametrize(("question", "answer"), [("Q: ", "A: "), ("Q. ", "A. "), ("QUESTION: ", "ANSWER: ")])
def test_questions_and_answers_are_turns(question: str, answer: str) -> None:
    text = INTERVIEW.replace("Interviewer: ", question).replace("Elsa Holm: ", answer)
    turns = Article(text).turns
    assert [turn.asks for turn in turns] == [True, False, True, False]
    assert [turn.answers for turn in turns] == [False, True, False, True]


@pytest.mark.parametrize(
    ("asking", "speaking"),
    [
        ("[00:01:12] Interviewer: ", "[00:01:20] Elsa Holm: "),
        ("Interviewer – ", "Elsa Holm – "),
        ("Interviewer:", "Elsa Holm:"),
        ("Interviewer: ", "Elsa Holm, engineer: "),
    ],
)
def test_labels_may_have_times_dashes_and_offices(asking: str, speaking: str) -> None:
    assert told(INTERVIEW.replace("Interviewer: ", asking).replace("Elsa Holm: ", speaking)) == told(INTERVIEW)


def test_speakers_may_be_numbered() -> None:
    text = INTERVIEW.replace("Interviewer: ", "Speaker 1: ").replace("Elsa Holm: ", "Speaker 2: ")
    assert [name for name, _ in told(text)] == ["Speaker 1", "Speaker 2", "Speaker 1", "Speaker 2"]


def test_turns_need_no_empty_line_between_them() -> None:
    assert told(INTERVIEW.replace("\n\nElsa Holm:", "\nElsa Holm:").replace("?\n\n", "?\n")) == told(INTERVIEW)


def test_a_short_form_of_a_name_is_the_same_speaker() -> None:
    text = "The mill\n\nRuth Abel: It is old.\n\nPeter Oduya: It is new.\n\nAbel: It is not."
    assert [name for name, _ in told(text)] == ["Ruth Abel", "Peter Oduya", "Abel"]


@pytest.mark.parametrize(
    "text",
    [
        "The crew\n\nRuth Abel: captain since 1985.\n\nPeter Oduya: engineer.\n\nIda Lund: cook.",
        "The mill\n\nNote: It is old.\n\nNote: It is new.\n\nNote: It fell.",
        "The mill\n\nOrra – It is old.\n\nSenn – It is new.\n\nOrra – It fell.",
        "The mill\n\nWarning: It is old.\n\nIt fell.",
        "The mill\n\nThe mayor said: It is old.\n\nThe mayor said: It fell.\n\nThe baker said: It is new.",
    ],
)
def test_lists_and_sentences_with_colons_are_no_turns(text: str) -> None:
    assert told(text) == []
