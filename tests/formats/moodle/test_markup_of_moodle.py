"""Emphasis, formulas, code, lists and images that teachers have in Moodle, read as Markdown or named."""

import base64
import io
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from quizengine import ChoiceQuestion, ClozeQuestion, Quiz, Reading, start
from quizengine.__main__ import quizengine
from quizengine.bank.media_files import MediaFolders
from quizengine.formats.moodle.gift_reader import read_gift
from quizengine.formats.moodle.xml_reader import read_moodle_xml

ENGINE = start(strict=True)
MOODLE = ENGINE.registry.formats["moodle-xml"]
OPTIONS = '<answer fraction="100"><text>a*b</text></answer><answer fraction="0"><text>c</text></answer>'


def png(colour: str = "red") -> bytes:
    """A small image."""
    file = io.BytesIO()
    Image.new("RGB", (8, 4), colour).save(file, "PNG")
    return file.getvalue()


def file(name: str, data: bytes) -> str:
    """A file as Moodle embeds it."""
    return f'<file name="{name}" path="/" encoding="base64">{base64.b64encode(data).decode()}</file>'


def document(stem: str, more: str = OPTIONS, files: str = "", kind: str = "multichoice") -> bytes:
    """A file with one question."""
    text = f'<questiontext format="html"><text><![CDATA[{stem}]]></text>{files}</questiontext>'
    return f'<quiz><question type="{kind}">{text}{more}</question></quiz>'.encode()


def read(stem: str, more: str = OPTIONS, files: str = "", kind: str = "multichoice") -> Reading:
    """What such a file gives."""
    return read_moodle_xml(document(stem, more, files, kind), "quiz.xml", {})


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (r"<p>H<sub>2</sub>O is \(H_2O\)?</p>", "H~2~O is $H_2O$?"),
        (r"<p>\[\frac{1}{2}\]</p><p>$$x^2$$</p>", "$$\\frac{1}{2}$$\n\n$x^2$"),
        ("<p>What?</p><pre>if x:\n    y = *z</pre>", "What?\n\n```\nif x:\n    y = *z\n```"),
        ("<p>Is <b>it </b><i>5*3</i> or <code>a`b</code>?</p>", "Is **it** *5\\*3* or ``a`b``?"),
        ("<b>Pick</b><ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>End", "**Pick**\n\n- a\n- b\n   1. c\n\nEnd"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td><td></td></tr></table>",
         "| a | b |\n| --- | --- |\n| 1\\|2 |  |"),
        ('<a href="https://a.org/x_y">here</a>', "[here](<https://a.org/x_y>)"),
        ("<p><b>x</b><br>- 1<br>2. no list</p>", "**x**\n\\- 1\n2\\. no list"),
    ],
)  # fmt: skip
def test_html_becomes_markdown(html: str, markdown: str) -> None:
    (found,) = read(html).quiz.questions
    assert isinstance(found, ChoiceQuestion)
    assert (found.markup, found.stem, found.answer) == ("markdown", markdown, r"a\*b")


def test_plain_paragraphs_stay_plain_text() -> None:
    (found,) = read("<p>Is 5*3 <span style='color: red'>odd</span>?</p><p>Say.</p>").quiz.questions
    assert isinstance(found, ChoiceQuestion)
    assert (found.markup, found.stem, found.answer) == ("plain", "Is 5*3 odd?\nSay.", "a*b")


def test_a_formula_that_cannot_be_drawn_stays_as_it_is_written() -> None:
    (found,) = read(r"<p><b>Is</b> \(\foo{\)?</p>").quiz.questions
    assert found.in_plain_words().stem == r"Is \(\foo{\)?"


def test_emphasis_that_markdown_cannot_say_is_named() -> None:
    reading = read("<p>a<b>“b”</b>c <u>d</u></p>")
    assert reading.quiz.questions[0].stem == "a“b”c d"
    assert [finding.message for finding in reading.findings] == [
        "read without underlining",
        "read without the emphasis in “a“b”c d”",
    ]


def test_markup_in_a_text_with_gaps() -> None:
    (found,) = read(r"<p>Fill.</p><p>\(x_1\) is <b>{1:SHORTANSWER:=a*b}</b>.</p>", "", kind="cloze").quiz.questions
    assert isinstance(found, ClozeQuestion)
    assert (found.stem, found.text) == ("Fill.", "$x_1$ is **{a*b}**.")


def test_markup_in_gift() -> None:
    (found,) = read_gift(b"[html]<b>Which</b> is \\\\(x_1\\\\)?{=H<sub>2</sub>O ~2*3}", "quiz.gift", {}).quiz.questions
    assert isinstance(found, ChoiceQuestion)
    assert (found.stem, found.answer, found.distractors) == ("**Which** is $x_1$?", "H~2~O", (r"2\*3",))


