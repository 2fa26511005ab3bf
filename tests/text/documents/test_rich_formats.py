"""An article with headings, bold terms, a list, a quotation and footnotes gives the same questions in every format."""

import io
import zipfile

import pytest
from rich_writers import MARKED, PLAIN, body_of, pdf_of_runs, terms_of

from quizengine import Article, start
from quizengine.engine import Engine
from quizengine.generation.blueprint import Blueprint

TITLE = "How the Salt Road Came to Merrow"
BLOCKS = (
    ("title", TITLE),
    (
        "text",
        "In 1764, Agnes Thorne built the first **salt pan** of Merrow. A **salt pan** is a shallow basin in which "
        "sea water dries until only the salt is left. The basin cost 1,200 crowns, and 85 workers dug it within two "
        "years.^1",
    ),
    ("heading", "The long road inland"),
    (
        "text",
        "In 1791, the Merrow Company paved 64 kilometres of road because carts sank into the wet clay. A **toll "
        "house** is a building beside a road where a keeper takes money from all who pass. “The road fed us, and "
        "then it ate us,” the carter Josef Brandt wrote in his diary.^2",
    ),
    ("heading", "What the company built"),
    ("item", "The company opened 14 toll houses between Merrow and the city of Halden in 1793."),
    ("item", "It planted 9,000 poplars along the road in 1801."),
    ("item", "It employed 230 carters and 40 smiths in 1810."),
    (
        "quote",
        "“We carried the salt of three provinces, and nobody asked what our children ate,” said Maria Lopes, "
        "the last keeper of the Merrow toll house.",
    ),
    (
        "text",
        "About 41,000 people walk the old Salt Road every summer. In 1998, the town of Merrow opened a museum in "
        "the last toll house.",
    ),
    ("note", "^1 Thorne, Accounts, p. 12."),
    ("note", "^2 Brandt, Diary of a Carter, p. 77."),
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return start()


def questions(engine: Engine, article: Article) -> list[tuple[str, str, str]]:
    """All questions that can be asked, also those that are too weak for a quiz."""
    draft = engine.draft(article, blueprint=Blueprint(least=0))
    return [(one.id, one.stem, one.evidence.quote if one.evidence else "") for one in draft.quiz.questions]


def read(name: str) -> Article:
    file, write = (PLAIN | MARKED)[name]
    return Article.from_bytes(write(BLOCKS), file)


@pytest.mark.parametrize("name", PLAIN | MARKED)
def test_every_format_has_the_same_title_and_prose(name: str) -> None:
    article = read(name)
    assert str(article.title) == TITLE
    assert [one.text for one in article.paragraphs] == body_of(BLOCKS)


@pytest.mark.parametrize("name", MARKED)
def test_every_format_that_has_bold_keeps_its_terms(name: str) -> None:
    assert [term.text for term in read(name).marked_terms] == terms_of(BLOCKS)


@pytest.mark.parametrize("name", PLAIN)
def test_plain_text_has_no_bold(name: str) -> None:
    assert read(name).marked_terms == ()


def test_the_same_questions_are_asked_in_every_format(engine: Engine) -> None:
    asked = {name: questions(engine, read(name)) for name in PLAIN | MARKED}
    plain, marked = asked["UTF-8"], asked["Markdown"]
    assert len(plain) >= 8
    assert {name: asked[name] for name in PLAIN if asked[name] != plain} == {}
    assert {name: asked[name] for name in MARKED if asked[name] != marked} == {}
    assert [one for one in plain if one not in marked] == []  # bold terms add to what is asked and take nothing away


def test_a_style_of_an_opendocument_text_is_bold_where_its_parent_is() -> None:
    styles = (
        '<style:style style:name="T2" style:family="text"><style:text-properties fo:font-weight="400"/></style:style>'
        '<style:default-style><style:text-properties fo:font-weight="700"/></style:default-style>'
        '<style:style style:name="T1" style:family="text" style:parent-style-name="Key"/>'
        '<style:style style:name="Key" style:family="text"><style:text-properties fo:font-weight="700"/></style:style>'
    )
    words = (
        '<text:p>A <text:span text:style-name="T1">weir</text:span> is a low <text:span text:style-name="T2">dam'
        '</text:span> across a river, and <text:span text:style-name="Strong_20_Emphasis">sluices</text:span> close '
        "it.</text:p>"
    )
    assert [span.text for span in open_text(styles + words).marked_terms] == ["weir", "sluices"]


def test_a_block_quotation_of_an_opendocument_text_is_prose_and_its_caption_is_not() -> None:
    words = (
        '<text:p text:style-name="Title">The weir</text:p><text:p>It fell in May.</text:p>'
        '<text:p text:style-name="Quotations">We saw it fall.</text:p>'
        '<text:p text:style-name="Illustration">The weir in spring, drawn by a child.</text:p>'
    )
    article = open_text(words)
    assert str(article.title) == "The weir"
    assert [one.text for one in article.paragraphs] == ["It fell in May.", "We saw it fall."]


def open_text(xml: str) -> Article:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", xml)
    return Article.from_bytes(buffer.getvalue())


def test_a_bold_line_over_a_paragraph_of_a_pdf_file_is_a_heading_and_a_term_over_two_lines_is_one() -> None:
    lines = [
        "The weir of the lower valley fell in May, after the river had carried ice for weeks.",
        "**The second weir**",
        "A second one was built of oak in the year that followed, and beside it stands the **fish**",
        "**ladder** of the village, by which salmon climb to the upper lake in spring and autumn.",
    ]
    article = Article.from_bytes(pdf_of_runs(lines))
    assert [one.text for one in article.furniture] == ["The second weir"]
    assert [term.text for term in article.marked_terms] == ["fish ladder"]


@pytest.mark.parametrize(
    ("bold", "headings"),
    [
        (["The second weir of", "the lower valley"], ["The second weir of the lower valley"]),
        (["The second weir of", "the lower valley", "of the Orra"], []),
    ],
)
def test_a_bold_heading_of_a_pdf_file_has_two_lines_at_most(bold: list[str], headings: list[str]) -> None:
    lines = [
        "The weir of the lower valley fell in May, after the river had carried ice for weeks.",
        *(f"**{line}**" for line in bold),
        "A second one was built of oak in the year that followed, and beside it stands a ladder.",
        "It rained in the valley of the Orra all through the spring, and the river rose again.",
    ]
    assert [one.text for one in Article.from_bytes(pdf_of_runs(lines)).furniture] == headings


def test_a_pdf_file_that_is_bold_throughout_has_no_terms() -> None:
    article = Article.from_bytes(pdf_of_runs(["**The weir of the lower valley fell in May, and a mill with it.**"]))
    assert article.marked_terms == ()


def test_bold_of_rich_text_ends_with_its_group_or_its_control_word() -> None:
    code = (
        rb"{\rtf1\ansi {\info{\title A {\b name}}}\pard\b The mill\b0\par "
        rb"A \b weir\b0  is a dam. A {\b\i sluice} is a gate. "
        rb"A \b lock\plain  lifts boats. \{It\} fell \'96 in May.\par}"
    )
    article = Article.from_bytes(code, "mill.txt")
    assert str(article.title) == "The mill"
    assert [one.text for one in article.paragraphs] == [
        "A weir is a dam. A sluice is a gate. A lock lifts boats. {It} fell – in May."
    ]
    assert [span.text for span in article.marked_terms] == ["weir", "sluice", "lock"]


def test_a_link_of_rich_text_is_its_words() -> None:
    code = rb'{\rtf1 See {\field{\*\fldinst{HYPERLINK "https://example.org"}}{\fldrslt{the old mill}}} in May.\par}'
    assert Article.from_bytes(code).text == "See the old mill in May."
