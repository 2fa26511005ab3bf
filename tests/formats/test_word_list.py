"""Word lists, as teachers type them."""

import io
from html import escape
from typing import Any

import pytest

from quizengine import (
    BankError,
    ChoiceQuestion,
    FormatError,
    OpenQuestion,
    Reading,
    ShortTextQuestion,
    TrueFalseQuestion,
)
from quizengine.formats.encodings.packages import packed
from quizengine.formats.word_list import WORD_LIST

_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def read(*paragraphs: str) -> Reading:
    """What a small Word file with these paragraphs gives; `**` around words makes them bold."""

    def run(text: str, bold: int) -> str:
        lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
        return f"<w:r>{'<w:rPr><w:b/></w:rPr>' * bold}{lines}</w:r>"

    def paragraph(text: str) -> str:
        return f"<w:p>{''.join(run(piece, place % 2) for place, piece in enumerate(text.split('**')))}</w:p>"

    body = "".join(map(paragraph, paragraphs))
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f"<w:document {_SPACE}><w:body>{body}</w:body></w:document>",
    }
    return WORD_LIST.reading(packed({name: text.encode() for name, text in files.items()}), "list.docx", {})


_LIST = (
    '<w:abstractNum xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:abstractNumId="77">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl>'
    "</w:abstractNum>",
    '<w:num xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:numId="77">'
    '<w:abstractNumId w:val="77"/></w:num>',
)
"""A list as Word makes it: 1. on level 0, a) on level 1."""


def listed(document: Any, text: str, level: int) -> None:
    """Add a paragraph of the list that Word numbers."""
    settings = document.add_paragraph(text)._p.get_or_add_pPr().get_or_add_numPr()
    settings.get_or_add_ilvl().val = level
    settings.get_or_add_numId().val = 77


ELBE = ChoiceQuestion(stem="Which river?", answer="Elbe", distractors=("Rhine", "Po"))


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Rivers", "1. Which river?", "a) Rhine", "*b) Elbe", "c) Po"],
        ["1) Which river?", "A. Rhine", "B. * Elbe", "C. Po"],
        ["1. Which river?\na) Rhine\n*b) Elbe\nc) Po"],
        ["1. Which river? a) Rhine *b) Elbe c) Po"],
        ["1. Which river?", "a) Rhine", "**b) Elbe**", "c) Po"],
        ["1. Which river?", "a) Rhine", "b) Elbe", "c) Po", "Answer: b"],
        ["1. Which river?", "a) Rhine", "b) Elbe", "c) Po", "ANSWER: Elbe"],
    ],
)
def test_a_choice_in_any_form_of_the_list(paragraphs: list[str]) -> None:
    reading = read(*paragraphs)
    assert (reading.quiz.questions, reading.findings) == ((ELBE,), ())


def test_lists_that_word_numbers_itself() -> None:
    from docx import Document
    from docx.oxml import parse_xml

    document = Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(_LIST[0]))
    numbering.append(parse_xml(_LIST[1]))
    for level, text in [(0, "Which river?"), *((1, text) for text in ("Rhine", "*Elbe", "Po"))]:
        listed(document, text, level)
    for level, text in [(0, "The Elbe is a river."), (1, "*True"), (1, "False")]:
        listed(document, text, level)
    buffer = io.BytesIO()
    document.save(buffer)
    reading = WORD_LIST.reading(buffer.getvalue(), "list.docx", {})
    assert reading.quiz.questions == (ELBE, TrueFalseQuestion(stem="The Elbe is a river.", answer=True))


def test_several_right_ones_longer_texts_and_typed_answers() -> None:
    reading = read(
        *("1. Which are", "rivers?", "*a) Elbe", "*b) Po", "c) Alps"),
        *("2. Which river flows through Hamburg?", "Answer: Elbe; the River Elbe"),
    )
    assert reading.quiz.questions == (
        ChoiceQuestion(stem="Which are\nrivers?", answer=("Elbe", "Po"), distractors=("Alps",)),
        ShortTextQuestion(stem="Which river flows through Hamburg?", answer="Elbe", accept=("the River Elbe",)),
    )


def test_a_model_answer_of_several_lines_makes_an_open_question() -> None:
    reading = read("1. Why do rivers bend?", "Model answer: Water is faster outside.", "a) It digs there.", "2. Which?")
    assert reading.quiz.questions == (
        OpenQuestion(stem="Why do rivers bend?", answer="Water is faster outside.\na) It digs there."),
    )


def test_what_cannot_be_read_is_named_and_the_rest_is_read() -> None:
    reading = read(
        *("1. Which?", "a) x", "b) y"),
        *("2. Why?", "3. Which river?", "a) Rhine", "*b) Elbe", "c) Po"),
        *("4. All?", "*a) x", "*b) y", "5. One?", "a) x", "b) y", "Answer: z"),
        *("6. Why?", "Answer: x", "Model answer: Because."),
    )
    assert reading.quiz.questions == (ELBE,)
    assert [str(finding).replace("the question is left out: found ", "") for finding in reading.findings] == [
        "list.docx:1: no option marked as right, expected a star before its letter: *b)",
        "list.docx:4: a question without options and without a line “Answer: …”",
        "list.docx:9: every option marked as right, expected at least one that is wrong",
        "list.docx:12: the answer “z”, expected the letter of an option",
        "list.docx:16: a model answer beside options or a line “Answer: …”, expected one of them",
    ]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"1. Which?", b"\0" * 1000])
def test_files_that_are_no_word_list_are_refused(data: bytes) -> None:
    with pytest.raises((BankError, FormatError), match=r"^list\.docx: found "):
        WORD_LIST.reading(data, "list.docx", {})


def test_a_word_file_without_questions_is_refused() -> None:
    with pytest.raises(FormatError, match=r"list\.docx: found no question, expected numbered ones"):
        read("Just a text.")
