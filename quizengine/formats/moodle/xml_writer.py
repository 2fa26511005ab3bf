"""Moodle XML, written: every question type, as Moodle 4 and 5 import it.

All texts are in CDATA sections, since Moodle drops blanks around entities elsewhere. Plain texts have the format
`plain_text`, so that nothing in them is taken for markup. `docs/formats.md` says what is lost.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import partial
from html import escape
from typing import assert_never

from quizengine.extensions.records import MediaSource
from quizengine.formats.content.as_html import block_tag, in_blocks
from quizengine.formats.content.interactions import (
    ExportedQuestion,
    GapText,
    Mixed,
    MultipleChoice,
    NumberEntry,
    OpenAnswer,
    PairMatching,
    Sequencing,
    SingleChoice,
    TextEntry,
    TrueFalse,
    with_html,
)
from quizengine.formats.content.loss_tables import not_carried
from quizengine.formats.content.numbers import plain_number, spans_of
from quizengine.formats.content.spellings import listed_spellings
from quizengine.formats.encodings.html_text import html_of, html_to_text
from quizengine.formats.moodle.cloze_gaps import gap_of
from quizengine.formats.moodle.weights import shares, weight
from quizengine.quiz.markup import Medium, Source, Surface, as_latex
from quizengine.quiz.markup.media import MEDIA_FOLDER
from quizengine.quiz.parts import Option
from quizengine.quiz.quiz import Quiz

_NAME = 60
_EMBEDDED = "@@PLUGINFILE@@/"
_MARK = re.compile("\0([^\0]*)\0")
"""Stands where the element of a file belongs; no text of a question holds such a sign."""
_TYPES = {
    TrueFalse: "truefalse",
    SingleChoice: "multichoice",
    MultipleChoice: "multichoice",
    NumberEntry: "numerical",
    TextEntry: "shortanswer",
    OpenAnswer: "essay",
    GapText: "cloze",
    PairMatching: "matching",
    Sequencing: "ordering",
}
_LINES = 10
"""The height of the field for an answer in sentences."""
_BEFORE = ("$", "€", "£", "¥")
"""Units that come before their number."""


def write_moodle_xml(quiz: Quiz, questions: tuple[ExportedQuestion, ...], media: MediaSource | None = None) -> bytes:
    """Return the questions as one file of Moodle XML, in a category that has the quiz's title.

    With `media`, images and recordings are embedded where a text shows them.
    """
    parts = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>"]
    if quiz.title.strip():
        parts += _category(quiz)
    digits = len(str(questions[-1].number))
    surface = Surface(source=_embedded if media else lambda medium: None, formula=as_latex)
    for one in (with_html(each, quiz.seed, partial(in_blocks, surface=surface)) for each in questions):
        parts += [f'<question type="{_TYPES[type(one.interaction)]}">']
        parts += _head(one, digits)
        parts += _body(one)
        parts += _tags(one)
        parts += ["</question>"]
    document = "\n".join([*parts, "</quiz>", ""])
    files = {_file_name(each.file): each.file for one in questions for each in one.original.media}
    return _MARK.sub(lambda mark: _file(mark[1], files, media), document).encode()


def _embedded(medium: Medium) -> Source:
    """The address at which Moodle finds a file that lies beside the text which shows it."""
    return Source(f"{_EMBEDDED}{_file_name(medium.file)}")


def _file_name(path: str) -> str:
    return re.sub(r"[^\w.-]", "-", path.removeprefix(f"{MEDIA_FOLDER}/"))


def _file(name: str, files: Mapping[str, str], media: MediaSource | None) -> str:
    """The element that holds a file; empty for one that is not there."""
    data = media(files[name]) if media and name in files else None
    if data is None:
        return ""
    return f'<file name="{escape(name)}" path="/" encoding="base64">{b64encode(data).decode()}</file>'


def _category(quiz: Quiz) -> Iterable[str]:
    yield '<question type="category">'
    yield f"<category>{_text('top/' + quiz.title.strip().replace('/', '//'))}</category>"
    yield f'<info format="plain_text">{_text(quiz.description)}</info>'
    yield "</question>"


def _head(one: ExportedQuestion, digits: int) -> Iterable[str]:
    """Yield what every question has: name, stem, general feedback, points, id."""
    stem = one.original.in_plain_words().stem
    first = " ".join(stem.replace("<", " ").replace(">", " ").split())
    name = f"{one.number:0{digits}} {first if len(first) <= _NAME else first[: _NAME - 1] + '…'}"
    yield f"<name>{_text(name)}</name>"
    yield _stem(one)
    yield _field("generalfeedback", *_said(one, one.feedback))
    if not isinstance(one.interaction, GapText):  # Moodle adds up what the gaps are worth
        yield f"<defaultgrade>{_points(one.points)}</defaultgrade>"
    yield "<penalty>0</penalty>"
    yield f"<idnumber>{escape(one.question.id)}</idnumber>"


def _stem(one: ExportedQuestion) -> str:
    match one.interaction:
        case GapText() as gaps:
            worth = one.points / len(gaps.gaps)
            points = int(worth) if worth.denominator == 1 else 1
            pieces = (_around_gaps(one, p) if isinstance(p, str) else gap_of(p, points) for p in gaps.pieces)
            stem, tag = _around_gaps(one, one.stem), block_tag(one.stem)
            return _field("questiontext", f"<{tag}>{stem}</{tag}><div>{''.join(pieces)}</div>", "html")
        case NumberEntry(unit=unit) as entry if unit and not entry.key.unit_required:
            return _field("questiontext", *_said(one, one.stem, f" ({unit})"))
        case _:
            return _field("questiontext", *_said(one, one.stem))


def _around_gaps(one: ExportedQuestion, words: str) -> str:
    """Words as HTML in which no brace begins a gap."""
    return (words if one.in_html else html_of(words)).replace("{", "&#123;")


def _said(one: ExportedQuestion, words: str, behind: str = "") -> tuple[str, str]:
    """The words of a question with plain ones after them, and the format that they have."""
    return (words + html_of(behind), "html") if one.in_html else (words + behind, "plain_text")


def _body(one: ExportedQuestion) -> Iterable[str]:
    shown = one.interaction
    match shown:
        case TrueFalse():
            yield from (_answer(one, str(each).lower(), 100 * (each == shown.answer)) for each in (True, False))
        case SingleChoice():
            yield from _choice(one, shown, single=True)
        case MultipleChoice():
            yield from _choice(one, shown, single=False)
        case NumberEntry():
            yield from _number(one, shown)
        case TextEntry():
            yield f"<usecase>{int(shown.key.match != 'words')}</usecase>"
            escaped = (text.replace("*", "\\*") for text in listed_spellings(shown.key))
            yield from (_answer(one, text, 100) for text in escaped)
        case OpenAnswer(model=model):
            yield "<responseformat>plain</responseformat>"
            yield f"<responsefieldlines>{_LINES}</responsefieldlines>"
            yield _field("graderinfo", *_said(one, model))
        case GapText():
            return
        case PairMatching():
            yield from _pairs(one, shown)
        case Sequencing():
            yield from _order(one, shown)
        case Mixed():
            not_carried(shown)
        case _:
            assert_never(shown)


def _choice(one: ExportedQuestion, shown: SingleChoice | MultipleChoice, *, single: bool) -> Iterable[str]:
    right = set(shown.right_ones)
    gives, takes = shares(len(right), 0 if single else len(shown.options) - len(right))
    yield f"<single>{str(single).lower()}</single>"
    yield f"<shuffleanswers>{str(not shown.pinned).lower()}</shuffleanswers>"
    yield "<answernumbering>abc</answernumbering>"
    wrong = "0" if single else weight(takes)
    for option in shown.options if shown.pinned else shown.listed:
        said = one.question.option_feedback.get(option.id, "")
        yield _answer(one, option.text, weight(gives) if option in right else wrong, said)


def _number(one: ExportedQuestion, shown: NumberEntry) -> Iterable[str]:
    for middle, margin in spans_of(shown.key):
        tolerance = f"<tolerance>{plain_number(margin)}</tolerance>"
        yield _answer(one, plain_number(middle), 100, more=tolerance)
    unit = shown.unit.strip()
    if unit:
        yield f"<units><unit><multiplier>1</multiplier><unit_name>{_cdata(unit)}</unit_name></unit></units>"
    yield f"<unitgradingtype>{int(shown.key.unit_required)}</unitgradingtype>"
    yield f"<unitpenalty>{'1' if shown.key.unit_required else '0'}</unitpenalty>"
    yield f"<showunits>{'0' if unit else '3'}</showunits>"
    yield f"<unitsleft>{int(unit in _BEFORE)}</unitsleft>"


def _pairs(one: ExportedQuestion, shown: PairMatching) -> Iterable[str]:
    yield "<shuffleanswers>true</shuffleanswers>"
    for left, right in (*shown.pairs, *((Option("", ""), each) for each in shown.distractors)):
        words, form = _said(one, left.text)
        partner = html_to_text(right.text) if one.in_html else right.text  # Moodle takes no HTML there
        yield f'<subquestion format="{form}">{_text(words)}<answer>{_text(partner)}</answer></subquestion>'


def _order(one: ExportedQuestion, shown: Sequencing) -> Iterable[str]:
    grading = "ALL_OR_NOTHING" if one.all_or_nothing else "LONGEST_ORDERED_SUBSET"
    yield "<layouttype>VERTICAL</layouttype>"
    yield "<selecttype>ALL</selecttype>"
    yield "<selectcount>0</selectcount>"
    yield f"<gradingtype>{grading}</gradingtype>"
    yield "<showgrading>SHOW</showgrading>"
    yield "<numberingstyle>none</numberingstyle>"
    yield "<shownumcorrect>1</shownumcorrect>"  # without it Moodle gives up the whole file
    yield from (_answer(one, option.text, n) for n, option in enumerate(shown.answer, 1))


def _answer(one: ExportedQuestion, text: str, fraction: object, feedback: str = "", more: str = "") -> str:
    typed = isinstance(one.interaction, TrueFalse | NumberEntry | TextEntry)
    form = "" if typed else f' format="{_said(one, text)[1]}"'
    said = _field("feedback", *_said(one, feedback))
    return f'<answer fraction="{fraction}"{form}>{_text(text)}{said}{more}</answer>'


def _tags(one: ExportedQuestion) -> Iterable[str]:
    if one.question.tags:
        yield f"<tags>{''.join(f'<tag>{_text(tag)}</tag>' for tag in one.question.tags)}</tags>"


def _field(name: str, text: str, form: str) -> str:
    return f'<{name} format="{form}">{_text(text)}</{name}>'


def _text(text: str) -> str:
    """A text, with a mark behind it for each file that it shows."""
    shown = dict.fromkeys(re.findall(rf'"{_EMBEDDED}([^"]+)"', text))
    marks = "".join("\0" + name + "\0" for name in shown)
    return f"<text>{_cdata(text)}</text>{marks}"


def _cdata(text: str) -> str:
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>" if text else ""


def _points(points: Fraction) -> str:
    return plain_number(Decimal(points.numerator) / Decimal(points.denominator))
