"""A teacher edits questions in the browser, writes new ones, and moves them about; the file holds what was done."""

import html
import re
import shutil
from pathlib import Path

import pytest
from flask import Flask
from PIL import Image

from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.store import Store
from quizengine.web import create_app

TOKEN = "a-token-for-the-teacher-alone"
QUIZ = "/teacher/quizzes/paper-mill"
OTHER = (
    "format: quizengine/1\ntitle: Rivers\nquestions:\n  - type: short_text\n    stem: Which river?\n    answer: Elbe\n"
)
STREAM = "Why did the brothers buy a steam engine?"


@pytest.fixture
def mill(checkout: Path, tmp_path: Path) -> Path:
    """A working folder of one test, with every question type, and another bank."""
    folder = Path(shutil.copytree(checkout / "tests" / "folder", tmp_path / "folder"))
    (folder / "question_banks" / "rivers.yaml").write_text(OTHER)
    return folder


@pytest.fixture
def app(mill: Path, store: Store) -> Flask:
    engine = start(mill)
    return create_app(engine, open_library(engine), store, secret_key=b"k" * 32, teacher_token=TOKEN)


def bank(mill: Path, name: str = "paper-mill") -> str:
    return (mill / "question_banks" / f"{name}.yaml").read_text()


def pages_of(teacher) -> list[str]:
    """The addresses of the pages of all questions."""
    return re.findall(r'<a class="button second" href="([^"]+)" data-key="e"', teacher.get(f"{QUIZ}/review").text)


def form_of(page: str) -> dict[str, list[str]]:
    """What a browser sends of the form of a question as it stands."""
    page = page[page.index('id="edit"') :].partition("</form>")[0]
    form: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page):
        form.setdefault(name, []).append(html.unescape(value))
    for name, value in re.findall(r'<input type="text" [^>]*?name="([^"]+)" value="([^"]*)"', page):
        form.setdefault(name, []).append(html.unescape(value))
    for name, value in re.findall(r'<textarea [^>]*?name="([^"]+)"[^>]*>\n([^<]*)</textarea>', page):
        form.setdefault(name, []).append(html.unescape(value))
    for name, value in re.findall(
        r'<input type="(?:radio|checkbox)" [^>]*?name="([^"]+)" value="([^"]+)" checked', page
    ):
        form.setdefault(name, []).append(value)
    for name, inner in re.findall(r'<select [^>]*?name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', inner) or re.search(r'<option value="([^"]*)"', inner)
        form.setdefault(name, []).append(html.unescape(chosen[1] if chosen else ""))
    return form


def test_a_page_that_is_saved_as_it_is_changes_nothing_of_the_file(teacher, mill: Path) -> None:
    before, addresses = bank(mill), pages_of(teacher)
    assert addresses
    for address in addresses:
        assert "Saved." in teacher.send(address, form_of(teacher.get(address).text))
    assert bank(mill) == before


def test_an_open_question_is_written_and_its_model_answer_of_several_lines_is_mended(teacher, mill: Path) -> None:
    page = teacher.get(f"{QUIZ}/questions/new/open").text
    assert re.search(r"<legend>Model answer.*?What a good answer says", page, re.DOTALL)
    written = {"q.stem": "Why did the mill burn?", "q.answer": "The roof was dry.\r\n\r\nNobody saw the sparks."}
    teacher.send(f"{QUIZ}/questions/new/open", form_of(page) | written | {"then": "save"})
    answer = "    answer: |-\n      The roof was dry.\n\n      Nobody saw the sparks.\n"
    assert f"  - type: open\n    stem: Why did the mill burn?\n{answer}" in bank(mill)
    address = pages_of(teacher)[-1]
    form = form_of(teacher.get(address).text)
    assert form["q.answer"] == ["The roof was dry.\n\nNobody saw the sparks."]
    assert "Saved." in teacher.send(address, form | {"q.answer": "Sparks fell on a dry roof."})
    assert "    answer: Sparks fell on a dry roof.\n" in bank(mill)


