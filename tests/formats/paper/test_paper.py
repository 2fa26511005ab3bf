"""Sheets for students and sheets with the key, as readers that are not ours find them."""

import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random

import mammoth
import pytest
from docx import Document
from pypdf import PdfReader

from quizengine import (
    ChoiceQuestion,
    Evidence,
    Format,
    FormatError,
    MatchingQuestion,
    OpenQuestion,
    Question,
    Quiz,
    TrueFalseQuestion,
    start,
)
from quizengine.extensions.losses import loss_report
from quizengine.extensions.records import MediaSource
from quizengine.formats.paper import HTML, HTML_KEY, HTML_LARGE, PDF, PDF_KEY, PDF_LARGE, TEXT, TEXT_KEY, WORD, WORD_KEY
from quizengine.formats.paper.printed_questions import option_letter
from quizengine.quiz.parts import Choice

FOLDER = Path(__file__).parents[2] / "folder"


@cache
def mill() -> Quiz:
    """The quiz with every question type, on an article."""
    return start(FOLDER).read_bank(FOLDER / "question_banks" / "paper-mill.yaml").quiz


@cache
def written(form: Format) -> bytes:
    """The file with a sheet of the mill."""
    return form.written(mill())[0]


@cache
def words_in(form: Format) -> str:
    """All words of a sheet, with single blanks between them."""
    data = written(form)
    if form.suffix == ".pdf":
        text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    elif form.suffix == ".docx":
        text = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs)
    else:
        text = re.sub(r"<style>.*</style>|<[^>]+>", " ", data.decode(), flags=re.DOTALL)
    return " ".join(text.split())


@pytest.mark.parametrize("form", [HTML, HTML_LARGE, PDF, PDF_LARGE, WORD, TEXT], ids=lambda form: form.name)
def test_the_sheet_asks_everything_and_tells_nothing(form: Format) -> None:
    words = words_in(form)
    for expected in (
        "Name",
        "The questions are about “The Paper Mill at Lower Hessing”.",
        "1. Why did the brothers buy a steam engine?",
        "The stream ran dry.",
        "Choose all that are right.",
        "False",
        "sheets",
        "6. Fill the gaps.",
        "(2 points)",
        "The engine burned",
        "1915",
        "Number them in the right order.",
    ):
        assert expected in words
    for hidden in ("Ida Marsh", "hard coal", "Without water", "900"):
        assert hidden not in words


@pytest.mark.parametrize("form", [HTML_KEY, PDF_KEY, WORD_KEY, TEXT_KEY], ids=lambda form: form.name)
def test_the_key_says_what_is_right_why_and_what_proves_it(form: Format) -> None:
    words = words_in(form)
    for expected in (
        "The paper mill: Key",
        "1. Why did the brothers buy a steam engine?",
        "D. The stream ran dry.",
        "Without water the wheel stood still",
        "Because the stream ran dry in the summer of 1881, the brothers bought a steam engine from a yard in Kell.",
        "A. Ansgar Brook",
        "900 sheets (right from 855 to 945)",
        "Ida Marsh (also right: Marsh; the teacher Ida Marsh)",
        "2. hard coal (also right: coal)",
        "The mill burned. → A. 1902",
        "4. The fire breaks out.",
    ):
        assert expected in words


WHY = OpenQuestion(stem="Why?", answer="**Water** runs down.\n\n- It digs.\n\nSo it bends.", markup="markdown")


@pytest.mark.parametrize(
    ("form", "line"), [(HTML, '<div class="ruled"></div>'), (TEXT, "_" * 60)], ids=lambda one: getattr(one, "name", "")
)
def test_sentences_have_lines_to_write_on_more_of_them_for_more_points(form: Format, line: str) -> None:
    counts = []
    for points in (None, Decimal(2), Decimal(100)):
        page = form.written(Quiz("T", (replace(WHY, points=points),)))[0].decode()
        counts.append(page.count(line))
        assert "digs" not in page
    assert counts == [5, 8, 20]


