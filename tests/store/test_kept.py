"""What is kept beside a response: flags, finality, reports."""

import pytest

from quizengine.store import FinalResponseError, Start, Store, UnknownAttemptError

START = Start("attempt-1", "owner-1", "Ada", "rivers", "Rivers", "quiz-1", b"format: quizengine/1\n", code="KTR4XN9PD")


def test_a_flag_comes_and_goes_with_the_response(store: Store):
    store.begin(START)
    store.respond("attempt-1", "owner-1", "q1", {}, flagged=True)
    assert store.at("attempt-1", "owner-1", "q1")[1].flagged
    assert store.load("attempt-1", "owner-1").flagged == {"q1"}
    store.respond("attempt-1", "owner-1", "q1", {"answer": ("x",)})
    assert store.load("attempt-1", "owner-1").flagged == frozenset()


def test_a_final_response_stays(store: Store):
    store.begin(START)
    store.respond("attempt-1", "owner-1", "q1", {"answer": ("first",)})
    store.respond("attempt-1", "owner-1", "q1", {"answer": ("second",)}, final=True)
    with pytest.raises(FinalResponseError):
        store.respond("attempt-1", "owner-1", "q1", {"answer": ("third",)})
    kept = store.at("attempt-1", "owner-1", "q1")[1]
    assert (kept.response, kept.final) == ({"answer": ("second",)}, True)
    assert store.load("attempt-1", "owner-1").final == {"q1"}


def test_a_code_leads_to_its_attempt_alone(store: Store):
    store.begin(START)
    assert store.owner_by_code("KTR4XN9PD", "here") == ("attempt-1", "owner-1")
    assert store.owner_by_code("KTR4XN9PC", "here") is None


def test_the_last_report_on_a_question_is_the_one_that_stands(store: Store):
    store.begin(START)
    for problem in ("Two are right.", "Both the first and the third are right."):
        store.reports.add("attempt-1", "owner-1", "q1", problem)
    assert store.reports.of("attempt-1", "owner-1", "q1") == "Both the first and the third are right."
    assert store.reports.of("attempt-1", "owner-2", "q1") == ""
    (report,) = store.reports.unsettled()
    assert (report.student, report.entry, report.question) == ("Ada", "rivers", "q1")
    store.reports.settle("attempt-1", "q1")
    assert store.reports.unsettled() == ()
    store.reports.add("attempt-1", "owner-1", "q1", "Still wrong.")
    assert [each.problem for each in store.reports.unsettled()] == ["Still wrong."]


def test_nobody_reports_for_another(store: Store):
    store.begin(START)
    with pytest.raises(UnknownAttemptError):
        store.reports.add("attempt-1", "owner-2", "q1", "x")
    assert store.reports.unsettled() == ()