def test_a_mended_stem_changes_its_line(teacher, mill: Path) -> None:
    before, address = bank(mill), pages_of(teacher)[0]
    form = form_of(teacher.get(address).text) | {"q.stem": "Why did they buy an engine?"}
    assert "Saved." in teacher.send(address, form)
    assert bank(mill) == before.replace(STREAM, "Why did they buy an engine?")
    undo = re.search(r'name="edit" value="(\d+)"', teacher.get(f"{QUIZ}/review").text)[1]
    teacher.send(f"{QUIZ}/review/undo", {"edit": undo})
    assert bank(mill) == before


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(teacher, mill: Path) -> None:
    before, address = bank(mill), pages_of(teacher)[3]
    form = form_of(teacher.get(address).text) | {"q.answer": "900 sheets", "q.stem": "How many, then?"}
    answer = teacher.post(address, data=form, headers={"Origin": "http://localhost"})
    assert answer.status_code == 409
    page = html.unescape(answer.text)
    assert "expected a number like 1080" in page[page.index('id="said-answer"') :][:400]
    assert "How many, then?" in page and "900 sheets" in page
    assert bank(mill) == before


def test_an_option_with_feedback_may_be_reworded(teacher, mill: Path) -> None:
    address = pages_of(teacher)[0]
    form = form_of(teacher.get(address).text)
    form["q.distractors"] = ["The school asked for one.", "The wheel was on fire.", "Paper had become dear."]
    assert "Saved." in teacher.send(address, form)
    assert "{option: The wheel was on fire., says: The fire came twenty years later.}" in bank(mill)


def test_an_image_that_is_not_there_or_would_not_be_shown_is_told_before_the_question_is_saved(
    teacher, mill: Path
) -> None:
    page = pages_of(teacher)[0]
    before, form = bank(mill), form_of(teacher.get(page).text)
    form["q.stem"] = ["![a mill](media/mill.png) Why did the brothers buy a steam engine?"]
    assert "An image shows only where the texts are Markdown" in teacher.send(page, form | {"then": "look"})
    said = teacher.send(page, form | {"q.markup": ["markdown"]})
    assert "The question is not saved" in said and "found no file media/mill.png" in said and bank(mill) == before
    (mill / "media").mkdir()
    Image.new("RGB", (40, 30), "teal").save(mill / "media" / "mill.png")
    teacher.send(page, form | {"q.markup": ["markdown"]})
    assert "    markup: markdown\n" in bank(mill) and "![a mill](media/mill.png)" in bank(mill)
    assert 'alt="a mill" width="40" height="30"' in teacher.get(f"{QUIZ}/review").text


def test_a_new_question_is_written_as_the_bank_says(teacher, mill: Path) -> None:
    place = mill / "question_banks" / "paper-mill.yaml"
    place.write_text(bank(mill).replace("\nseed:", "\nmarkup: markdown\nseed:", 1))
    teacher.get("/teacher")
    assert '<option value="markdown" selected>' in teacher.get(f"{QUIZ}/questions/new/choice").text


def test_one_question_after_the_other_is_written(teacher, mill: Path) -> None:
    new = f"{QUIZ}/questions/new/short_text"
    form = form_of(teacher.get(new).text) | {"q.stem": "Which river?", "q.answer": "Elbe", "then": "another"}
    page = teacher.send(new, form)
    assert "Added, as the last question." in page and 'value="another"' in page
    assert form_of(page)["q.stem"] == [""]
    teacher.send(new, form_of(page) | {"q.stem": "Which sea?", "q.answer": "North Sea", "then": "save"})
    assert "stem: Which river?" in bank(mill) and "stem: Which sea?" in bank(mill)
    assert 'value="another"' not in teacher.get(pages_of(teacher)[0]).text


