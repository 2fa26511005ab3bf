"""Moodle XML, read: what other people exported from Moodle or wrote for it, question by question."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial
from typing import Any

from quizengine.extensions.records import QuestionTypes, Reading
from quizengine.formats.content.imported_files import ImportedFiles
from quizengine.formats.content.model_answers import doubtful_model_answer, read_open_question
from quizengine.formats.content.read_answers import distinct_answers, number_named, read_number_question
from quizengine.formats.content.read_questions import Note, Questions, UnreadError
from quizengine.formats.content.with_markup import with_or_without_markup
from quizengine.formats.encodings.markdown_signs import escaped
from quizengine.formats.encodings.xml_tree import Node, read_xml
from quizengine.formats.moodle.cloze_gaps import cut_at_gaps
from quizengine.formats.moodle.gaps_as_cloze import cloze_question
from quizengine.formats.moodle.xml_fields import field, fields, has_format_markdown, said, text_as_html, words_in_field
from quizengine.formats.moodle.xml_markup import in_markdown, is_marked_up
from quizengine.formats.moodle.xml_unread import tell_unread_fields, tell_what_is_no_text
from quizengine.quiz.parts import Match
from quizengine.quiz.questions import Question, Scoring
from quizengine.quiz.types import (
    ChoiceQuestion,
    MatchingQuestion,
    OptionFeedback,
    OrderingQuestion,
    Pair,
    ShortTextQuestion,
    TrueFalseQuestion,
)

_FULL = Fraction(100)
_HALF_A_PERCENT = Fraction(1, 2)


def read_moodle_xml(data: bytes, name: str, types: QuestionTypes) -> Reading:
    """Return the questions of a file that Moodle exported; raises BankError for what is no such file."""
    root = read_xml(data, name)
    found = Questions(name)
    if root.name != "quiz":
        found.fault(root.line, f"found <{root.name}>, expected <quiz>: this is no Moodle XML")
        return found.reading()
    title = description = ""
    files = ImportedFiles()
    for element in root.children:
        kind = element.attributes.get("type", "")
        if element.name != "question":
            found.fault(element.line, f"left out: found <{element.name}>, expected <question type=…>")
        elif kind == "category":
            title = title or _category(element)
            description = description or words_in_field(field(element, "info"))
        else:
            found.add(element.line, partial(_question, element, kind, found, files))
    return found.reading(title, description, files.found)


def _category(element: Node) -> str:
    """The last part of a category's path."""
    path = said(element, "category", "text").replace("//", "\0")
    return path.rpartition("/")[2].replace("\0", "/").strip()


def _question(element: Node, kind: str, found: Questions, files: ImportedFiles) -> Question:
    if kind not in _KINDS:
        raise UnreadError(f"found the type “{kind}”, expected one of: {', '.join(_KINDS)}")
    note = partial(found.note, element.line)
    tell_unread_fields(element, kind, note)
    make = partial(_made, element, kind, files)
    made = with_or_without_markup(make, note) if is_marked_up(element) else make(False, note)
    asked = made.in_plain_words()
    found.note_name(element.line, said(element, "name", "text"), f"{asked.stem} {getattr(asked, 'text', '')}")
    return made


def _made(element: Node, kind: str, files: ImportedFiles, markup: bool, note: Note) -> Question:
    """The question, its HTML as Markdown or as its words alone."""
    element = in_markdown(element, files, note) if markup else element
    if not markup:
        tell_what_is_no_text(element, note)
    return _KINDS[kind](element, note)


def _beside(element: Node, parts: int = 1) -> dict[str, Any]:
    """Return what every question has beside what it asks: id, points, rationale, tags, markup."""
    points = number_named(said(element, "defaultgrade", default="0"), "points").normalize()
    tags = tuple(dict.fromkeys(said(tag, "text") for tag in fields(field(element, "tags"), "tag")))
    return {
        "id": said(element, "idnumber"),
        "points": points if points and points != parts else None,
        "rationale": words_in_field(field(element, "generalfeedback")),
        "tags": tuple(tag for tag in tags if tag),
        **({"markup": "markdown"} if has_format_markdown(field(element, "questiontext")) else {}),
    }


def _stem(element: Node) -> str:
    return words_in_field(field(element, "questiontext"))


def _answers(element: Node) -> list[tuple[str, Fraction, str]]:
    """The answers: their words, what they are worth in percent, and their feedback."""
    return [
        (_answer_words(each), _fraction(each), words_in_field(field(each, "feedback")))
        for each in fields(element, "answer")
    ]


def _answer_words(answer: Node) -> str:
    return words_in_field(answer, "plain_text" if "format" not in answer.attributes else "html")


def _fraction(answer: Node) -> Fraction:
    found = number_named(answer.attributes.get("fraction", "0"), "fraction")
    return Fraction(found)


def _true_false(element: Node, note: Note) -> Question:
    right = [text.casefold() for text, worth, _ in _answers(element) if worth == _FULL]
    if right not in (["true"], ["false"]):
        raise UnreadError("found no answer true or false that is worth 100, expected one")
    return TrueFalseQuestion(stem=_stem(element), answer=right == ["true"], **_beside(element))


