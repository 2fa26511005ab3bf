"""Cloze questions of Moodle as ours: the stem apart from the text, and each gap as its accepted words in braces."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from quizengine.formats.content.read_answers import distinct_answers
from quizengine.formats.content.read_questions import Note, UnreadError, without_feedback
from quizengine.formats.encodings.html_text import html_blocks, html_to_text
from quizengine.formats.moodle.cloze_gaps import Gap
from quizengine.quiz.parts import Match
from quizengine.quiz.questions import Question
from quizengine.quiz.types import ClozeQuestion

STEM = "Fill the gaps."
"""The stem for a cloze question of Moodle that only has a text."""

_MARK = "\ue000"
_OURS = re.compile(r"\s*<p>(?P<stem>.*?)</p><div>(?P<text>.*)</div>\s*", re.DOTALL)


def cloze_question(
    pieces: Sequence[str | Gap], beside: Mapping[str, Any], note: Note, *, markdown: bool = False
) -> Question:
    """Return the question that HTML or Markdown with gaps makes; `note` is told what of it cannot be kept."""
    gaps = [piece for piece in pieces if isinstance(piece, Gap)]
    if not gaps:
        raise UnreadError("found no gap, expected one like {1:SHORTANSWER:=word}")
    stem, text = _parted("".join(piece if isinstance(piece, str) else _MARK for piece in pieces), markdown)
    match: Match = "exact" if all(gap.kind == "exact" for gap in gaps) else "words"
    filled = iter([_in_braces(gap, match, note) for gap in gaps])
    text = re.sub(_MARK, lambda _: next(filled), text.replace("{", "{{").replace("}", "}}"))
    _tell(gaps, note)
    worth = sum(gap.weight for gap in gaps)
    points = {"points": None if all(gap.weight == 1 for gap in gaps) else Decimal(worth)}
    return ClozeQuestion(stem=stem or STEM, text=text, match=match, **{**beside, **points})


def _parted(text: str, markdown: bool) -> tuple[str, str]:
    """The words of the stem and those of the text with gaps."""
    if not markdown and (ours := _OURS.fullmatch(text)) and _MARK not in ours["stem"]:
        return html_to_text(ours["stem"]), html_to_text(ours["text"])
    between = "\n\n" if markdown else "\n"
    blocks = text.split(between) if markdown else html_blocks(text)
    first = next(place for place, block in enumerate(blocks) if _MARK in block)
    return between.join(blocks[:first]).strip(), between.join(blocks[first:]).strip()


def _in_braces(gap: Gap, match: Match, note: Note) -> str:
    if not gap.kind or not gap.right:
        raise UnreadError("found a gap of a kind that is not known, or without a right answer")
    texts = distinct_answers(gap.right, match)
    for text in texts:
        if re.search(r"[{}|]", text):
            raise UnreadError(f"found “{text}” in a gap, expected words without a brace or a bar")
    if gap.wildcards:
        note("read with stars in gaps as stars, not as wildcards")
    if any(gap.margins):
        note("read without the tolerance of numbers in gaps")
    return "{" + "|".join(texts) + "}"


def _tell(gaps: Sequence[Gap], note: Note) -> None:
    if message := without_feedback(*(html_to_text(text) for gap in gaps for text in gap.feedback)):
        note(message)
    if any(gap.kind == "choice" for gap in gaps):
        note("read with gaps to type into in the place of lists to choose from")
    if any(gap.partly for gap in gaps):
        note("read without answers that earn a part of the marks")
    if len({gap.weight for gap in gaps}) > 1:
        note("read with gaps that are all worth the same")
