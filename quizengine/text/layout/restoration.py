"""A text as its reader sees it: without what paper, screen and clipboard have done to it.

Every character knows where it was before, so that what is found in the text can be shown in the original.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from quizengine.text.layout.characters import character_edits
from quizengine.text.layout.edits import Alignment, Edit, Step, apply_edits
from quizengine.text.layout.footnotes import footnote_edits
from quizengine.text.layout.marks import Mark
from quizengine.text.layout.rewrapping import line_edits


@dataclass(frozen=True)
class Restored:
    """A text after its repairs, with what leads back to the original."""

    text: str
    alignment: Alignment
    marks: tuple[Mark, ...] = ()
    left_out: tuple[str, ...] = ()
    """The parts that were taken out of the text, a word for each time: "page number", "footnote mark"."""


def restore_layout(text: str, marks: Iterable[Mark] = (), *, lines: bool) -> Restored:
    """Undo in a text what its layout did to it; without `lines`, its line breaks are those of paragraphs already."""
    done = _with(Restored(text, Alignment(), tuple(marks)), character_edits(text))
    if lines:
        edits, left_out = line_edits(done.text)
        done = _with(done, edits, left_out)
    notes = tuple(footnote_edits(done.text))
    return _with(done, notes, ("footnote mark",) * len(notes))


def _with(done: Restored, edits: Iterable[Edit], left_out: tuple[str, ...] = ()) -> Restored:
    """The text after one more round of edits."""
    text, step = apply_edits(done.text, edits)
    if step is None:
        return done
    steps = Alignment((*done.alignment.steps, step))
    return Restored(text, steps, tuple(_moved(mark, step) for mark in done.marks), (*done.left_out, *left_out))


def _moved(mark: Mark, step: Step) -> Mark:
    return Mark(mark.kind, step.forth(mark.start), step.forth(mark.end))
