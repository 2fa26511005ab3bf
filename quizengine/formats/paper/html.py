"""Both sheets as HTML that needs nothing else: to print from any browser, and what a PDF is made of."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import assert_never

from quizengine.extensions.records import Format
from quizengine.formats.content.as_html import WITH_MATHML, block_tag, in_html
from quizengine.formats.content.images import inside_the_text
from quizengine.formats.content.interactions import ExportedQuestion
from quizengine.formats.content.loss_tables import LossTable, format_with_losses
from quizengine.formats.encodings.html_text import html_of, paragraphs
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
from quizengine.quiz.markup import Surface, phrase
from quizengine.quiz.quiz import Quiz

DRAWN: LossTable = {"markup": None, "formulas": None, "images": None}
"""The losses that paper has elsewhere and HTML has not."""
_STYLE = """
@page { size: A4; margin: 18mm 18mm 20mm;
  @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif } }
body { font: 11.5pt/1.45 "DejaVu Sans", "Noto Sans", sans-serif; max-width: 44em; margin: 1em auto; padding: 0 1em;
  color: #111; background: #fff }
@media print { body { margin: 0; padding: 0; max-width: none } }
h1 { font-size: 1.5em; line-height: 1.2; margin: 0 0 .5em }
h2 { font-size: 1em; margin: 1.4em 0 .4em; break-after: avoid }
section { break-inside: avoid }
p { margin: .3em 0 }
ol, ul { margin: .3em 0; padding-left: 2em }
li { margin: .25em 0; overflow-wrap: anywhere }
.letters { list-style-type: upper-alpha }
.boxes, .places { list-style: none; padding-left: 0 }
.boxes li { display: inline-block; margin-right: 2em }
.box { display: inline-block; width: .8em; height: .8em; border: 1px solid #111; margin-right: .5em }
.gap { display: inline-block; border-bottom: 1px solid #111; width: 9em; height: 1.1em }
.short { width: 2.5em; margin-right: .7em }
.long { width: 60%; margin-top: .7em }
.ruled { border-bottom: 1px solid #111; height: 2.2em }
.person { display: flex; gap: 2em; margin: 1em 0 }
.person span { flex: 1; border-bottom: 1px solid #111; padding-bottom: .2em }
.columns { display: flex; flex-wrap: wrap; gap: 0 2em }
.columns > * { flex: 1 1 14em }
.key { font-weight: bold; margin-left: 1em }
.model { margin: .3em 0 .3em 1em }
pre { white-space: pre-wrap; font-family: monospace; background: #f3f3f3; padding: .4em .6em }
.paragraph { display: block; margin-top: .4em }
.paragraph:first-child { display: inline }
h2 pre, h2 ul, h2 ol, h2 table { font-weight: normal }
img { max-width: 100%; max-height: 12cm; height: auto }
table { border-collapse: collapse } th, td { border: 1px solid #999; padding: .1em .6em }
.points { font-weight: normal; white-space: nowrap }
blockquote { margin: .3em 0 .3em 1em; border-left: 2px solid #777; padding-left: .8em }
"""
_LARGE = """
@page { @bottom-center { font-size: 18pt } }
body { font-size: 18pt; max-width: none }
.gap { width: 7em }
.long { width: 100% }
.columns { display: block }
"""
"""The styles of a large sheet: in print and on the screen, no letter is smaller than 18 points."""


def drawn(quiz: Quiz, kept: tuple[ExportedQuestion, ...], surface: Surface) -> tuple[ExportedQuestion, ...]:
    """The questions with HTML in their texts, which may stand in headings: paragraphs are spans there."""
    return tuple(in_html(one, quiz.seed, surface, inside_the_text, phrase) for one in kept)


def page(paper: Paper, more_style: str = "") -> str:
    """A sheet, the texts of whose questions are HTML, as a page."""
    person = f'<div class="person"><span>{paper.labels.name}:</span><span>{paper.labels.date}:</span></div>'
    body = "".join(
        (
            f"<h1>{html_of(paper.title)}</h1>",
            person if paper.asked else "",
            paragraphs(*paper.about),
            *map(_asked, paper.asked),
            *map(_solved, paper.solved),
        )
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(paper.locale)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(paper.title, quote=False)}</title><style>{_STYLE}{more_style}</style></head>"
        f"<body><main>{body}</main></body></html>\n"
    )


def _asked(one: AskedOnPaper) -> str:
    points = f' <span class="points">({one.points})</span>' if one.points else ""
    return f"<section><h2>{one.number}. {one.stem}{points}</h2>{''.join(_field(one.field))}</section>"


def _field(field: Field) -> Iterator[str]:
    match field:
        case Lettered(texts=texts, told=told):
            yield paragraphs(told)
            yield _listed("ol", "letters", texts)
        case Boxes(texts=texts):
            yield _listed("ul", "boxes", (f'<span class="box"></span>{text}' for text in texts))
        case Line(unit=unit):
            yield f'<p><span class="gap long"></span> {unit}</p>'
        case Ruled(lines=lines):
            yield '<div class="ruled"></div>' * lines
        case Running(pieces=pieces):
            words = (piece if piece is not None else '<span class="gap"></span>' for piece in pieces)
            yield f"<p>{''.join(words)}</p>"
        case Columns(lefts=lefts, rights=rights, told=told):
            gaps = _listed("ul", "places", (f'<span class="gap short"></span>{text}' for text in lefts))
            letters = _listed("ol", "letters", rights)
            yield f'{paragraphs(told)}<div class="columns">{gaps}{letters}</div>'
        case Places(texts=texts, told=told):
            yield paragraphs(told)
            yield _listed("ul", "places", (f'<span class="gap short"></span>{text}' for text in texts))
        case _:
            assert_never(field)


def _listed(tag: str, name: str, items: Iterable[str]) -> str:
    return f'<{tag} class="{name}">{"".join(f"<li>{item}</li>" for item in items)}</{tag}>'


def _solved(one: Solved) -> str:
    answers = "<br>".join(one.answers)
    tag, name = block_tag(answers), "model" if one.in_sentences else "key"
    proof = f"<blockquote>{one.evidence}</blockquote>" if one.evidence else ""
    why = f"<div>{one.rationale}</div>" if one.rationale else ""
    head = f"<h2>{one.number}. {one.stem}</h2>"
    return f'<section>{head}<{tag} class="{name}">{answers}</{tag}>{why}{proof}</section>'


def _write_key(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
    return page(key_on_paper(quiz, drawn(quiz, kept, WITH_MATHML))).encode()


def _sheet(name: str, summary: str, more_style: str = "") -> Format:
    """The format of a sheet for students."""

    def write(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
        return page(questions_on_paper(quiz, drawn(quiz, kept, WITH_MATHML)), more_style).encode()

    losses = with_rows(ON_THE_SHEET, DRAWN)
    return format_with_losses(name, ".html", summary, write=write, losses=losses, holds_images=True, for_students=True)


HTML = _sheet("html", "A sheet for students to print from a browser.")
HTML_LARGE = _sheet(
    "html-large", "A sheet for students to print from a browser, in letters of 18 points or more.", _LARGE
)
HTML_KEY = format_with_losses(
    "html-key",
    ".html",
    "The key to print, with what proves it.",
    write=_write_key,
    losses=with_rows(ON_THE_KEY, DRAWN),
    holds_images=True,
)
