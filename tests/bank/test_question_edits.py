"""Changing and moving one question in a bank file: what is not changed stays as somebody wrote it."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizengine import BankError, Question
from quizengine.bank import moved_question, read_bank, replaced_question, with_question
from quizengine.extensions.shipped_types import quizengine_question_types

TYPES = {cls.type: cls for cls in quizengine_question_types()}
GOOD = sorted((Path(__file__).parents[1] / "banks" / "good").glob("*.yaml"))
BY_HAND_ONLY = {"json.yaml", "alias-of-a-list.yaml"}
"""Questions in brackets, and a question that others repeat parts of."""
BANK = """\
format: quizengine/1
title: Leaves and light
questions:

  # They know only these.
  - type: choice
    # from the book
    stem: Which gas do leaves take in?   # page 12
    answer: carbon dioxide
    distractors:
      - oxygen
      # the usual mistake
      - nitrogen
    tags: [leaves]

  # This one was hard last year.
  - type: true_false
    stem: Roots are green.
    answer: false   # mostly

# the end
"""


def questions(text: str | bytes) -> tuple[Question, ...]:
    data = text.encode() if isinstance(text, str) else text
    return read_bank(data, "bank.yaml", TYPES).quiz.questions


def changed(number: int, **fields: object) -> str:
    old = questions(BANK)[number]
    return replaced_question(BANK.encode(), "", TYPES, old.id, replace(old, id="", **fields)).decode()


def test_a_new_stem_changes_its_line_and_keeps_the_comment_behind_it() -> None:
    line = "    stem: Which gas do leaves take in?   # page 12\n"
    assert changed(0, stem="Which gas do leaves need?") == BANK.replace(
        line, "    stem: Which gas do leaves need?   # page 12\n"
    )


def test_a_field_that_is_new_comes_where_a_bank_has_it() -> None:
    assert changed(0, rationale="They need it.") == BANK.replace(
        "    tags: [leaves]\n", "    rationale: They need it.\n    tags: [leaves]\n"
    )


def test_comments_stay_when_their_field_is_changed_or_goes() -> None:
    after = changed(0, distractors=("oxygen", "helium"), tags=())
    assert "      # the usual mistake\n" in after and "    distractors: [oxygen, helium]\n" in after
    assert "tags" not in after and "# from the book" in after


def test_the_line_of_the_dash_may_be_the_one_that_changes() -> None:
    text = "format: quizengine/1\ntitle: T\nquestions:\n-   stem: Roots are green.\n    type: true_false\n"
    text += "    answer: false\n"
    [old] = questions(text)
    after = replaced_question(text.encode(), "", TYPES, old.id, replace(old, id="", stem="Roots are white."))
    assert after.decode() == text.replace("green", "white")


def test_a_question_of_another_type_takes_the_place_under_the_same_comment() -> None:
    old = questions(BANK)[0]
    other = TYPES["short_text"](stem="Which gas do leaves take in?", answer="carbon dioxide")
    after = replaced_question(BANK.encode(), "", TYPES, old.id, other).decode()
    assert questions(after)[0] == other
    assert "  # They know only these.\n  - type: short_text\n" in after and after.endswith("\n# the end\n")


def test_a_question_moves_with_the_comments_above_it() -> None:
    last = questions(BANK)[1]
    after = moved_question(BANK.encode(), "", TYPES, last.id, 0).decode()
    assert after.index("This one was hard") < after.index("They know only these")
    assert moved_question(after.encode(), "", TYPES, last.id, 1).decode() == BANK


def test_a_question_may_be_put_between_others() -> None:
    new = TYPES["true_false"](stem="Stems are green.", answer=True)
    after = with_question(BANK.encode(), "", TYPES, new, at=1).decode()
    assert questions(after)[1] == new
    assert "    tags: [leaves]\n\n  - type: true_false\n    stem: Stems are green.\n" in after


def test_a_question_like_another_one_is_refused() -> None:
    first, second = questions(BANK)
    with pytest.raises(BankError, match="cannot be changed"):
        replaced_question(BANK.encode(), "", TYPES, first.id, second)


@pytest.mark.parametrize("path", [path for path in GOOD if path.name not in BY_HAND_ONLY], ids=lambda path: path.stem)
def test_every_question_of_every_good_bank_can_be_changed_and_moved(path: Path) -> None:
    data = path.read_bytes()
    assert questions(data)
    for one in questions(data):
        new = replace(one, id="" if one.id == one.content_id else one.id, rationale="Because: “so” # it is.")
        after = replaced_question(data, path.name, TYPES, one.id, new)
        assert new in questions(after) and len(questions(after)) == len(questions(data))
        assert questions(moved_question(data, path.name, TYPES, one.id, 0))[0] == one