def test_an_edit_that_takes_the_key_from_its_evidence_says_so(teacher) -> None:
    address = pages_of(teacher)[3]
    form = form_of(teacher.get(address).text)
    assert "no longer hold it" not in teacher.send(address, form | {"then": "look"})
    assert "no longer hold it" in teacher.send(address, form | {"then": "look", "q.answer": "800"})
    gone = teacher.send(address, form | {"then": "look", "q.evidence.quote": ""})
    assert "the words of the article that proved the answer are gone" in gone.casefold()


def test_other_words_of_the_article_may_prove_the_key(teacher, mill: Path) -> None:
    address = pages_of(teacher)[3]
    form = form_of(teacher.get(address).text)
    assert "Saved." in teacher.send(address, form | {"q.evidence.quote": "about 900\nsheets an hour"})
    assert "quote: about 900 sheets an hour" in bank(mill)
    wrong = teacher.send(address, form | {"q.evidence.quote": "about 800 sheets an hour", "then": "look"})
    assert "The article does not say this." in wrong


def test_findings_of_checks_stand_beside_the_field_that_they_concern(teacher) -> None:
    address = pages_of(teacher)[0]
    form = form_of(teacher.get(address).text) | {"then": "look"}
    form["q.distractors"] = ["The school asked for one.", "The wheel had burned.", "All of the above"]
    page = teacher.send(address, form)
    said = page[page.index('id="said-distractors"') :].partition("</div>")[0]
    assert "the option “All of the above” points at the others" in said
    form["q.stem"] = "Which is not true?"
    page = teacher.send(address, form)
    assert "the stem turns on “not”" in page[page.index('id="said-stem"') :].partition("</div>")[0]


def test_the_preview_is_what_students_see(teacher, student) -> None:
    page = teacher.get(pages_of(teacher)[0]).text
    preview = page[page.index('class="preview"') :]
    taken = student.get(f"{student.begin()}/1").text
    fields = re.findall(r'<label for="part-1[^"]*" class="kept">([^<]+)', taken)
    assert len(fields) == 4
    assert sorted(re.findall(r'<label for="part-1[^"]*" class="kept">([^<]+)', preview)) == sorted(fields)
    assert f">{STREAM}</h3>" in preview


NEW = {
    "choice": {"q.answer": ["1881"], "q.distractors": ["1902", "1920"]},
    "true_false": {"q.answer": "false"},
    "numeric": {"q.answer": "12.5", "q.tolerance.percent": "5", "q.unit": "m", "q.points": "2"},
    "short_text": {"q.answer": "Ida Marsh", "q.accept": ["Marsh", ""]},
    "cloze": {"q.text": "Ice {floats|swims}."},
    "matching": {"q.pairs.left": ["Peru", "France"], "q.pairs.right": ["Lima", "Paris"]},
    "ordering": {"q.answer": ["ant", "mouse", "dog"]},
}


@pytest.mark.parametrize("kind", NEW)
def test_a_question_of_any_type_is_written(teacher, mill: Path, kind: str) -> None:
    address = f"{QUIZ}/questions/new/{kind}"
    form = form_of(teacher.get(address).text)
    assert "is not saved" in teacher.send(address, form)
    form |= NEW[kind] | {"q.stem": "A new question, is it?", "q.tags": ["mine"]}
    assert "Added, as the last question." in teacher.send(address, form)
    assert f"- type: {kind}\n    stem: A new question, is it?\n" in bank(mill)


def test_a_question_like_another_one_is_begun_as_its_copy(teacher, mill: Path) -> None:
    [address] = re.findall(r'href="([^"]+\?copy=[^"]+)"', teacher.get(pages_of(teacher)[2]).text)
    form = form_of(teacher.get(address).text)
    assert "already: question 3" in teacher.send(address.partition("?")[0], form)
    form["q.stem"] = "The mill stands to this day."
    assert "Added" in teacher.send(address.partition("?")[0], form)
    assert bank(mill).count("The mill was rebuilt after the fire.") == 1


