"""H5P question sets: the content alone, for a platform that has the libraries, in versions that core 1.27 runs.

Newer minor versions would make questions disappear without a word on platforms of today.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, assert_never

from quizengine.extensions.losses import Loss
from quizengine.formats.content.as_html import WITH_LATEX, block, block_tag, in_html
from quizengine.formats.content.images import image_type
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
)
from quizengine.formats.content.loss_tables import (
    Losses,
    changes_marks,
    drops,
    format_with_losses,
    not_carried,
    weakens,
)
from quizengine.formats.content.number_keys import asked_with_unit, ways_to_write
from quizengine.formats.content.typed_losses import OTHER_BLANKS
from quizengine.formats.encodings.html_text import html_of, html_to_text, paragraphs
from quizengine.formats.encodings.packages import packed
from quizengine.language.truth_words import truth_words
from quizengine.quiz.markup import PLAIN, Medium, media
from quizengine.quiz.markup.media import suffix_of
from quizengine.quiz.quiz import Quiz

_SET = ("H5P.QuestionSet", 1, 20)
_CHOICE = ("H5P.MultiChoice", 1, 16)
_TRUE_FALSE = ("H5P.TrueFalse", 1, 8)
_BLANKS = ("H5P.Blanks", 1, 14)
_IMAGE = ("H5P.Image", 1, 1)
_TYPES = {_CHOICE: "Multiple Choice", _TRUE_FALSE: "True/False Question", _BLANKS: "Fill in the Blanks"}
_Library = tuple[str, int, int]
_SIGNS = {"/": "&#47;", ":": "&#58;", "*": "&#42;"}
"""Characters that would end an answer or a gap."""


def _write(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
    drawn = [in_html(one, quiz.seed, WITH_LATEX) for one in kept]
    asked = [(one, *_params(one, quiz.locale)) for one in drawn]
    images = {one.number: image for one in kept if (image := _image_of(one))}
    needed = sorted({_SET, *(library for _, library, _ in asked), *([_IMAGE] if images else [])})
    about = {
        "title": quiz.title or "Quiz",
        "language": quiz.locale.partition("-")[0],
        "mainLibrary": _SET[0],
        "embedTypes": ["div"],
        "license": "U",
        "preloadedDependencies": [
            {"machineName": name, "majorVersion": major, "minorVersion": minor} for name, major, minor in needed
        ],
    }
    content = {
        "introPage": {"showIntroPage": bool(quiz.description), "introduction": paragraphs(quiz.description)},
        "progressType": "textual",
        "passPercentage": 50,
        "questions": [_question(*each, images.get(each[0].number)) for each in asked],
        "disableBackwardsNavigation": False,
        "randomQuestions": False,
        "endGame": {"showResultPage": True, "showSolutionButton": True, "showRetryButton": True},
    }
    files = {f"content/{image.path}": image.data for image in images.values()}
    return packed({"h5p.json": _json(about), "content/content.json": _json(content), **files})


@dataclass(frozen=True)
class _Image:
    """The image above a question: its path in the content, its alternative text and its bytes."""

    path: str
    alt: str
    data: bytes


def _image_of(one: ExportedQuestion) -> _Image | None:
    """The first image of the stem, for which H5P has a place; None without its file."""
    shown = (medium for medium in _of_the_stem(one) if medium.file in one.files)
    if (first := next(shown, None)) is None:
        return None
    data = one.files[first.file]
    return _Image(f"images/{sha256(data).hexdigest()[:16]}{suffix_of(first.file)}", first.alt, data)


def _of_the_stem(one: ExportedQuestion) -> list[Medium]:
    if one.original.markup == PLAIN:
        return []
    return [medium for medium in media(one.original.stem) if medium.kind == "image"]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _question(
    one: ExportedQuestion, library: _Library, params: Mapping[str, Any], image: _Image | None
) -> dict[str, Any]:
    name, major, minor = library
    params = {**params, "media": _above(one, image)} if image else params
    said = {"overallFeedback": [{"from": 0, "to": 100, "feedback": html_to_text(one.feedback)}]} if one.feedback else {}
    return {
        "library": f"{name} {major}.{minor}",
        "params": {**params, **(said if library != _TRUE_FALSE else {})},
        "subContentId": _name_of(one.question.id),
        "metadata": {"contentType": _TYPES[library], "license": "U", "title": f"Question {one.number}"},
    }


def _above(one: ExportedQuestion, image: _Image) -> dict[str, Any]:
    name, major, minor = _IMAGE
    shown = {
        "library": f"{name} {major}.{minor}",
        "params": {
            "contentName": "Image",
            "file": {"path": image.path, "mime": image_type(image.path)},
            "alt": image.alt,
        },
        "subContentId": _name_of(f"{one.question.id} {image.path}"),
        "metadata": {"contentType": "Image", "license": "U", "title": image.alt},
    }
    return {"type": shown, "disableImageZooming": False}


def _name_of(ident: str) -> str:
    """A UUID that follows from a question's id."""
    digits = sha256(ident.encode()).hexdigest()
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:32]}"


