"""Records that plugins hand over and people get back."""

from quizengine.extensions.records import Finding


def test_a_finding_is_one_line_with_its_place_first() -> None:
    whole = Finding("found 5, expected a text", file="bank.yaml", line=3, column=7, path="questions[0].stem")
    assert str(whole) == "bank.yaml:3:7: questions[0].stem: found 5, expected a text"


def test_what_is_not_known_is_left_out() -> None:
    assert str(Finding("no such file")) == "no such file"
    assert str(Finding("no such file", file="bank.yaml")) == "bank.yaml: no such file"
    assert str(Finding("no such key", file="bank.yaml", line=4)) == "bank.yaml:4: no such key"
    assert str(Finding("no such key", path="title")) == "title: no such key"
