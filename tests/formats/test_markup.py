"""Markdown, formulas and images in the formats that have a place for them, and as words in those that have none."""

import re
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest

from quizengine import ChoiceQuestion, ClozeQuestion, OpenQuestion, Quiz, start
from quizengine.extensions.losses import loss_report

FORMATS = start(strict=True).registry.formats
MARKED = Quiz(
    "Marked",
    (
        ChoiceQuestion(
            stem="What is *H~2~O* in $x < y$?\n\n```\nif a < b:\n    go()\n```",
            answer="**water**",
            distractors=("`a < b`", "fire ![a red flame](media/flame.png)"),
            rationale="See **above**.",
            markup="markdown",
        ),
        ClozeQuestion(stem="Fill.", text="It is **{wet}** & *cold*.", markup="markdown"),
    ),
)


def text_in(name: str, quiz: Quiz = MARKED) -> str:
    """All text in the files of a format."""
    data = FORMATS[name].written(quiz)[0]
    if data[:2] != b"PK":
        return data.decode()
    with ZipFile(BytesIO(data)) as package:
        return "\n".join(package.read(each).decode(errors="replace") for each in package.namelist())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("canvas", ["&lt;sub&gt;2&lt;/sub&gt;", "\\(x &amp;lt; y\\)", "&lt;strong&gt;water", "a red flame"]),
        ("qti-2.1", ["<em>H<sub>2</sub>O</em>", 'xmlns="http://www.w3.org/1998/Math/MathML"', "<strong>water"]),
        ("qti-3.0", ["</div><qti-choice-interaction ", "<mo>&lt;</mo>", "<code>a &lt; b</code>", "    go()"]),
        ("h5p", ["<sub>2</sub>", "\\\\(x &lt; y\\\\)", "<strong>water</strong>"]),
        ("anki", ["<sub>2</sub>", "<strong>water</strong>", "<strong>{{c1::wet}}</strong>"]),
        ("html", ["<sub>2</sub>", "<math", "<strong>water</strong>", "    go()", '<strong><span class="gap">']),
        ("text", ["H₂O", "water", "a red flame"]),
        ("kahoot", ["H₂O", "water"]),
    ],
)
def test_markup_is_drawn_where_there_is_a_place(name: str, expected: list[str]) -> None:
    text = text_in(name)
    assert [each for each in expected if each not in text] == []
    assert "**water**" not in text


PARAGRAPHS = OpenQuestion(stem="Why?", answer="*It* is wet.\n\nSo it flows.", markup="markdown")


@pytest.mark.parametrize("name", ["moodle-xml", "canvas", "qti-2.1", "anki"])
def test_paragraphs_do_not_run_together(name: str) -> None:
    assert "is wet.</p><p>So it" in unescape(text_in(name, Quiz("T", (PARAGRAPHS,))))


def test_gaps_inside_emphasis_stay_gaps() -> None:
    item = text_in("qti-2.1")
    assert re.search(r"<strong><textEntryInteraction [^>]*/></strong> &amp; <em>cold</em>", item)


@pytest.mark.parametrize(("name", "kept"), [("html", True), ("qti-2.1", True), ("text", False), ("pdf", False)])
def test_what_becomes_of_formulas_and_images_is_said(name: str, kept: bool) -> None:
    report = "\n".join(loss_report(FORMATS[name].written(MARKED)[1]))
    assert "the words that describe them take their place" in report
    assert ("formulas: written in LaTeX" not in report) == kept