def test_questions_change_places(teacher, mill: Path) -> None:
    page = teacher.get(f"{QUIZ}/review").text
    down = re.findall(r'formaction="([^"]+/place)" name="to" value="2"', page)[0]
    seen = re.search(r'name="seen" value="([^"]+)"', page)[1]
    assert "Moved." in teacher.send(down, {"seen": seen, "to": "2"})
    assert bank(mill).index("Who is named in the article?") < bank(mill).index(STREAM)


@pytest.mark.parametrize("moves", [False, True])
def test_a_question_goes_to_another_quiz_without_what_only_its_article_proves(teacher, mill: Path, moves) -> None:
    address = pages_of(teacher)[0]
    seen = form_of(teacher.get(address).text)["seen"]
    form = {"seen": seen, "quiz": "rivers"} | ({"move": "yes"} if moves else {})
    said = "Moved to the other quiz." if moves else "Copied to the other quiz."
    assert said in teacher.send(f"{address}/elsewhere", form)
    assert STREAM in bank(mill, "rivers") and "evidence" not in bank(mill, "rivers")
    assert (STREAM in bank(mill)) is not moves


def test_of_two_teachers_the_second_is_told_and_loses_nothing(teacher, mill: Path) -> None:
    address = pages_of(teacher)[0]
    form = form_of(teacher.get(address).text)
    teacher.send(address, form | {"q.stem": "Why did they buy an engine?"})
    answer = teacher.post(address, data=form | {"q.stem": "Why an engine?"}, headers={"Origin": "http://localhost"})
    page = html.unescape(answer.text)
    assert answer.status_code == 409
    assert "Why an engine?" in page and "Why did they buy an engine?" in page and STREAM in page
    assert "Why an engine?" not in bank(mill)


def test_many_rows_are_there_when_they_are_asked_for(teacher) -> None:
    address = pages_of(teacher)[0]
    form = form_of(teacher.get(address).text)
    more = form_of(teacher.send(address, form | {"then": "rows"}))
    assert len(more["q.distractors"]) >= len(form["q.distractors"]) + 3


def test_the_two_ends_of_a_range_have_a_field_each(teacher, mill: Path) -> None:
    address = pages_of(teacher)[3]
    page = teacher.get(address).text
    assert page.count('name="q.tolerance.range"') == 2
    form = form_of(page) | {"q.tolerance.percent": "", "q.tolerance.range": ["850", "950"]}
    assert "Saved." in teacher.send(address, form)
    assert "range: [850, 950]" in bank(mill)


@pytest.mark.parametrize(
    ("locale", "typed", "saved"),
    [
        ("", "8,849", "8849"),
        ("", "8 849.5", "8849.5"),
        ("de", "8.849", "8849"),
        ("de", "8,5", "8.5"),
        ("de", "1.125", "1125"),
        ("de", "1,125", "1.125"),
    ],
)
def test_a_number_is_read_as_the_quiz_writes_numbers_and_shown_in_the_same_way(
    teacher, mill: Path, locale: str, typed: str, saved: str
) -> None:
    place = mill / "question_banks" / "rivers.yaml"
    place.write_text(OTHER.replace("title: Rivers\n", f"title: Rivers\nlocale: {locale}\n") if locale else OTHER)
    address = "/teacher/quizzes/rivers/questions/new/numeric"
    form = form_of(teacher.get(address).text) | {"q.stem": "How high, then?", "q.answer": typed}
    page = teacher.send(address, form)
    assert f"answer: {saved}\n" in bank(mill, "rivers")
    again = re.findall(r'href="([^"]+)" data-key="e"', page)[-1]
    teacher.send(again, form_of(teacher.get(again).text) | {"q.stem": "How high is it?"})
    assert f"answer: {saved}\n" in bank(mill, "rivers")


