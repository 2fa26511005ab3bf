"""What is said of single options is read beside the option that was chosen, once the attempt is submitted."""

import html

from quizengine.quiz.parts import Option

SAID = "The fire came twenty years later."


def submitted(student, fill, chosen: str) -> str:
    attempt = student.begin()
    assert SAID not in student.get(f"{attempt}/1").text
    student.send(f"{attempt}/1", fill(1, {"answer": (Option.of(chosen).id,)}))
    return html.unescape(student.send(f"{attempt}/submit"))


def test_who_chose_the_option_reads_what_is_said_of_it(student, fill) -> None:
    assert SAID in submitted(student, fill, "The wheel had burned.")


def test_who_chose_another_one_does_not(student, fill) -> None:
    assert SAID not in submitted(student, fill, "Paper had become dear.")


def test_the_teacher_reads_it_beside_the_key(teacher) -> None:
    assert SAID in html.unescape(teacher.get("/teacher/quizzes/paper-mill").text)