def _choice(element: Node, note: Note) -> Question:
    answers = _answers(element)
    single = said(element, "single", default="true").casefold() not in ("false", "0")
    wrong = tuple(text for text, worth, _ in answers if worth <= 0)
    feedback = tuple(OptionFeedback(text, told) for text, _, told in answers if told)
    if single:
        right = [text for text, worth, _ in answers if worth == _FULL]
        partly = tuple(text for text, worth, _ in answers if 0 < worth < _FULL)
        if len(right) != 1:
            raise UnreadError(f"found {len(right)} options that are worth 100, expected one")
        if partly:
            note(f"read without the part of the marks that “{partly[0]}” earns")
        wrong = tuple(text for text, worth, _ in answers if worth < _FULL)
        return _choice_question(element, right[0], wrong, feedback)
    worths = [worth for _, worth, _ in answers if worth > 0]
    if not worths or abs(sum(worths) - _FULL) > _HALF_A_PERCENT:
        raise UnreadError(f"found right options that are worth {float(sum(worths)):g} together, expected 100")
    if max(worths) - min(worths) > _HALF_A_PERCENT:
        note("read with options that are all worth the same")
    several = tuple(text for text, worth, _ in answers if worth > 0)
    return _choice_question(element, several, wrong, feedback)


def _choice_question(
    element: Node, answer: str | tuple[str, ...], wrong: tuple[str, ...], feedback: tuple[OptionFeedback, ...]
) -> Question:
    beside = _beside(element)
    if said(element, "shuffleanswers").casefold() in ("0", "false"):  # all options keep their places
        beside["pinned"] = tuple(text for text, _, _ in _answers(element))
    return ChoiceQuestion(stem=_stem(element), answer=answer, distractors=wrong, feedback=feedback, **beside)


def _short_text(element: Node, note: Note) -> Question:
    answers = [(said(each, "text"), _fraction(each)) for each in fields(element, "answer")]
    right = [text for text, worth in answers if worth == _FULL]
    if any(0 < worth < _FULL for _, worth in answers):
        note("read without answers that earn a part of the marks")
    for text in right:
        if "*" in text.replace("\\*", ""):
            raise UnreadError(f"found the wildcard * in “{text}”, which stands for any words; list the answers")
    texts = [text.replace("\\*", "*") for text in right]
    if not texts:
        raise UnreadError("found no answer that is worth 100, expected one or more")
    cased = said(element, "usecase", default="0") == "1"
    match: Match = "exact" if cased else "words"
    accept = distinct_answers(texts, match)
    return ShortTextQuestion(stem=_stem(element), answer=accept[0], accept=accept[1:], match=match, **_beside(element))


def _open(element: Node, note: Note) -> Question:
    if said(element, "responseformat") == "noinline" or said(element, "attachmentsrequired", default="0") != "0":
        raise UnreadError("found an essay that asks for a file, expected one that is typed")
    if said(element, "attachments", default="0") != "0":
        note("read without the files that students may attach")
    beside, model = _beside(element), words_in_field(field(element, "graderinfo"))
    if not model and (model := beside["rationale"]):
        note(doubtful_model_answer(model))
        beside["rationale"] = ""
    return read_open_question(_stem(element), model, "in <graderinfo>", **beside)


def _number(element: Node, note: Note) -> Question:
    spans = []
    for each in fields(element, "answer"):
        text, worth = said(each, "text"), _fraction(each)
        if worth == _FULL and text == "*":
            raise UnreadError("found * as the right answer, by which every number is right; expected a number")
        if worth == _FULL:
            spans.append(
                (number_named(text, "answer"), number_named(said(each, "tolerance", default="0") or "0", "tolerance"))
            )
        elif worth > 0:
            note(f"read without the part of the marks that {text} earns")
    units = [said(unit, "unit_name") for unit in fields(field(element, "units"), "unit")]
    required = said(element, "unitgradingtype", default="0") != "0"
    if len(units) > 1:
        note(f"read with the unit {units[0]} alone")
    unit = units[0] if units else ""
    stem = _stem(element)
    for shown in (unit, escaped(unit)):
        stem = stem.removesuffix(f" ({shown})") if unit else stem
    beside = {**_beside(element), "unit": unit, "unit_required": required and bool(unit)}
    return read_number_question(stem, tuple(spans), **beside)


def _cloze(element: Node, note: Note) -> Question:
    text = field(element, "questiontext")
    pieces = cut_at_gaps(text_as_html(text) if text else "")
    return cloze_question(pieces, _beside(element), note, markdown=has_format_markdown(text))


def _matching(element: Node, note: Note) -> Question:
    pairs = [(words_in_field(each), said(each, "answer", "text")) for each in fields(element, "subquestion")]
    if not pairs:
        raise UnreadError("found no <subquestion>, expected two or more")
    return MatchingQuestion(
        stem=_stem(element),
        pairs=tuple(Pair(left=left, right=right) for left, right in pairs if left),
        distractors=tuple(right for left, right in pairs if not left),
        **_beside(element, parts=sum(bool(left) for left, _ in pairs)),
    )


def _ordering(element: Node, note: Note) -> Question:
    texts = tuple(_answer_words(each) for each in fields(element, "answer"))
    scoring: Scoring = "all-or-nothing" if said(element, "gradingtype") in ("ALL_OR_NOTHING", "-1") else "partial"
    return OrderingQuestion(stem=_stem(element), answer=texts, scoring=scoring, **_beside(element))


_KINDS: Mapping[str, Callable[[Node, Note], Question]] = {
    "truefalse": _true_false,
    "multichoice": _choice,
    "shortanswer": _short_text,
    "numerical": _number,
    "essay": _open,
    "cloze": _cloze,
    "multianswer": _cloze,
    "matching": _matching,
    "ordering": _ordering,
}