def _params(one: ExportedQuestion, locale: str) -> tuple[_Library, dict[str, Any]]:
    """The library that asks a question, and what it needs to know."""
    shown = one.interaction
    match shown:
        case TrueFalse(answer=answer):
            said = {"feedbackOnCorrect": html_to_text(one.feedback), "feedbackOnWrong": html_to_text(one.feedback)}
            true, false = truth_words(locale).values()
            asked = {"question": block(one, one.stem), "correct": "true" if answer else "false"}
            return _TRUE_FALSE, asked | {"behaviour": said, "l10n": {"trueText": true, "falseText": false}}
        case SingleChoice() | MultipleChoice():
            return _CHOICE, _choice(one, shown)
        case TextEntry(key=key):
            return _BLANKS, _blanks(block(one, one.stem), _gap(key.accepted), cased=key.match == "exact")
        case NumberEntry(key=number):
            return _BLANKS, _blanks(block(one, asked_with_unit(one)), _gap(ways_to_write(number)))
        case GapText():
            return _BLANKS, _blanks(block(one, one.stem), "".join(_with_gaps(shown)), cased=_cased(shown))
        case OpenAnswer() | PairMatching() | Sequencing() | Mixed():
            return not_carried(shown)
        case _:
            assert_never(shown)


def _choice(one: ExportedQuestion, shown: SingleChoice | MultipleChoice) -> dict[str, Any]:
    right = {shown.right} if isinstance(shown, SingleChoice) else set(shown.right)
    told = one.question.option_feedback
    answers = [
        {
            "text": f"<div>{option.text}</div>",
            "correct": option in right,
            "tipsAndFeedback": {"chosenFeedback": told.get(option.id, "")},
        }
        for option in shown.options
    ]
    behaviour = {
        "type": "single" if isinstance(shown, SingleChoice) else "multi",
        "singlePoint": one.all_or_nothing or isinstance(shown, SingleChoice),
        "randomAnswers": not shown.pinned,
    }
    return {"question": block(one, one.stem), "answers": answers, "behaviour": behaviour}


def _blanks(stem: str, text: str, *, cased: bool = False) -> dict[str, Any]:
    tag = block_tag(text)
    behaviour = {"caseSensitive": cased, "acceptSpellingErrors": False}
    return {"text": stem, "questions": [f"<{tag}>{text}</{tag}>"], "behaviour": behaviour}


def _with_gaps(shown: GapText) -> Iterator[str]:
    for piece in shown.pieces:
        if isinstance(piece, str):
            yield piece.replace("*", "**")
        else:
            yield _gap(piece.key.accepted if isinstance(piece, TextEntry) else ways_to_write(piece.key))


def _gap(accepted: Iterable[str]) -> str:
    """A gap with the answers that it accepts."""
    return f"*{'/'.join(''.join(_SIGNS.get(sign, html_of(sign)) for sign in text) for text in accepted)}*"


def _cased(shown: GapText) -> bool:
    return any(isinstance(gap, TextEntry) and gap.key.match == "exact" for gap in shown.gaps)


def _of_one_question(one: ExportedQuestion) -> Iterator[Loss]:
    shown = one.interaction
    gaps = shown.gaps if isinstance(shown, GapText) else (shown,)
    if any(isinstance(gap, NumberEntry) and gap.key.low != gap.key.high for gap in gaps):
        yield drops("a number with a tolerance")
    if isinstance(shown, MultipleChoice) and not one.all_or_nothing:
        yield changes_marks("how much a partly right choice earns", "H5P gives a point for each right option")
    images = [medium for medium in one.original.media if medium.kind == "image"]
    if images != _of_the_stem(one)[:1]:
        yield weakens("images beside the first of the stem", "the words that describe them take their place")
    if isinstance(shown, GapText) and one.all_or_nothing:
        yield changes_marks("all-or-nothing marking of gaps", "each gap earns its part")


H5P = format_with_losses(
    "h5p",
    ".h5p",
    "An H5P question set, for platforms that have its libraries.",
    write=_write,
    losses=Losses(
        {
            "open question": drops("open questions", "H5P gives marks for keywords"),
            "matching": drops("pairs to match"),
            "ordering": drops("texts to order"),
            "several points": changes_marks("what a question is worth", "H5P gives a point for each right part"),
            "unit": weakens("a unit beside the gap", "it comes after the question"),
            "required unit": changes_marks(
                "a unit to be typed", "it comes after the question, and the number is enough"
            ),
            "numbers as people write them": changes_marks(
                "numbers in words or with a unit", "they are compared as text"
            ),
            "spelling as people write it": changes_marks(
                "accents, articles and punctuation that do not count", "H5P compares every sign but capitals"
            ),
            "code": changes_marks("answers in code", "H5P compares them as text, capitals and small letters alike"),
            "half marks for one wrong letter": changes_marks("marks for one wrong letter", "it earns nothing"),
            "markup": weakens("Markdown", "written as HTML"),
            "formulas": None,
            "tabs and no-break spaces": OTHER_BLANKS,
            "images": weakens("the place of images", "the first of the stem is above the question"),
            "article": weakens("the article"),
            "seed": weakens("the order of options for each student", "H5P shuffles options"),
            "locale": changes_marks("numbers with a decimal comma", "they are compared as text"),
            "evidence": weakens("the place of the evidence in the article", "its words are in the feedback"),
            "origin": weakens("which generator made a question"),
            "tags": weakens("tags"),
            "id": weakens("the history of edited questions"),
        },
        also=_of_one_question,
    ),
    holds_images=True,
)