def test_many_lines_begin_below_their_question_and_go_on_on_the_next_page() -> None:
    pages = PdfReader(io.BytesIO(PDF_LARGE.written(Quiz("T", (replace(WHY, points=Decimal(9)),)))[0])).pages
    assert "Why?" in pages[0].extract_text() and len(pages) == 2


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        (HTML_KEY, '<div class="model"><span class="paragraph"><strong>Water</strong> runs down.</span><ul>'),
        (TEXT_KEY, "   = Water runs down.\n   - It digs.\n   So it bends."),
    ],
    ids=lambda one: getattr(one, "name", ""),
)
def test_the_key_has_the_model_answer(form: Format, shown: str) -> None:
    assert shown in form.written(Quiz("T", (WHY,)))[0].decode()


def test_a_model_answer_is_not_bold_in_word() -> None:
    bold = [
        run.bold
        for paragraph in Document(io.BytesIO(WORD_KEY.written(Quiz("T", (WHY,)))[0])).paragraphs
        for run in paragraph.runs
        if "digs" in run.text
    ]
    assert bold == [False]


def test_the_letters_of_the_key_are_those_of_the_sheet() -> None:
    assert "D. The stream ran dry." in words_in(TEXT) and "A. 1902" in words_in(TEXT)
    assert [option_letter(place) for place in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


def test_a_pdf_is_tagged_has_a_title_and_brings_its_fonts() -> None:
    reader = PdfReader(io.BytesIO(written(PDF)))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"] and reader.trailer["/Root"]["/Lang"] == "en"
    assert reader.metadata is not None and reader.metadata.title == "The paper mill"
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        descendant = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        assert any(key.startswith("/FontFile") for key in descendant["/FontDescriptor"].get_object())


def test_headings_options_and_the_document_itself_are_tagged() -> None:
    tags = Counter(tags_in(written(PDF)))
    assert (tags["/Document"], tags["/H1"], tags["/H2"]) == (1, 1, len(mill().questions))
    lettered = [question for question in mill().questions if isinstance(question, ChoiceQuestion | MatchingQuestion)]
    assert tags["/L"] == len(lettered)
    assert tags["/LI"] == tags["/Lbl"] == tags["/LBody"] == sum(map(options_of, lettered))


def tags_in(data: bytes) -> Iterator[str]:
    """The tags of the structure tree of a PDF, as a screen reader walks it."""
    rest = [PdfReader(io.BytesIO(data)).trailer["/Root"]["/StructTreeRoot"]]
    while rest:
        element = rest.pop()
        element = element.get_object() if hasattr(element, "get_object") else element
        if isinstance(element, list):
            rest += element
        elif isinstance(element, dict):
            yield from [element["/S"]] if "/S" in element else []
            rest += [element["/K"]] if "/K" in element else []


def options_of(question: Question) -> int:
    """How many options stand in a list with letters."""
    (first, *_) = (part for part in question.parts(Random(0)) if isinstance(part, Choice))
    return len(first.options)


@pytest.mark.parametrize("bank", ["north-korean-troops", "photosynthesis"])
def test_fifteen_questions_are_at_most_three_pages(bank: str, checkout: Path) -> None:
    quiz = start().read_bank(checkout / "question_banks" / f"{bank}.yaml").quiz
    assert len(quiz.questions) >= 15
    fifteen = replace(quiz, questions=quiz.questions[:15])
    pages = PdfReader(io.BytesIO(PDF.written(fifteen)[0])).pages
    assert len(pages) <= 3
    assert {(round(page.mediabox.width / 72 * 25.4), round(page.mediabox.height / 72 * 25.4)) for page in pages} == {
        (210, 297)  # millimetres: A4
    }


@pytest.mark.parametrize(("form", "smallest"), [(PDF, 9), (PDF_LARGE, 18)], ids=lambda one: getattr(one, "name", ""))
def test_no_letter_is_smaller_than_it_is_said_to_be(form: Format, smallest: int) -> None:
    sizes: list[float] = []

    def seen(text: str, whole: list[float], line: list[float], font: object, size: float) -> None:
        if text.strip():
            sizes.append(size * abs(line[3] * whole[3]))

    for page in PdfReader(io.BytesIO(written(form))).pages:
        page.extract_text(visitor_text=seen)
    assert min(sizes) == pytest.approx(smallest)


def words_of_pdf(quiz: Quiz, media: MediaSource | None = None) -> str:
    """All words of the sheet for students."""
    pages = PdfReader(io.BytesIO(PDF.written(quiz, media)[0])).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_no_word_of_a_question_is_a_command_in_a_pdf() -> None:
    stem = '#image("/etc/passwd") = [x] *no* $y$ "q" \\ @ref <b> // c'
    words = words_of_pdf(Quiz('#read("x")', (TrueFalseQuestion(stem=stem, answer=True),)))
    assert stem in words and '#read("x")' in words


def test_a_pdf_shows_what_markdown_says() -> None:
    marked = ChoiceQuestion(
        stem="Is **this** *it*?\n\n```\nif x:\n    y = 1\n```\n\n- one\n\n| a | b |\n|---|---|\n| c | `d` |",
        answer="H~2~O",
        distractors=("> said\n\n[here](https://a.org)", "3. x\n4. y"),
        markup="markdown",
    )
    words = words_of_pdf(Quiz("T", (marked,)))
    for shown in ("1. Is this it?", "if x: y = 1", "• one", "a b c d", "O", "said here", "3. x 4. y"):
        assert shown in words, words


def test_a_question_longer_than_a_page_goes_on_on_the_next() -> None:
    words = words_of_pdf(Quiz("T", (TrueFalseQuestion(stem="word " * 1500 + "end?", answer=True),)))
    assert words.count("word") == 1500 and "end?" in words


def test_an_image_that_cannot_be_drawn_is_an_error_in_words() -> None:
    shown = TrueFalseQuestion(stem="![a cell](media/cell.png) Red?", answer=True, markup="markdown")
    with pytest.raises(FormatError, match="the PDF cannot be made: "):
        PDF.written(Quiz("T", (shown,)), lambda file: b"no image")


def test_where_a_pdf_cannot_be_made_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)  # as where it is not installed
    with pytest.raises(FormatError, match=r"found no Typst, .* pip install 'quizengine\[pdf\]'; or export as html"):
        PDF.written(mill())


