"""Both sheets as PDF, by Typst: tagged for screen readers, with all fonts embedded, the same bytes every time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from quizengine.errors import FormatError, MissingPackageError
from quizengine.extensions.records import Format
from quizengine.formats.content.as_html import WITHOUT_FORMULAS, in_html
from quizengine.formats.content.images import needed
from quizengine.formats.content.interactions import ExportedQuestion
from quizengine.formats.content.loss_tables import LossTable, format_with_losses
from quizengine.formats.paper.printed_questions import (
    ON_THE_KEY,
    ON_THE_SHEET,
    AskedOnPaper,
    Boxes,
    Columns,
    Field,
    Lettered,
    Line,
    Paper,
    Places,
    Ruled,
    Running,
    Solved,
    key_on_paper,
    questions_on_paper,
    with_rows,
)
from quizengine.formats.paper.typst_content import html_as_typst, typst_string, words_as_typst
from quizengine.quiz.quiz import Quiz

_DRAWN: LossTable = {"markup": None, "images": None}
_STYLE = """
#set text(font: ("DejaVu Sans", "Noto Sans", "Libertinus Serif"), size: SIZE, fill: rgb("#111"), overhang: true)
#set page(paper: "a4", margin: (x: 18mm, top: 18mm, bottom: 20mm), footer: context align(center,
  text(size: FOOTER, counter(page).display("1 / 1", both: true))))