def test_an_image_comes_with_its_file_and_its_words() -> None:
    reading = read(
        '<p>What? <img src="@@PLUGINFILE@@/a%20cell.png" alt="a red cell"></p>', files=file("a cell.png", png())
    )
    assert reading.quiz.questions[0].stem == "What? ![a red cell](media/a-cell.png)"
    assert (dict(reading.media), reading.findings) == ({"media/a-cell.png": png()}, ())


def test_two_files_of_one_name_are_kept_apart() -> None:
    one, other = (
        document('<img src="@@PLUGINFILE@@/x.png" alt="x">', files=file("x.png", png(colour)))
        for colour in ("red", "blue")
    )
    both = one.replace(b"</quiz>", b"") + other.replace(b"<quiz>", b"")
    reading = read_moodle_xml(both, "quiz.xml", {})
    assert [question.stem for question in reading.quiz.questions] == ["![x](media/x.png)", "![x](media/x-2.png)"]
    assert sorted(reading.media.values()) == sorted([png("red"), png("blue")])


@pytest.mark.parametrize(
    ("html", "files", "words"),
    [
        ('<img src="@@PLUGINFILE@@/x.png" alt="a cell">', "",
         "read without @@PLUGINFILE@@/x.png, which is not in the file"),
        ("<b>What?</b>", file("x.png", png()), "read without the file x.png, which no text shows"),
        ("What?", file("x.png", png()), "read without what is no text: files"),
        ('<img src="@@PLUGINFILE@@/x.svg" alt="a">', file("x.svg", b"<svg/>"),
         "read without x.svg, which no page can show"),
        ('<img src="@@PLUGINFILE@@/a_cell.png">', file("a_cell.png", png()),
         "read with “a cell” as the alternative text of an image that had none"),
    ],
)  # fmt: skip
def test_an_image_that_does_not_come_is_named(html: str, files: str, words: str) -> None:
    assert words in [finding.message for finding in read(f"<p>Q {html}</p>", files=files).findings]


def test_what_quizengine_writes_for_moodle_it_reads_with_its_files(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "cell.png").write_bytes(png())
    (tmp_path / "media" / "word.mp3").write_bytes(b"ID3\x03\x00\x00\x00\x00\x00\x00" + b"\xff\xfb\x90\x00" * 50)
    quiz = Quiz(
        "Cells",
        (
            ChoiceQuestion(
                stem='What is *this*? ![a cell](media/cell.png "Seen")\n\n![a word](media/word.mp3 "It says cell.")',
                answer="H~2~O",
                distractors=("$x^2$",),
                markup="markdown",
            ),
        ),
    )
    written = MOODLE.written(quiz, MediaFolders((tmp_path,)).content)[0]
    reading = MOODLE.reading(written, "quiz.xml", ENGINE.registry.question_types)
    assert reading.findings == ()
    assert reading.quiz.questions == quiz.questions
    assert sorted(reading.media) == ["media/cell.png", "media/word.mp3"]


def test_the_command_writes_images_beside_the_bank(tmp_path: Path) -> None:
    (tmp_path / "quiz.xml").write_bytes(
        document('<p>What? <img src="@@PLUGINFILE@@/Cell%201.PNG" alt="a cell"></p>', files=file("Cell 1.PNG", png()))
    )
    done = CliRunner().invoke(quizengine, ["import", str(tmp_path / "quiz.xml"), "-o", str(tmp_path / "quiz.yaml")])
    assert done.exit_code == 0, done.output
    (question,) = ENGINE.read_bank(tmp_path / "quiz.yaml").quiz.questions
    assert question.stem == "What? ![a cell](media/cell-1.png)"
    with Image.open(tmp_path / "media" / "cell-1.png") as image:
        assert image.size == (8, 4)


@pytest.mark.parametrize(
    ("data", "output", "words"),
    [
        (b"no image", "quiz.yaml", "read without x.png, whose words take its place: found something else in the file"),
        (png(), "-", "read without x.png, whose words take its place: no place to store it; write to a file with -o"),
    ],
)
def test_an_image_that_cannot_be_stored_is_named_and_its_words_stay(
    data: bytes, output: str, words: str, tmp_path: Path
) -> None:
    (tmp_path / "quiz.xml").write_bytes(
        document('<p>What? <img src="@@PLUGINFILE@@/x.png" alt="a cell"></p>', files=file("x.png", data))
    )
    place = output if output == "-" else str(tmp_path / output)
    done = CliRunner().invoke(quizengine, ["import", str(tmp_path / "quiz.xml"), "-o", place])
    assert words in done.output
    assert "What? a cell" in (done.output if output == "-" else (tmp_path / output).read_text())
