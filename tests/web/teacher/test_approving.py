"""A teacher reads a draft, takes out what is weak, adds what was left out, and keeps the quiz while it is served."""

import html
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask

from quizengine.desk.drafting import DraftFolder
from quizengine.desk.drafting.worker import DONE, Worker
from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.store import Store
from quizengine.system.file_lock import FileLock
from quizengine.web import create_app

TOKEN = "a-token-for-the-teacher-alone"
QUIZ = "/teacher/quizzes/troops"
REVIEW = f"{QUIZ}/review"
BANK = """\
format: quizengine/1
title: Rivers
state: open
questions:
  - {type: short_text, stem: Which river?, answer: Elbe}
"""


@pytest.fixture(scope="module")
def worker(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> "tuple[Worker, Path, DraftFolder]":
    """What makes drafts for all these tests, with its working folder and where it leaves them.

    As a process of its own it is in `torture/test_drafting.py`.
    """
    folder, place = tmp_path_factory.mktemp("folder"), tmp_path_factory.mktemp("drafts")
    (folder / "seeds").mkdir()
    shutil.copy(checkout / "seeds" / "north-korean-troops.txt", folder / "seeds" / "troops.txt")
    return Worker(lambda words: None, str(place), str(folder), "45"), folder, DraftFolder(place)


@pytest.fixture
def article_folder(worker) -> Iterator[Path]:
    """A working folder with the article on North Korean troops and no bank; the draft is there."""
    maker, folder, _ = worker
    while maker.answer(b"") == DONE:
        pass
    yield folder
    shutil.rmtree(folder / "question_banks", ignore_errors=True)


@pytest.fixture
def app(worker, article_folder: Path, store: Store) -> Flask:
    """An app as it is served."""
    engine, drafts = start(article_folder), worker[2]
    library = open_library(engine, drafts.draft)
    return create_app(engine, library, store, secret_key=b"k" * 32, teacher_token=TOKEN, drafts=drafts)


@pytest.fixture
def more_of(worker) -> Callable[..., str]:
    """The page with more questions, when they have been looked for."""

    def looked_for(teacher) -> str:
        if teacher.get(f"{QUIZ}/more").status_code == 202:
            assert worker[0].answer(b"") == DONE
        answer = teacher.get(f"{QUIZ}/more")
        assert answer.status_code == 200
        return answer.text

    return looked_for


def bank(folder: Path) -> str:
    return (folder / "question_banks" / "troops.yaml").read_text()


def offered(page: str, words: str) -> str:
    """The id of the question on offer whose section holds these words."""
    section = next(part for part in html.unescape(page).split("<details")[1:] if words in part)
    found = re.search(r'name="question" value="([^"]+)"', section)
    assert found is not None
    return found[1]


def seen(page: str) -> dict[str, str]:
    """The field in which a page sends along the version of the quiz that it shows."""
    found = re.search(r'name="seen" value="([^"]+)"', page)
    assert found is not None
    return {"seen": found[1]}


def act(page: str, name: str, number: int) -> str:
    """Where a button leads that does something to a question: the button's number among those on the page."""
    return re.findall(rf'formaction="([^"]+/{name})"', page)[number - 1]


def drop(page: str, number: int) -> str:
    return act(page, "drop", number)


def keep(page: str, number: int) -> str:
    return act(page, "keep", number)


def test_a_draft_is_kept_when_each_of_its_questions_is(teacher, article_folder: Path) -> None:
    page = teacher.get(REVIEW).text
    total = page.count('data-key="k"')
    assert f"0 of {total} questions read" in teacher.get("/teacher").text
    page = teacher.send(act(page, "keep", 1), seen(page))
    assert bank(article_folder).startswith("format: quizengine/1\n")
    quiz = teacher.get(QUIZ).text
    assert f"1 of {total} questions are read." in quiz
    assert re.findall(r'<a class="button" href="[^"]+/(\w+)"', quiz) == ["review"]  # the one thing to do next
    headers, led = {"Origin": "http://localhost"}, ""
    while 'data-key="k"' in page:
        assert "All questions are read" not in page and "all-read" not in led
        led = teacher.post(act(page, "keep", 1), data=seen(page), headers=headers).location
        page = teacher.get(led).text
    assert "All questions are read" in page and led.endswith("#all-read")  # where it is opened to students
    assert '<div class="notice" id="all-read"' in page
    assert "questions read" not in teacher.get("/teacher").text


def test_one_more_question_comes_from_the_article_to_be_read(teacher, more_of) -> None:
    more_of(teacher)
    page = teacher.get(REVIEW).text
    total = page.count('data-key="k"')
    page = teacher.send(f"{REVIEW}/more", seen(page))
    assert f"0 of {total + 1} questions read" in page and "Added, as the last question. Read it." in page
    page = teacher.send(drop(page, total + 1), seen(page))
    assert page.count('data-key="k"') == total


def test_the_teacher_reads_how_usable_the_questions_of_a_draft_and_those_on_offer_are(teacher, more_of) -> None:
    page = teacher.get(REVIEW).text
    assert "questions of this kind can be used as they stand" in page
    assert "questions of this kind can be used as they stand" in more_of(teacher)
    teacher.send(drop(page, 1), seen(page))
    more_of(teacher)  # beside the quiz that is a file by now
    assert "questions of this kind can be used as they stand" in teacher.get(QUIZ).text


def test_the_questions_on_offer_are_listed_by_how_usable_they_are(teacher, more_of) -> None:
    headings = re.findall(r"<h2>([^<]+?) <span", more_of(teacher))
    assert headings[0] == "Figures that do not add up"
    tenths = [int(one) for heading in headings for one in re.findall(r"^About (\d+) in 10", heading)]
    assert len(tenths) > 2 and tenths == sorted(tenths, reverse=True)


def test_another_form_of_a_question_that_is_asked_is_marked_so(more_of, teacher) -> None:
    assert "asked already, in another form" in more_of(teacher)


def test_a_question_is_taken_out_and_put_back(teacher, article_folder: Path, more_of) -> None:
    page = teacher.get(REVIEW).text
    stem = html.unescape(re.findall(r'<h3 class="stem kept">([^<]+)', page)[0])
    address = drop(page, 1)
    assert "Dropped." in teacher.send(address, seen(page))
    assert stem not in bank(article_folder)
    more = more_of(teacher)
    form = seen(more) | {"question": offered(more, stem)}
    assert "Added as the last question." in teacher.send(f"{QUIZ}/questions", form)
    assert stem in bank(article_folder)


def test_figures_that_do_not_add_up_become_a_question(teacher, article_folder: Path, more_of) -> None:
    more = html.unescape(more_of(teacher))
    assert "10,000 × $2,000 × 12 = $240 million, where the article says “$200 million”" in more
    assert "It is based on “approximately 10,000” and “$2,000”." in more
    form = seen(more) | {"question": offered(more, "By the article’s own figures"), "instead": "yes"}
    assert "By the article’s own figures" in teacher.send(f"{QUIZ}/questions", form)
    assert "answer: 240000000\n" in bank(article_folder)


def test_what_cannot_stand_beside_another_question_is_not_added(teacher, article_folder: Path, more_of) -> None:
    more = more_of(teacher)
    form = seen(more) | {"question": offered(more, "By the article’s own figures")}
    answer = teacher.send(f"{QUIZ}/questions", form)
    assert "Nothing was changed" in answer
    assert not (article_folder / "question_banks").exists()


def test_a_question_that_is_not_looked_for_yet_is_not_added(article_folder: Path, tmp_path_factory) -> None:
    drafts, engine = DraftFolder(tmp_path_factory.mktemp("drafts")), start(article_folder)
    [article] = open_library(engine, drafts.draft).waiting
    drafts.keep_draft(article, engine.draft(article))
    library = open_library(engine, drafts.draft)
    [quiz] = [entry.quiz for entry in library.entries if entry.draft]
    with closing(Store(article_folder / "attempts.db")) as store:
        app = create_app(engine, library, store, secret_key=b"k" * 32, teacher_token=TOKEN, drafts=drafts)
        teacher = app.test_client()
        teacher.get(f"/teacher?token={TOKEN}")
        waiting = teacher.get(f"{QUIZ}/more")
        assert waiting.status_code == 202
        assert "is being searched" in waiting.text and "Refresh" in waiting.text
        headers = {"Origin": "http://localhost"}
        answer = teacher.post(
            f"{QUIZ}/questions", data=seen(teacher.get(REVIEW).text) | {"question": "q-any"}, headers=headers
        )
    assert answer.status_code == 409 and "The question was not added" in answer.text
    assert re.search(
        rf'action="{QUIZ}/questions">.*name="question" value="q-any".*Send again</button>', answer.text, re.DOTALL
    )
    assert [asked.id for _, _, asked in drafts.requests()] == [quiz.id]
    assert not (article_folder / "question_banks").exists()


def test_a_draft_in_the_making_is_shown_to_the_teacher_and_not_to_students(
    article_folder: Path, tmp_path_factory
) -> None:
    drafts, engine = DraftFolder(tmp_path_factory.mktemp("drafts")), start(article_folder)
    library = open_library(engine, drafts.draft)
    [article] = library.waiting
    with closing(Store(article_folder / "attempts.db")) as store:
        app = create_app(engine, library, store, secret_key=b"k" * 32, teacher_token=TOKEN, drafts=drafts)
        teacher, student = app.test_client(), app.test_client()
        teacher.get(f"/teacher?token={TOKEN}")
        page = teacher.get("/teacher").text
        assert "draft: being made" in page and "North Korean Troops" in page
        assert "North Korean Troops" not in student.get("/").text
        assert student.get("/quizzes/troops").status_code == 404
        drafts.keep_draft(article, engine.draft(article))
        assert "draft: being made" not in teacher.get("/teacher").text
        assert "North Korean Troops" in teacher.get("/teacher").text
        assert "North Korean Troops" not in student.get("/").text
        assert student.get("/quizzes/troops").status_code == 404


def test_what_is_not_on_offer_is_not_found(teacher, more_of) -> None:
    headers, form = {"Origin": "http://localhost"}, seen(more_of(teacher))
    other = form | {"question": "q-other"}
    assert teacher.post(f"{QUIZ}/questions", data=other, headers=headers).status_code == 404
    assert teacher.post(f"{QUIZ}/questions", data=form, headers=headers).status_code == 404
    assert teacher.post(f"{REVIEW}/q-other/drop", data=form, headers=headers).status_code == 404
    assert teacher.get("/teacher/quizzes/none/more").status_code == 404


def test_a_file_in_the_way_is_named_and_stays(teacher, article_folder: Path) -> None:
    (article_folder / "question_banks").mkdir()
    (article_folder / "question_banks" / "troops.yaml").write_text("broken: yes\n")
    page = teacher.get(REVIEW).text
    assert "there is such a file already" in page
    assert "/keep" not in page
    assert "Nothing was changed" in teacher.send(f"{REVIEW}/q-any/keep", seen(page))
    assert bank(article_folder) == "broken: yes\n"


def test_a_quiz_begun_before_a_change_goes_on_as_it_was(teacher, student, article_folder: Path) -> None:
    (article_folder / "question_banks").mkdir()
    (article_folder / "question_banks" / "rivers.yaml").write_text(f"{BANK}{BANK[-57:].replace('Which', 'What')}")
    attempt = student.begin(quiz="rivers")
    before = student.get(f"{attempt}/1").text
    page = teacher.get("/teacher/quizzes/rivers/review").text
    teacher.send(re.findall(r'action="([^"]+/drop)"', page)[0], seen(page))
    assert student.get(f"{attempt}/1").text == before
    assert student.get(f"{student.begin(quiz='rivers')}/1").text != before


def test_files_that_come_while_the_server_runs_are_there_at_the_next_look(
    teacher, student, article_folder: Path
) -> None:
    assert "Rivers" not in student.get("/").text
    (article_folder / "question_banks").mkdir()
    (article_folder / "question_banks" / "rivers.yaml").write_text(BANK)
    assert "Rivers" in student.get("/").text
    (article_folder / "question_banks" / "rivers.yaml").write_text(BANK.replace("Rivers", "Rivers and seas"))
    assert "Rivers and seas" in teacher.get("/teacher").text
    (article_folder / "question_banks" / "rivers.yaml").write_text("title: [")
    assert "rivers.yaml:" in teacher.get("/teacher/plugins").text
    (article_folder / "question_banks" / "rivers.yaml").unlink()
    assert "Rivers" not in student.get("/").text


def test_a_quiz_that_comes_while_its_page_is_open_elsewhere_is_begun_as_its_file_is_now(
    student, article_folder
) -> None:
    (article_folder / "question_banks").mkdir()
    (article_folder / "question_banks" / "seas.yaml").write_text(BANK)
    once = re.search(r'name="once" value="([^"]+)"', student.get("/quizzes/seas").text)
    assert once is not None
    (article_folder / "question_banks" / "rivers.yaml").write_text(BANK)
    form = {"student": "Ada", "once": once[1]}
    answer = student.post("/quizzes/rivers", data=form, headers={"Origin": "http://localhost"})
    assert answer.status_code == 303
    assert "Which river?" in student.get(answer.location).text


def stems(page: str) -> list[str]:
    return [html.unescape(stem) for stem in re.findall(r'<h3 class="stem kept">([^<]+)', page)]


def test_a_decision_made_on_an_outdated_page_changes_nothing_and_shows_both_versions(teacher, article_folder) -> None:
    page = teacher.get(REVIEW).text
    teacher.send(drop(page, 1), seen(page))
    before = bank(article_folder)
    answer = teacher.post(drop(page, 2), data=seen(page), headers={"Origin": "http://localhost"})
    assert (answer.status_code, bank(article_folder)) == (409, before)
    told = html.unescape(answer.text)
    assert "This quiz was changed after you opened its page" in told
    was, now = told.split("As your page showed it")[1].split("As it is now")
    first, second, *_ = stems(page)
    assert first in was and first not in now
    assert second in told.split("As your page showed it")[0]  # what was wanted
    again = re.search(r'<form method="post" action="([^"]+)"', answer.text)[1]
    assert "Dropped." in teacher.send(again, seen(answer.text))
    assert stems(teacher.get(REVIEW).text) == stems(page)[2:]


def test_a_question_that_was_to_be_added_is_named_on_the_page_that_refuses_it(teacher, more_of) -> None:
    page = teacher.get(REVIEW).text
    teacher.send(keep(page, 1), seen(page))
    page, more = teacher.get(REVIEW).text, more_of(teacher)
    teacher.send(drop(page, 1), seen(page))
    form = seen(more) | {"question": offered(more, "By the article’s own figures")}
    told = html.unescape(teacher.send(f"{QUIZ}/questions?instead=yes", form))
    assert "By the article’s own figures" in told.split("As your page showed it")[0]
    more_of(teacher)  # what is on offer beside the quiz as it is now
    again = re.search(r'<form method="post" action="([^"]+)"', told)[1]
    assert "By the article’s own figures" in teacher.send(again, seen(told) | {"question": form["question"]})


def test_what_another_teacher_has_done_already_is_not_offered_again(teacher) -> None:
    page = teacher.get(REVIEW).text
    teacher.send(drop(page, 1), seen(page))
    told = html.unescape(teacher.send(drop(page, 1), seen(page)))
    assert "what you wanted has been done already" in told
    assert "Do it anyway" not in told


def test_an_edit_of_the_file_by_hand_makes_the_page_outdated_too(teacher, article_folder: Path) -> None:
    page = teacher.get(REVIEW).text
    teacher.send(keep(page, 1), seen(page))
    page = teacher.get(REVIEW).text
    place = article_folder / "question_banks" / "troops.yaml"
    place.write_text(place.read_text().replace("title: ", "title: My ", 1))
    answer = teacher.post(drop(page, 1), data=seen(page), headers={"Origin": "http://localhost"})
    assert answer.status_code == 409
    assert "title: My " in bank(article_folder)


@pytest.mark.parametrize("field", ["", "0" * 64, "0" * 64 + ".AAAA", "x.y.z", "é"])
def test_a_form_that_does_not_say_which_version_it_saw_changes_nothing(teacher, article_folder, field: str) -> None:
    page = teacher.get(REVIEW).text
    form = {"seen": field} if field else {}
    answer = teacher.post(drop(page, 1), data=form, headers={"Origin": "http://localhost"})
    assert answer.status_code == 409
    assert "because your page did not send it" in answer.text
    assert not (article_folder / "question_banks").exists()


def test_a_question_that_is_kept_twice_is_kept_once(teacher, article_folder: Path) -> None:
    page = teacher.get(REVIEW).text
    first = teacher.send(keep(page, 1), seen(page))
    before = bank(article_folder)
    assert "Kept." in first and "Kept." in teacher.send(keep(page, 1), seen(page))
    assert bank(article_folder) == before
    assert not list((article_folder / "question_banks").glob("*.before"))


def test_a_held_lock_of_the_folder_is_said_in_the_end(teacher, article_folder: Path, monkeypatch) -> None:
    monkeypatch.setattr("quizengine.desk.changes._PATIENCE", 0.2)
    (article_folder / "question_banks").mkdir()
    page = teacher.get(REVIEW).text
    with closing(FileLock(article_folder / "question_banks" / ".lock", 1)) as lock, lock:
        answer = teacher.post(drop(page, 1), data=seen(page), headers={"Origin": "http://localhost"})
        assert answer.status_code == 503
        assert "another program has held this lock" in answer.text
        assert seen(page)["seen"] in answer.text  # so that the button sends the same again
    again = re.search(r'<form method="post" action="([^"]+)"', answer.text)[1]
    assert "Dropped." in teacher.send(again, seen(answer.text))