def test_word_files_have_headings_that_other_programs_find() -> None:
    html = mammoth.convert_to_html(io.BytesIO(written(WORD))).value
    assert "<h2>1. Why did the brothers buy a steam engine?</h2>" in html and html.count("<h2>") == 8
    assert Document(io.BytesIO(written(WORD))).core_properties.title == "The paper mill"


def test_words_beside_the_questions_are_in_the_language_of_the_quiz() -> None:
    quiz = Quiz("Flüsse", (TrueFalseQuestion(stem="Die Elbe fließt.", answer=True),), locale="de-AT")
    assert "Datum: " in TEXT.written(quiz)[0].decode() and "[ ] Richtig   [ ] Falsch" in TEXT.written(quiz)[0].decode()
    assert '<html lang="de-AT">' in HTML.written(quiz)[0].decode()
    assert "Flüsse: Lösung" in TEXT_KEY.written(quiz)[0].decode()


def test_awkward_signs_are_words_and_never_markup() -> None:
    quiz = Quiz("<i>", (TrueFalseQuestion(stem="a <script>x</script> & “b”\nc", answer=True),))
    page = HTML.written(quiz)[0].decode()
    assert "<h2>1. a &lt;script&gt;x&lt;/script&gt; &amp; “b”<br>c</h2>" in page and "<title>&lt;i></title>" not in page


def test_what_each_sheet_leaves_out_is_said() -> None:
    told = TrueFalseQuestion(stem="So?", answer=True, rationale="It is.", evidence=Evidence(0, 3, "Yes"))
    assert loss_report(HTML.losses(Quiz("T", (told,)))) == (
        "question 1 simplified: the rationale: it is on the sheet with the key",
        "question 1 simplified: the evidence: it is on the sheet with the key",
    )
