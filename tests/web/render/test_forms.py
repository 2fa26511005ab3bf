"""Parts become fields, and what was sent becomes a response or errors."""

import pytest
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest

from quizengine.quiz.parts import Choice, Gap, Option, Ordering, Text
from quizengine.quiz.quiz import Quiz, SheetQuestion, sheet
from quizengine.quiz.shuffling import Shuffle
from quizengine.testing import right_response
from quizengine.web.render.forms import form_of, opaque_id, read_form

A, B, C = (Option(each, f"line {each}") for each in "abc")


def asked(*parts) -> SheetQuestion:
    return SheetQuestion("q", 1, (Text("The stem"), *parts))


def read(question: SheetQuestion, *sent: tuple[str, str]):
    filled = read_form(question, MultiDict(sent))
    return filled.form, filled.response


def places(field: str, *given: str) -> list[tuple[str, str]]:
    return [(f"{field}-{opaque_id(option.text)}", place) for option, place in zip((A, B, C), given, strict=False)]


def test_a_field_that_is_alone_is_named_by_the_stem():
    assert form_of(asked(Gap("answer")), {}).alone is not None
    assert form_of(asked(Choice("answer", (A, B))), {}).alone is not None


def test_a_field_among_words_or_other_fields_is_not_alone():
    assert form_of(asked(Text("before"), Gap("answer")), {}).alone is None
    assert form_of(asked(Choice("x", (A, B), label="X"), Choice("y", (A, B), label="Y")), {}).alone is None


def test_gaps_in_a_text_flow_with_it_and_are_told_apart():
    form = form_of(asked(Text("one "), Gap("g1"), Text(" two "), Gap("g2")), {})
    assert len(form.blocks) == 1
    assert [field.label for field in form.fields] == ["Gap 1 of 2", "Gap 2 of 2"]


def test_a_question_that_begins_without_words_still_has_a_heading():
    assert form_of(SheetQuestion("q", 4, (Gap("answer"),)), {}).stem == "Question 4"


@pytest.mark.parametrize("number", range(1, 9))
def test_what_a_form_shows_reads_back_as_the_response_it_was_made_of(quiz: Quiz, fill, number):
    response = right_response(quiz.questions[number - 1])
    question = sheet(quiz, Shuffle(b"secret", "an attempt"))[number - 1]
    filled = read_form(question, MultiDict(fill(number, response)))
    form, again = filled.form, filled.response
    assert form.errors == ()
    assert {name: set(texts) for name, texts in again.items()} == {name: set(t) for name, t in response.items()}
    assert again.get("answer") == response.get("answer") or number == 2


def test_an_empty_form_is_an_empty_response():
    question = asked(Choice("c", (A, B)), Gap("g", "number"), Ordering("o", (A, B)))
    form, response = read(question, ("part-2", "  "), *places("part-3", "", ""))
    assert (form.errors, response) == ((), {})


def test_an_order_is_read_by_places():
    form, response = read(asked(Ordering("o", (A, B, C))), *places("part-1", "3", "1", "2"))
    assert response == {"o": ("b", "c", "a")}
    assert form.fields[0].shown == ("3", "1", "2")


@pytest.mark.parametrize(
    ("part", "sent", "words"),
    [
        (
            Gap("g", "number"),
            ["ten-ish"],
            "“ten-ish” cannot be read as a number. Write digits, for example 1,080 or 2.5.",
        ),
        (Gap("g", "number"), ["1.080"], "“1.080” can be read in two ways. Write 1,080 or 1.08, whichever you mean."),
        (Gap("g"), ["x" * 1001], "1,001 characters. Shorten it to 1,000"),
        (Ordering("o", (A, B, C)), ["1", "1", ""], "place 1 more than once"),
        (Ordering("o", (A, B, C)), ["1", "", ""], "have no place yet"),
    ],
)
def test_an_error_says_what_is_wrong_and_keeps_what_was_typed(part, sent, words):
    several = isinstance(part, Ordering)
    form, response = read(asked(part), *(places("part-1", *sent) if several else [("part-1", each) for each in sent]))
    assert words in form.errors[0].error
    assert form.fields[0].shown == tuple(sent)
    assert response == {}


def test_what_is_right_about_a_form_is_read_beside_what_is_wrong():
    form, response = read(asked(Gap("n", "number"), Gap("t")), ("part-1", "x"), ("part-2", "word"))
    assert len(form.errors) == 1
    assert response == {"t": ("word",)}


@pytest.mark.parametrize(
    ("part", "sent"),
    [
        (Choice("c", (A, B)), [("part-1", "z")]),
        (Choice("c", (A, B)), [("part-1", "a")]),
        (Choice("c", (A, B)), [("part-1", opaque_id(A.text)), ("part-1", opaque_id(B.text))]),
        (Choice("c", (A, B), multiple=True), [("part-1", opaque_id(each.text)) for each in (A, A, B)]),
        (Choice("c", (A, B), label="left"), [("part-1", opaque_id(A.text))]),
        (Ordering("o", (A, B)), [("part-1", "1"), ("part-1", "2")]),
        (Ordering("o", (A, B)), places("part-1", "1", "3")),
        (Ordering("o", (A, B)), [*places("part-1", "1", "2"), *places("part-1", "1")]),
    ],
)
def test_what_no_form_of_ours_could_send_is_refused(part, sent):
    with pytest.raises(BadRequest):
        read(asked(part), *sent)


@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", "text/plain", "application/json"])
def test_a_body_that_is_no_form_of_ours_is_refused_and_changes_nothing(student, right, kind):
    attempt = student.begin()
    student.send(f"{attempt}/5", right[4])
    headers = {"Origin": "http://localhost", "Content-Type": kind}
    assert student.post(f"{attempt}/5", data=b"part-1=x", headers=headers).status_code == 415
    assert "Ida Marsh" in student.get(f"{attempt}/5").text


def test_a_form_with_more_fields_than_any_question_has_is_refused(student):
    body = "&".join(["part-1=x"] * 600)
    headers = {"Origin": "http://localhost", "Content-Type": "application/x-www-form-urlencoded"}
    assert student.post(f"{student.begin()}/5", data=body, headers=headers).status_code == 413
