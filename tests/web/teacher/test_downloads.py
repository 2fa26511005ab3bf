"""A quiz as a file: what each format would lose is said before the download."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from quizengine.desk.library import Library
from quizengine.extensions.losses import Loss
from quizengine.extensions.records import Format
from quizengine.quiz.quiz import Quiz
from quizengine.web import create_app
from tests.web.conftest import TOKEN

PAGE = "/teacher/quizzes/paper-mill/download"


def with_format(form: Format, engine, library: Library, store):
    """A teacher's browser before an app that has one more format."""
    formats = {**engine.registry.formats, form.name: form}
    more = replace(engine, registry=replace(engine.registry, formats=formats))
    client = create_app(more, library, store, secret_key=b"k" * 32, teacher_token=TOKEN).test_client()
    client.get(f"/teacher?token={TOKEN}")
    return client


def test_the_yaml_that_is_taken_away_gives_the_quiz_back(teacher, engine, quiz: Quiz) -> None:
    answer = teacher.get("/teacher/quizzes/paper-mill/files/yaml")
    assert answer.headers["Content-Disposition"] == "attachment; filename=paper-mill.yaml"
    read = engine.registry.formats["yaml"].read
    assert read(answer.data, "paper-mill.yaml", engine.registry.question_types).quiz == quiz


@pytest.mark.parametrize("address", ["/teacher/quizzes/none/files/yaml", "/teacher/quizzes/paper-mill/files/none"])
def test_there_is_no_file_of_what_is_not_there(teacher, address: str) -> None:
    assert teacher.get(address).status_code == 404


def test_every_format_that_writes_is_offered_with_what_it_would_lose(teacher, engine) -> None:
    assert PAGE in teacher.get("/teacher/quizzes/paper-mill").text
    page, formats = teacher.get(PAGE).text, engine.registry.formats
    assert formats
    for name, form in formats.items():
        assert (f"/files/{name}" in page) is bool(form.write)
    assert "Everything is kept." in page and "left out: " in page and "marked differently: " in page
    assert page.index("YAML") < page.index("Moodle XML") < page.index("PDF, key sheet")


def test_the_formats_of_plugins_are_offered_too(engine, library: Library, store) -> None:
    plain = Format("plain", ".txt", write=lambda quiz: b"x", losses=lambda quiz: [Loss("no evidence")])
    client = with_format(plain, engine, library, store)
    page = client.get(PAGE).text
    assert "Other formats" in page and "quiz simplified: no evidence" in page
    assert client.get("/teacher/quizzes/paper-mill/files/plain").data == b"x"


def test_a_format_that_would_leave_out_every_question_is_not_offered(engine, library: Library, store, quiz) -> None:
    lost = [Loss("all", effect="drops", number=number) for number in range(1, len(quiz.questions) + 1)]
    none = Format("none", ".txt", write=lambda quiz: b"", losses=lambda quiz: lost)
    page = with_format(none, engine, library, store).get(PAGE).text
    assert "<strong>none</strong>" in page and "/files/none" not in page


def test_a_format_that_fails_says_so_and_the_others_can_be_taken(engine, library: Library, store) -> None:
    broken = Format("broken", ".txt", write=lambda quiz: b"" + quiz.title, losses=lambda quiz: quiz.none)
    client = with_format(broken, engine, library, store)
    page = client.get(PAGE)
    assert page.status_code == 200
    assert (
        "This format cannot write the quiz." in page.text
        and "format broken: failed at tests/web/teacher/test_downloads.py, line " in page.text
    )
    assert client.get("/teacher/quizzes/paper-mill/files/yaml").status_code == 200
    assert "Traceback" not in client.get("/teacher/quizzes/paper-mill/files/broken").text


def test_a_format_that_fails_while_it_writes_says_so_beside_the_others(engine, library: Library, store) -> None:
    broken = Format("broken", ".txt", write=lambda quiz: bytes(1 // 0))
    client = with_format(broken, engine, library, store)
    answer = client.get("/teacher/quizzes/paper-mill/files/broken")
    assert answer.status_code == 422
    assert "This format cannot write the quiz." in answer.text and "/files/yaml" in answer.text
    assert re.search(
        r"format broken: failed at tests/web/teacher/test_downloads.py, line \d+: ZeroDivisionError", answer.text
    )


def test_a_key_never_has_the_file_name_of_its_sheet(teacher, engine) -> None:
    endings = {name: form.ending for name, form in engine.registry.formats.items()}
    keys = [name for name in endings if name.endswith("-key")]
    assert len(keys) == 4
    assert all(endings[name] == f"-key{endings[name.removesuffix('-key')]}" for name in keys)
    answer = teacher.get("/teacher/quizzes/paper-mill/files/text-key")
    assert answer.headers["Content-Disposition"] == "attachment; filename=paper-mill-key.txt"


def test_the_page_says_which_files_hold_no_keys(teacher, engine) -> None:
    given = {name for name, form in engine.registry.formats.items() if form.for_students}
    assert given == {"html", "html-large", "pdf", "pdf-large", "docx", "text"}
    assert teacher.get(PAGE).text.count("<strong>without keys</strong>") == len(given)


def test_what_a_format_is_stands_apart_from_its_ending(teacher) -> None:
    page = re.sub(r"<[^>]+>", "", teacher.get(PAGE).text)
    assert ".yaml All of a quiz" in page and "without keys A sheet" in page


def test_forms_for_paper_have_key_sheets_in_their_own_order(teacher) -> None:
    page = teacher.get(PAGE).text
    addresses = re.findall(r'href="(/teacher/quizzes/paper-mill/forms/[^"]+)"', page)
    assert len(addresses) == 15
    large = teacher.get("/teacher/quizzes/paper-mill/forms/B/pdf-large")
    assert large.headers["Content-Disposition"] == "attachment; filename=paper-mill-B-large.pdf"
    texts = {}
    for form in ("docx", "docx-key"):
        for letter in "AB":
            answer = teacher.get(f"/teacher/quizzes/paper-mill/forms/{letter}/{form}")
            assert answer.headers["Content-Disposition"].startswith(f"attachment; filename=paper-mill-{letter}")
            lines = [paragraph.text for paragraph in Document(BytesIO(answer.data)).paragraphs]
            asked = [line for line in lines if re.match(r"\d+\. ", line)]
            texts[form, letter] = [re.sub(r" \(.*", "", line) for line in asked]
    assert texts["docx", "A"] != texts["docx", "B"]
    assert sorted(line.partition(" ")[2] for line in texts["docx", "A"]) == sorted(
        line.partition(" ")[2] for line in texts["docx", "B"]
    )


@pytest.mark.parametrize("place", ["D/pdf", "A/yaml", "A/none"])
def test_there_are_no_other_forms(teacher, place: str) -> None:
    assert teacher.get(f"/teacher/quizzes/paper-mill/forms/{place}").status_code == 404
