"""A bank file gets another state or window, and all else in it stays as it was written."""

import pytest

from quizengine import BankError
from quizengine.bank import read_bank, with_availability, with_question
from quizengine.extensions.shipped_types import quizengine_question_types
from quizengine.quiz.availability import Availability, State

TYPES = {cls.type: cls for cls in quizengine_question_types()}
PLAIN = """\
# For 8b
format: quizengine/1
title: Ice

# The questions
questions:
  - {type: true_false, stem: Ice floats., answer: true}  # easy
"""
WINDOW = """\
format: quizengine/1
state: open  # since Monday
open_from: 2026-12-01 08:00
title: Ice
open_until: '2026-12-05'
questions:
  - {type: true_false, stem: Ice floats., answer: true}
"""


def changed(text: str, *availability) -> str:
    return with_availability(text.encode(), "ice.yaml", TYPES, Availability(*availability)).decode()


def test_a_state_is_added_above_the_questions_and_their_comments() -> None:
    added = changed(PLAIN, State.OPEN, "2026-12-01 08:00")
    assert added == PLAIN.replace("# The", 'state: open\nopen_from: "2026-12-01 08:00"\n# The')


def test_a_state_is_changed_where_it_stands_and_a_window_goes_with_its_line() -> None:
    expected = WINDOW.replace("open  #", "closed  #").replace("open_from: 2026-12-01 08:00\n", "")
    assert changed(WINDOW, State.CLOSED, "", "2026-12-06") == expected.replace("'2026-12-05'", '"2026-12-06"')


def test_what_was_added_goes_again() -> None:
    assert changed(changed(PLAIN, State.OPEN, "2026-12-01")) == PLAIN


def test_a_file_in_braces_is_left_to_its_author() -> None:
    with pytest.raises(BankError, match="edited by hand only"):
        changed("{format: quizengine/1, title: T, questions: [{type: true_false, stem: A., answer: true}]}", State.OPEN)


def test_the_first_question_of_a_draft_takes_the_place_of_the_empty_list() -> None:
    empty = b"format: quizengine/1\ntitle: Ice\nstate: draft\nquestions: []  # none yet\n"
    [question] = read_bank(PLAIN.encode(), "ice.yaml", TYPES).quiz.questions
    after = with_question(empty, "ice.yaml", TYPES, question)
    assert read_bank(after, "ice.yaml", TYPES).quiz.questions == (question,)
    assert b"questions:  # none yet\n" in after


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ("state: opened", "found the text “opened”, expected 'draft', 'ready', 'open' or 'closed'"),
        ("state: open\nopen_from: soon", "found `soon`, expected a day, or a day and a time, such as 2026-12-01 08:00"),
        (
            "state: open\nopen_from: 2026-12-02\nopen_until: 2026-12-01",
            "found the end of the window before its beginning",
        ),
        ("state: open\nopen_until: 5", "found `5`, expected a day"),
    ],
)
def test_a_state_or_a_window_that_cannot_be_read_hides_the_quiz(fields: str, words: str) -> None:
    read = read_bank(PLAIN.replace("title: Ice", f"title: Ice\n{fields}").encode(), "ice.yaml", TYPES)
    assert [words in str(finding) for finding in read.findings] == [True]
    assert read.quiz.availability == Availability(State.READY)
    assert len(read.quiz.questions) == 1


def test_only_a_draft_may_be_without_questions() -> None:
    text = "format: quizengine/1\ntitle: Ice\nstate: {}\nquestions: []\n"
    assert not read_bank(text.format("draft").encode(), "ice.yaml", TYPES).findings
    [finding] = read_bank(text.format("open").encode(), "ice.yaml", TYPES).findings
    assert "found an empty list" in str(finding)
