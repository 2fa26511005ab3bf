"""Loss reports: which questions, what becomes of them, and the worst first."""

from quizengine.extensions.losses import Loss, loss_report


def test_a_report_has_one_line_for_each_kind_of_loss_with_all_its_questions() -> None:
    losses = [
        Loss("the description", "not kept"),
        *(Loss("units", "shown in the stem", "changes marks", number) for number in (1, 3, 4, 5, 8)),
        Loss("ordering", effect="drops", number=2),
        Loss("units", "shown in the stem", "changes marks", 9),
    ]
    assert loss_report(losses) == (
        "question 2 left out: ordering",
        "questions 1, 3–5, 8, 9 marked differently: units: shown in the stem",
        "quiz simplified: the description: not kept",
    )
    assert loss_report([]) == ()


def test_a_loss_alone_is_one_line() -> None:
    assert str(Loss("evidence", "it is in the feedback", number=7)) == (
        "question 7 simplified: evidence: it is in the feedback"
    )
