"""GIFT, read: block by block as Moodle does, with weights, wildcards, feedback and gaps inside of sentences."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from typing import Any

from quizengine.extensions.records import QuestionTypes, Reading
from quizengine.formats.content.model_answers import read_open_question
from quizengine.formats.content.read_answers import read_number_question
from quizengine.formats.content.read_questions import Note, Questions, UnreadError, numbered_lines, question_text
from quizengine.formats.content.with_markup import with_or_without_markup
from quizengine.formats.encodings.html_markdown import has_markup, html_to_markdown
from quizengine.formats.encodings.html_text import html_of, html_to_text
from quizengine.formats.encodings.markdown_signs import escaped, escaped_starts, has_markdown
from quizengine.formats.moodle.gift_answers import (
    FULL,
    Answer,
    accepted_texts,
    answers_in,
    marked_text,
    numbers_with_margins,
    plain_text,
    tell_feedback,
)
from quizengine.quiz.questions import Question
from quizengine.quiz.types import (
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    OptionFeedback,
    Pair,
    ShortTextQuestion,
    TrueFalseQuestion,
)

_NAME = re.compile(r"::(?P<name>.*?)::", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(?P<format>html|moodle|plain|markdown)\]")
_COMMENTED = re.compile(r"(?<!\\)\[(?P<what>id|tag):(?P<text>(?:\\\]|[^\]])+)\]")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);")
_NO_TEXT = re.compile(r"<(img|audio|video|object|iframe|svg|math)\b")
_TRUTHS = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_STEM = "Fill the gap."
_NEARLY = Fraction(1, 2)


@dataclass
class _Block:
    """One question's lines: the line of the first, the text without comments, and what the comments name."""

    line: int = 0
    lines: list[str] = field(default_factory=list)
    id: str = ""
    tags: tuple[str, ...] = ()


def read_gift(data: bytes, name: str, types: QuestionTypes) -> Reading:
    """Return the questions of a GIFT file; raises BankError for what is no text at all."""
    found = Questions(name)
    title = ""
    for block in _blocks(question_text(data, name)):
        text = "\n".join(block.lines)
        if text.startswith("$CATEGORY:"):
            title = title or _category(text)
            continue
        found.add(block.line, partial(_question, block, text, found))
    return found.reading(title)


def _blocks(text: str) -> Iterator[_Block]:
    """The blocks between blank lines, without comments; a comment belongs to the block that follows it."""
    block = _Block()
    for number, line in numbered_lines(text):
        bare = line.strip()
        if bare.startswith("//"):
            for each in _COMMENTED.finditer(bare):
                said = each["text"].replace("\\]", "]")
                block.id, block.tags = (said, block.tags) if each["what"] == "id" else (block.id, (*block.tags, said))
        elif bare:
            block.line = block.line or number
            block.lines.append(line)
            if bare.startswith("$CATEGORY:") and len(block.lines) == 1:
                yield block
                block = _Block()
        elif block.lines:
            yield block
            block = _Block()
    if block.lines:
        yield block


def _category(text: str) -> str:
    path = text.removeprefix("$CATEGORY:").strip().replace("//", "\0")
    return path.rpartition("/")[2].replace("\0", "/").removeprefix("$course$").strip()


def _question(block: _Block, text: str, found: Questions) -> Question:
    marked = marked_text(text)
    name, form, rest = _headed(marked)
    note = partial(found.note, block.line)
    make = partial(_made, block, name, rest, form)
    has = has_markdown if form == "markdown" else has_markup
    made = with_or_without_markup(make, note) if form != "plain" and has(plain_text(rest)) else make(False, note)
    found.note_name(block.line, plain_text(name), made.stem)
    return made


def _made(block: _Block, name: str, marked: str, form: str, markup: bool, note: Note) -> Question:
    before, opened, rest = marked.partition("{")
    inside, closed, after = rest.rpartition("}")
    if not opened or not closed:
        raise UnreadError("found a text without an answer in braces, expected {…} behind the question")
    if "{" in inside:
        raise UnreadError("found a second brace inside of braces; is a blank line missing between two questions?")
    inside, _, general = inside.partition("####")
    words = partial(_words, form=form, markup=markup, note=note)
    if not words(before) and not words(after) and name:
        note("read with its name as the question, as nothing else asks")
        before = name
    beside = {"id": block.id, "tags": tuple(dict.fromkeys(block.tags)), "rationale": words(general)}
    beside |= {"markup": "markdown"} if markup else {}
    if inside.strip() and words(after).strip(" .?!"):
        return _gap(words(before, ends=False), inside.strip(), words(after, ends=False), beside, words, note)
    stem = words(before) + (f" _____{words(after)}" if words(after) else "")
    return _of_kind(stem, inside.strip(), beside, words, note)


def _headed(marked: str) -> tuple[str, str, str]:
    """The name of a question, its format, and the rest; either may come first."""
    name, form, rest = "", "", marked.lstrip()
    for _ in range(2):
        if not name and (named := _NAME.match(rest)):
            name, rest = named["name"].strip(), rest[named.end() :].lstrip()
        elif not form and (chosen := _FORMAT.match(rest)):
            form, rest = chosen["format"], rest[chosen.end() :].lstrip()
    return name, form or "moodle", rest