#set par(leading: 0.6em, spacing: 0.9em)
#set list(indent: 0.6em, spacing: 0.7em)
#set enum(indent: 0.6em, spacing: 0.7em)
#set table(stroke: 0.6pt + rgb("#999"), inset: 4pt)
#show heading.where(level: 1): it => block(below: 1em, text(size: 1.3em, it.body))
#show heading.where(level: 2): it => block(below: 0.8em, sticky: true, text(size: SIZE, it.body))
#show raw.where(block: true): it => block(width: 100%, fill: rgb("#f3f3f3"), inset: 6pt, it)
#show raw: set text(font: "DejaVu Sans Mono", size: 1.15em, weight: "regular")
#let mono(body) = text(font: "DejaVu Sans Mono", body)
#let gap(width) = box(width: width, height: 1em, stroke: (bottom: 0.75pt + black), baseline: 0.2em)
#let ruled = block(width: 100%, height: 2em, spacing: 0pt, breakable: false, stroke: (bottom: 0.75pt + black))
#let tick = box(width: 0.75em, height: 0.75em, stroke: 0.75pt + black)
#let quoted(body) = block(stroke: (left: 1.5pt + rgb("#777")), inset: (left: 0.8em, y: 0.3em), body)
#let picture(file, alt: "") = layout(room => {
  let data = bytes(read(file).codepoints().map(str.to-unicode))
  let size = measure(image(data))
  let factor = calc.min(1, room.width / size.width, 12cm / size.height)
  box(image(data, alt: alt, width: size.width * factor))
})
"""
_LINES_OF_AN_IMAGE = 28


@dataclass(frozen=True)
class Print:
    """The size in which a sheet is printed, and how much has room on it."""

    size: str
    """The size of its words, as Typst has it."""
    footer: str
    """The size of the page numbers."""
    lines: int
    """A question of fewer lines is kept on one page."""
    signs: int
    """The characters in a line."""
    columns: int
    """The number of columns of pairs."""


NORMAL = Print("11.5pt", "9pt", lines=30, signs=60, columns=2)
LARGE = Print("18pt", "18pt", lines=16, signs=38, columns=1)
"""No letter is smaller than 18 points (American Printing House for the Blind, Large Print Guidelines)."""


def _printed(paper: Paper, files: Mapping[str, bytes], size: Print = NORMAL) -> bytes:
    """The bytes of the PDF; raises MissingPackageError without Typst, FormatError if it cannot read an image."""
    try:
        import typst
    except (ImportError, OSError):
        raise MissingPackageError(
            "Typst",
            "found no Typst, expected it to make a PDF: pip install 'quizengine[pdf]'; "
            "or export as html and print that from your browser",
        ) from None
    asked = (_asked(one, size) for one in paper.asked)
    source = "\n".join((_head(paper, size), *asked, *(_solved(one, size) for one in paper.solved)))
    texts = {"main.typ": source.encode(), **{name: _as_text(data) for name, data in files.items()}}
    try:
        made: bytes = typst.compile(texts)  # type: ignore[call-overload] # its stubs know no files beside the main one
    except typst.TypstError as fault:
        raise FormatError(f"the PDF cannot be made: {' '.join(str(fault).split())[:200]}") from None
    return made


def _as_text(data: bytes) -> bytes:
    """The bytes of an image as characters of UTF-8, as the files that Typst is given are texts."""
    return data.decode("latin-1").encode()


def _head(paper: Paper, size: Print) -> str:
    language = paper.locale.partition("-")[0].partition("_")[0]
    person = f"#grid(columns: (1fr, 1fr), gutter: 2em, {_blank(paper.labels.name)}, {_blank(paper.labels.date)})"
    return "\n".join(
        (
            f"#set document(title: {typst_string(paper.title)}, date: none)",
            _STYLE.replace("SIZE", size.size).replace("FOOTER", size.footer),
            f"#set text(lang: {typst_string(language)})",
            f"#heading(level: 1)[{words_as_typst(paper.title)}]",
            person if paper.asked else "",
            *(f"{words_as_typst(text)}#parbreak()" for text in paper.about),
        )
    )


def _blank(label: str) -> str:
    return f"block(width: 100%, stroke: (bottom: 0.75pt), inset: (bottom: 0.3em))[{words_as_typst(label + ':')}]"


def _asked(one: AskedOnPaper, size: Print) -> str:
    points = f'#text(weight: "regular")[#{typst_string(f" ({one.points})")}]' if one.points else ""
    return _kept_together(f"{_heading(one.number, one.stem)}{points}]{''.join(_field(one.field, size))}", size)


def _heading(number: int, stem: str) -> str:
    return f"#heading(level: 2)[#{typst_string(f'{number}. ')}{html_as_typst(stem)}"


def _kept_together(source: str, size: Print) -> str:
    """A question as a block that no page break cuts, unless it may be longer than a page."""
    lines = len(source) / size.signs + source.count("linebreak") + source.count("[") / 4
    lines += source.count("#picture(") * _LINES_OF_AN_IMAGE + source.count("\\n") + source.count("#ruled") * 1.5
    return f"#block(width: 100%, above: 1.8em, breakable: {str(lines > size.lines).lower()})[{source}]"


def _field(field: Field, size: Print) -> Iterator[str]:
    match field:
        case Lettered(texts=texts, told=told):
            yield _told(told)
            yield _lettered(texts)
        case Boxes(texts=texts):
            yield "#h(2em)".join(f"#tick#h(0.5em){html_as_typst(text)}" for text in texts)
        case Line(unit=unit):
            yield f"#v(0.6em)#gap(60%) {html_as_typst(unit)}"
        case Ruled(lines=lines):
            yield "#ruled" * lines
        case Running(pieces=pieces):
            yield "".join(html_as_typst(piece) if piece is not None else "#gap(9em)" for piece in pieces)
        case Columns(lefts=lefts, rights=rights, told=told):
            columns = f"columns: ({'1fr, ' * size.columns}), gutter: 2em"
            yield f"{_told(told)}#grid({columns}, [{_with_gaps(lefts)}], [{_lettered(rights)}])"
        case Places(texts=texts, told=told):
            yield f"{_told(told)}{_with_gaps(texts)}"
        case _:
            assert_never(field)


def _told(text: str) -> str:
    return f"{words_as_typst(text)}#parbreak()" if text else ""


def _lettered(texts: tuple[str, ...]) -> str:
    return f'#enum(numbering: "A.", {", ".join(f"[{html_as_typst(text)}]" for text in texts)})'


def _with_gaps(texts: tuple[str, ...]) -> str:
    return "#parbreak()".join(f"#gap(2.5em)#h(0.7em){html_as_typst(text)}" for text in texts)


def _solved(one: Solved, size: Print) -> str:
    answers = "#linebreak()".join(map(html_as_typst, one.answers))
    shown = f"[{answers}]" if one.in_sentences else f"[#strong[{answers}]]"
    why = f"#parbreak(){html_as_typst(one.rationale)}" if one.rationale else ""
    proof = f"#quoted[{html_as_typst(one.evidence)}]" if one.evidence else ""
    return _kept_together(f"{_heading(one.number, one.stem)}]#pad(left: 1em){shown}{why}{proof}", size)


def _drawn(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> tuple[ExportedQuestion, ...]:
    """The questions with HTML in their texts, in which the address of an image is its file."""
    return tuple(in_html(one, quiz.seed, WITHOUT_FORMULAS, lambda file, data: file) for one in kept)


def _write_key(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
    return _printed(key_on_paper(quiz, _drawn(quiz, kept)), needed(kept))


def _sheet(name: str, summary: str, size: Print = NORMAL) -> Format:
    """The format of a sheet for students."""

    def write(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
        return _printed(questions_on_paper(quiz, _drawn(quiz, kept)), needed(kept), size)

    losses = with_rows(ON_THE_SHEET, _DRAWN)
    return format_with_losses(name, ".pdf", summary, write=write, losses=losses, holds_images=True, for_students=True)


PDF = _sheet("pdf", "A sheet for students as PDF.")
PDF_LARGE = _sheet("pdf-large", "A sheet for students as PDF, in letters of 18 points or more.", LARGE)
PDF_KEY = format_with_losses(
    "pdf-key",
    ".pdf",
    "The key as PDF, with what proves it.",
    write=_write_key,
    losses=with_rows(ON_THE_KEY, _DRAWN),
    holds_images=True,
)
