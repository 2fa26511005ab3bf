"""Changes to a text that keep, for each character, where it was before."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter


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
    """True if the characters are those that were there, one for one."""


_now: Callable[[_Piece], int] = attrgetter("now")
_before: Callable[[_Piece], int] = attrgetter("before")


@dataclass(frozen=True)
class Step:
    """The result of one round of edits, as pieces in order of both texts."""

    pieces: tuple[_Piece, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the text before that text[start:end] came from."""
        first = self._piece_at(start, _now)
        last = self._piece_at(max(start, end - 1), _now)
        begin = first.before + (start - first.now if first.same else 0)
        return begin, last.before + end - last.now if last.same else max(begin, last.before_end)

    def forth(self, at: int) -> int:
        """The offset in the new text of one in the old text; for a changed character, the start of its replacement."""
        piece = self._piece_at(at, _before)
        return piece.now + (at - piece.before if piece.same else 0)

    def _piece_at(self, at: int, start_of: Callable[[_Piece], int]) -> _Piece:
        return self.pieces[bisect_right(self.pieces, at, key=start_of) - 1]


@dataclass(frozen=True)
class Alignment:
    """The way from a text back to the one that it was made of, over every round of edits."""

    steps: tuple[Step, ...] = ()

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that text[start:end] came from, end exclusive."""
        for step in reversed(self.steps):
            start, end = step.back(start, end)
        return start, end


def apply_edits(text: str, edits: Iterable[Edit]) -> tuple[str, Step | None]:
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
    return "".join(out), Step(tuple(pieces))