def _words(marked: str, ends: bool = True, *, form: str, markup: bool, note: Note) -> str:
    """Marked text as words, or with `markup` as Markdown; `ends` takes the blanks away at its ends."""
    own = _FORMAT.match(marked)
    form = own["format"] if own else form
    text = plain_text(marked[own.end() :] if own else marked)
    is_html = form == "html" or (form == "moodle" and _MARKUP.search(text) is not None)
    if is_html and (pictures := _NO_TEXT.findall(text)):
        note(f"read without what is no text: {', '.join(dict.fromkeys(pictures))}")
    if is_html:
        said = html_to_markdown(text, _no_file, note) if markup else html_to_text(text)
    elif markup and form != "markdown":
        said = html_to_markdown(html_of(text), _no_file, note) if form == "moodle" else escaped_starts(escaped(text))
    else:
        said = text
    return said.strip() if ends else text[: len(text) - len(text.lstrip())] + said.strip() + text[len(text.rstrip()) :]


def _no_file(address: str) -> None:
    """No file comes with GIFT."""


def _of_kind(stem: str, inside: str, beside: Mapping[str, Any], words: Callable[[str], str], note: Note) -> Question:
    if not inside:
        place = "in its braces: {####It says that …}"
        return read_open_question(stem, beside["rationale"], place, **{**beside, "rationale": ""})
    first, _, said = inside.partition("#")
    if (first := first.strip().upper()) in _TRUTHS:
        tell_feedback(note, *map(words, said.split("#")))
        return TrueFalseQuestion(stem=stem, answer=_TRUTHS[first], **beside)
    if inside.startswith("#"):
        return read_number_question(stem, numbers_with_margins(inside[1:], note, words), **beside)
    answers = answers_in(inside)
    if not answers:
        raise UnreadError(f"found “{plain_text(inside)[:40]}” in braces, expected answers that begin with = or ~")
    if any(answer.sign == "~" for answer in answers):
        return _choice(stem, answers, beside, words, note)
    tell_feedback(note, *(words(answer.feedback) for answer in answers))
    if any("->" in answer.text for answer in answers):
        return _matching(stem, answers, beside, words)
    return _short_text(stem, answers, beside, note)


def _choice(
    stem: str, answers: list[Answer], beside: Mapping[str, Any], words: Callable[[str], str], note: Note
) -> Question:
    options = {answer: words(answer.text) for answer in answers}
    feedback = tuple(OptionFeedback(options[each], words(each.feedback)) for each in answers if words(each.feedback))
    keys = [answer for answer in answers if answer.sign == "=" and (answer.weight or FULL) > 0]
    if len(keys) == 1:
        wrong = tuple(text for answer, text in options.items() if answer is not keys[0])
        if any(answer.weight and answer.weight > 0 for answer in answers if answer is not keys[0]):
            note("read without the part of the marks that other options earn")
        return ChoiceQuestion(stem=stem, answer=options[keys[0]], distractors=wrong, feedback=feedback, **beside)
    glued = [answer for answer in keys if answer.glued]
    if glued and len(keys) > 1:
        raise UnreadError(
            f"found “{plain_text(glued[0].text)}” behind an = inside of an answer, expected \\= if the sign belongs to "
            "the words, or a blank before = if another right answer begins there"
        )
    several = keys or [answer for answer in answers if (answer.weight or 0) > 0]
    worths = [answer.weight or FULL / len(several) for answer in several]
    if not several or (not keys and abs(sum(worths) - FULL) > _NEARLY):
        raise UnreadError(f"found right options that are worth {float(sum(worths)):g} % together, expected 100")
    if max(worths) - min(worths) > _NEARLY:
        note("read with options that are all worth the same")
    right = tuple(options[answer] for answer in several)
    wrong = tuple(text for answer, text in options.items() if answer not in several)
    return ChoiceQuestion(stem=stem, answer=right, distractors=wrong, feedback=feedback, **beside)


def _matching(stem: str, answers: list[Answer], beside: Mapping[str, Any], words: Callable[[str], str]) -> Question:
    if alone := [answer for answer in answers if "->" not in answer.text]:
        raise UnreadError(f"found “{plain_text(alone[0].text)[:40]}” without -> beside pairs, expected a pair")
    sides = [tuple(map(words, answer.text.split("->", 1))) for answer in answers]
    pairs = tuple(Pair(left=left, right=right) for left, right in sides if left)
    return MatchingQuestion(
        stem=stem, pairs=pairs, distractors=tuple(right for left, right in sides if not left), **beside
    )


def _short_text(stem: str, answers: list[Answer], beside: Mapping[str, Any], note: Note) -> Question:
    accept = accepted_texts(answers, note)
    for answer in answers[1:]:
        if answer.glued:
            note(f"read with “{plain_text(answer.text)}” as another right answer; write \\= if = belongs to the words")
    return ShortTextQuestion(stem=stem, answer=accept[0], accept=accept[1:], **beside)


def _gap(
    before: str, inside: str, after: str, beside: Mapping[str, Any], words: Callable[[str], str], note: Note
) -> Question:
    """A sentence with a gap where the braces are."""
    stem, parted, start = before.rpartition("\n\n")
    if inside.startswith("#"):
        spans = numbers_with_margins(inside[1:], note, words)
        if any(margin for _, margin in spans):
            note("read without the tolerance of the number in the gap")
        accept: tuple[str, ...] = tuple(format(value, "f") for value, _ in spans)
    else:
        answers = answers_in(inside)
        if any(answer.sign == "~" for answer in answers):
            return _of_kind(f"{before.rstrip()} _____{after}".strip(), inside, beside, words, note)
        tell_feedback(note, *(words(answer.feedback) for answer in answers))
        accept = accepted_texts(answers, note)
    if any(re.search(r"[{}|]", text) for text in accept):
        raise UnreadError("found a brace or a bar in the answer to a gap, expected words without them")
    shown = [words.replace("{", "{{").replace("}", "}}") for words in (start if parted else before, after)]
    text = f"{shown[0].lstrip()}{{{'|'.join(accept)}}}{shown[1].rstrip()}"
    return ClozeQuestion(stem=stem.strip() or _STEM, text=text, **beside)
