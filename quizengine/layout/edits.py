"""Changes to a text that keep, for each character, where it stood before."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Edit:
    """text[start:end] becomes `new`."""

    start: int
    end: int
    new: str = ""


@dataclass(frozen=True)
class _Piece:
    now: int
    before: int
    before_end: int
    same: bool
    """Whether the characters are those that stood there, one for one."""


@dataclass(frozen=True)
class Step:
    """What one round of edits did, as pieces in order of both texts."""

    pieces: tuple[_Piece, ...]
    _now: tuple[int, ...] = field(repr=False)
    _before: tuple[int, ...] = field(repr=False)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the text before that text[start:end] came from."""
        first = self.pieces[max(0, bisect_right(self._now, start) - 1)]
        last = self.pieces[max(0, bisect_right(self._now, max(start, end - 1)) - 1)]
        begin = first.before + (start - first.now if first.same else 0)
        return begin, last.before + end - last.now if last.same else max(begin, last.before_end)

    def forth(self, at: int) -> int:
        """Where an offset of the text before stands now; the start of what took the place of a changed character."""
        piece = self.pieces[max(0, bisect_right(self._before, at) - 1)]
        return piece.now + (at - piece.before if piece.same else 0)


@dataclass(frozen=True)
class Alignment:
    """From a text back to the one that it was made of, over every round of edits."""

    steps: tuple[Step, ...] = ()

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that text[start:end] came from, end exclusive."""
        for step in reversed(self.steps):
            start, end = step.back(start, end)
        return start, end


def edited(text: str, edits: Iterable[Edit]) -> tuple[str, Step | None]:
    """The text with the edits made, and the step; no step where there is nothing to do.

    Edits may come in any order. Where two overlap, the one that begins first is made and the other is not.
    """
    out: list[str] = []
    pieces: list[_Piece] = []
    at = now = 0
    for edit in sorted(edits):
        if edit.start < at or text[edit.start : edit.end] == edit.new:
            continue
        if edit.start > at:
            pieces.append(_Piece(now, at, edit.start, True))
            out.append(text[at : edit.start])
            now += edit.start - at
        pieces.append(_Piece(now, edit.start, edit.end, False))
        out.append(edit.new)
        now += len(edit.new)
        at = edit.end
    if not pieces:
        return text, None
    pieces.append(_Piece(now, at, len(text), True))
    out.append(text[at:])
    step = Step(tuple(pieces), tuple(piece.now for piece in pieces), tuple(piece.before for piece in pieces))
    return "".join(out), step
