"""The page for the wall shows how to join and how many have; no page that may be on the wall shows a student's code."""

import re

CODE = re.compile(r"[A-Z2-9]{3}-[A-Z2-9]{3}-[A-Z2-9]{3}")


def words_of(page: str) -> str:
    body = page[page.index("<main") :]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_the_projected_page_shows_the_way_in_and_counts_and_nothing_else(student, other, teacher, right):
    code = teacher.open_class("class")
    attempt = student.join(code, "Ada Quill")
    other.join(code, "Ben Marsh")
    student.send(f"{attempt}/1", right[0])
    student.send(f"{attempt}/submit")
    page = teacher.get(f"/teacher/classes/{code}/projector").text
    shown = f"{code[:3]}-{code[3:]}"
    assert words_of(page) == (
        f"How students join Open this address http://localhost/join/{code} or enter this class code on the first page "
        f"{shown} Only this computer can open this address. The page of the class says how to let in other devices. "
        "joined 2 handed in 1 Refresh Back to the class Sign out"
    )
    for secret in ("Ada", "Ben", "paper mill", "points", attempt.rsplit("/", 1)[1]):
        assert secret not in page


def test_the_projected_page_of_a_closed_class_invites_nobody(teacher):
    code = teacher.open_class("class")
    teacher.send(f"/teacher/classes/{code}/close")
    page = teacher.get(f"/teacher/classes/{code}/projector").text
    assert "This class is closed" in page
    assert code not in words_of(page)


def test_who_ran_out_of_time_counts_as_handed_in(student, teacher, store):
    code = teacher.open_class("class", "5")
    student.join(code)
    with store.batch.writing() as connection:
        connection.execute("UPDATE attempts SET deadline = '2020-01-01T00:00:00.000+00:00'")
    assert "joined 1 handed in 1" in words_of(teacher.get(f"/teacher/classes/{code}/projector").text)


def test_a_student_s_code_is_shown_on_request_alone(student, teacher):
    code = teacher.open_class("class", "5")
    attempt = student.join(code, "Ada Quill")
    own = CODE.search(student.get(f"{attempt}/1").text)[0]
    addresses = ("/teacher", "/teacher/classes", f"/teacher/classes/{code}", f"/teacher/classes/{code}/projector")
    for address in (*addresses, "/teacher/results", "/teacher/reports", f"/teacher/classes/{code}/close"):
        page = teacher.get(address).text
        assert CODE.search(page) is None, address
        assert own.replace("-", "") not in page, address
    asked = re.search(r'href="(/teacher/classes/[^"]+/students/[^"]+)"', teacher.get(f"/teacher/classes/{code}").text)[
        1
    ]
    assert own in teacher.get(asked).text
    assert student.get(asked).status_code == 403


def test_a_code_is_asked_for_in_its_own_class(student, other, teacher):
    code, elsewhere = teacher.open_class("class"), teacher.open_class("class")
    attempt = student.join(code).rsplit("/", 1)[1]
    alone = other.begin().rsplit("/", 1)[1]
    assert teacher.get(f"/teacher/classes/{code}/students/{attempt}").status_code == 200
    assert teacher.get(f"/teacher/classes/{elsewhere}/students/{attempt}").status_code == 404
    assert teacher.get(f"/teacher/classes/{code}/students/{alone}").status_code == 404