def test_a_year_is_shown_without_its_thousands_parted(teacher, mill: Path) -> None:
    place = mill / "question_banks" / "rivers.yaml"
    place.write_text(OTHER.replace("title: Rivers\n", "title: Rivers\nlocale: de\n"))
    form = form_of(teacher.get("/teacher/quizzes/rivers/questions/new/numeric").text)
    form |= {"q.stem": "In which year, then?", "q.answer": "2011", "q.tolerance.absolute": "0,5"}
    page = teacher.send("/teacher/quizzes/rivers/questions/new/numeric", form)
    shown = form_of(teacher.get(re.findall(r'href="([^"]+)" data-key="e"', page)[-1]).text)
    assert (shown["q.answer"], shown["q.tolerance.absolute"]) == (["2011"], ["0,5"])


@pytest.mark.parametrize(
    ("kind", "typed", "told"),
    [
        ("true_false", {}, ["Question: This field is still empty", "Right answer: This field is still empty"]),
        ("matching", {"q.stem": "Which?", "q.pairs.left": ["Po"]}, ["Pairs: “To be found” is still empty in row 1"]),
        ("numeric", {"q.stem": "How far?", "q.answer": "3", "q.unit_required": "true"}, ["found “The unit must be"]),
    ],
)
def test_what_is_missing_is_named_as_the_form_names_it(teacher, kind: str, typed: dict, told: list[str]) -> None:
    address = f"{QUIZ}/questions/new/{kind}"
    page = teacher.send(address, form_of(teacher.get(address).text) | typed)
    said = re.sub(r"<[^>]+>", "", page[page.index("The question is not saved") :].partition("</div>")[0])
    assert [one for one in told if one not in said] == []
    assert "`" not in said


def test_what_is_said_of_an_option_goes_with_the_option(teacher, mill: Path) -> None:
    address = pages_of(teacher)[0]
    form = form_of(teacher.get(address).text)
    form["q.distractors"] = ["The school asked for one.", "", "Paper had become dear."]
    assert "Saved." in teacher.send(address, form)
    assert "feedback" not in bank(mill)


def test_an_empty_quiz_gets_its_first_question(teacher, mill: Path) -> None:
    (mill / "question_banks" / "mine.yaml").write_text(
        "format: quizengine/1\ntitle: Mine\nstate: draft\nquestions: []\n"
    )
    address = "/teacher/quizzes/mine"
    assert "This quiz has no questions yet." in teacher.get(f"{address}/review").text
    form = form_of(teacher.get(f"{address}/questions/new/true_false").text)
    form |= {"q.stem": "Ice floats on water.", "q.answer": "true"}
    page = teacher.send(f"{address}/questions/new/true_false", form)
    assert "1 of 1 question read" in page and "Open to students" in page


def test_where_there_is_no_article_nobody_is_asked_for_its_words_and_none_typed_are_lost(teacher, mill: Path) -> None:
    teacher.send("/teacher/new", {"way": "empty", "name": "My own"})
    address = "/teacher/quizzes/my-own/questions/new/true_false"
    page = teacher.get(address).text
    assert "q.stem" in page and "q.evidence.quote" not in page
    typed = {"q.stem": "Salt is a metal.", "q.answer": "false", "q.evidence.quote": "salt of the earth"}
    refused = teacher.send(address, form_of(page) | typed)
    assert "The article of this quiz is not at hand" in refused and "salt of the earth" in refused


def test_what_was_done_can_be_undone_after_a_restart(teacher, mill: Path, store: Store) -> None:
    before, address = bank(mill), pages_of(teacher)[0]
    teacher.send(address, form_of(teacher.get(address).text) | {"q.stem": "Why an engine?"})
    engine = start(mill)
    later = create_app(engine, open_library(engine), store, secret_key=b"k" * 32, teacher_token=TOKEN).test_client()
    later.get(f"/teacher?token={TOKEN}")
    assert "Undo: edit" in later.get(f"{QUIZ}/review").text
    later.post(f"{QUIZ}/review/undo", data={"edit": "1"}, headers={"Origin": "http://localhost"})
    assert bank(mill) == before


def test_the_form_says_for_which_words_one_wrong_letter_counts(teacher) -> None:
    assert "Only in words of seven letters or more" in teacher.get(f"{QUIZ}/questions/new/short_text").text
