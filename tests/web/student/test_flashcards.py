"""What a student missed can be practised again, also as an Anki deck; never with a key that turned out wrong."""

import re

import pytest
from anki.collection import Collection, ImportAnkiPackageRequest

from quizengine.quiz.parts import Option

WHEEL, STREAM = (Option.of(text).id for text in ("The wheel had burned.", "The stream ran dry."))


@pytest.fixture
def missed(student, teacher, right, fill):
    """An attempt in a class with the first question wrong, the third and later ones empty; its address and the code."""
    code = teacher.open_class("class")
    attempt = student.join(code)
    student.send(f"{attempt}/1", fill(1, {"answer": (WHEEL,)}))
    student.send(f"{attempt}/2", right[1])
    student.send(f"{attempt}/submit")
    return attempt, code


def test_the_missed_questions_are_an_anki_deck(student, missed, tmp_path):
    attempt, _ = missed
    assert f'href="{attempt}/missed.apkg"' in student.get(f"{attempt}/result").text
    package = tmp_path / "missed.apkg"
    package.write_bytes(student.get(f"{attempt}/missed.apkg").data)
    collection = Collection(str(tmp_path / "collection.anki2"))
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package)))
    cards = [collection.get_card(ident).render_output().question_text for ident in collection.find_cards("")]
    collection.close()
    assert any("Why did the brothers buy a steam engine?" in card for card in cards)
    assert not any("Who is named in the article?" in card for card in cards)


def test_a_question_with_another_key_is_not_practised(student, teacher, missed, quiz):
    attempt, code = missed
    assert "Try the 7 I missed" in student.get(f"{attempt}/result").text
    form = {"part-1": Option.of("Paper had become dear.").id, "points": "1", "treatment": "marked", "then": "apply"}
    teacher.send(f"/teacher/classes/{code}/questions/{quiz.questions[0].id}/marking", form)
    assert "Try the 6 I missed" in student.get(f"{attempt}/result").text
    again = student.send(f"{attempt}/retry")
    assert re.search(r"<title>Question 1 of 6", again)
    assert "steam engine" not in again


def test_nobody_has_a_deck_before_the_answers_are_shown(student, other, teacher, right):
    code = teacher.open_class("test")
    attempt = student.join(code)
    assert student.get(f"{attempt}/missed.apkg").status_code == 303
    student.send(f"{attempt}/submit")
    assert student.get(f"{attempt}/missed.apkg").location == f"{attempt}/result"
    teacher.send(f"/teacher/classes/{code}/close")
    assert student.get(f"{attempt}/missed.apkg").status_code == 200
    assert other.get(f"{attempt}/missed.apkg").status_code == 404
