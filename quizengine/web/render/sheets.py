"""Questions as each attempt sees them: in their own order, with blank forms that are drawn once for all attempts."""

import re
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from random import Random

from markupsafe import Markup, escape

from quizengine.quiz.markup import PLAIN
from quizengine.quiz.parts import Choice, Option, Ordering, Part
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import Quiz, SheetQuestion, sheet_question
from quizengine.quiz.shuffling import Shuffle
from quizengine.web.render.forms import form_of, opaque_id
from quizengine.web.render.languages import Language, page_language
from quizengine.web.render.pages import render_question

_REMEMBERED = 4096


@dataclass(frozen=True)
class Snapshot:
    """A quiz as it was when an attempt was started on it."""

    quiz: Quiz

    @property
    def article(self) -> str:
        """The title of the article that the quiz is on; empty if it is on none."""
        return self.quiz.article.title if self.quiz.article else ""

    @property
    def total(self) -> int:
        """The number of questions."""
        return len(self.quiz.questions)


@dataclass(frozen=True)
class _Frame:
    """A blank form with slots for what has another place in another order: labels, and options with their values."""

    asked: SheetQuestion
    """One order of the question."""
    whole: Markup
    """The form in this order."""
    shape: tuple[object, ...]
    pieces: tuple[str, ...]
    """The texts between the slots; one more than there are slots."""
    slots: tuple[int, ...]
    """The place in a list of what goes into each slot: first the texts of a question, then their values in the form."""
    safe: Mapping[str, str]
    """Each text as it is in a page."""

    def filled(self, texts: list[str]) -> Markup:
        """The form with these texts in another order."""
        of_slots = [self.safe[text] for text in texts] + [opaque_id(text) for text in texts]
        between = [piece + of_slots[slot] for piece, slot in zip(self.pieces, self.slots, strict=False)]
        return Markup("".join([*between, self.pieces[-1]]))  # noqa: S704 # drawn by a template, and texts escaped


class Sheets:
    """Made once for an app, and shared by all its requests; `secret` is for shuffling alone."""

    def __init__(self, snapshot: Callable[[str], Snapshot], secret: bytes) -> None:
        self._snapshot = snapshot
        self._secret = secret
        self._slot = f"slot-{secrets.token_hex(8)}-"  # no bank can hold it
        self._unshuffled = lru_cache(_REMEMBERED)(self._drawn_without_chance)
        self._shuffled = lru_cache(_REMEMBERED)(self._drawn_by_chance)
        self._frame = lru_cache(_REMEMBERED)(self._new_frame)

    def shuffle(self, name: str) -> Shuffle:
        """The orders of whoever sees the sheet with this name."""
        return Shuffle(self._secret, name)

    def question(self, digest: str, attempt_id: str, number: int) -> SheetQuestion:
        """The question with this number, counted from 1, as an attempt sees it; the quiz by the store's hash of it."""
        return self._unshuffled(digest, number) or self._shuffled(digest, attempt_id, number)

    def all(self, digest: str, attempt_id: str) -> tuple[SheetQuestion, ...]:
        """All questions of a quiz as an attempt sees them."""
        total = self._snapshot(digest).total
        return tuple(self.question(digest, attempt_id, number) for number in range(1, total + 1))

    def blank(self, digest: str, asked: SheetQuestion) -> Markup:
        """The form of a question as it is on the page before anything is given."""
        if asked.markup == PLAIN:
            frame = self._frame(digest, asked.number, page_language())
            if frame.asked is asked:  # as it is for all attempts where nothing is shuffled
                return frame.whole
            texts = _texts(asked)
            if frame.shape == _shape(asked) and frame.safe.keys() >= set(texts):
                return frame.filled(texts)
        # Images may be others by now, and a type may shuffle more than an order.
        return render_question(form_of(asked, {}), self._snapshot(digest).quiz.locale)

    def _drawn_without_chance(self, digest: str, number: int) -> SheetQuestion | None:
        """The question where its type shuffles nothing, and so all see the same."""
        quiz = self._snapshot(digest).quiz
        return None if _is_shuffled(quiz.questions[number - 1]) else sheet_question(quiz, number, self.shuffle(""))

    def _drawn_by_chance(self, digest: str, attempt_id: str, number: int) -> SheetQuestion:
        return sheet_question(self._snapshot(digest).quiz, number, self.shuffle(attempt_id))

    def _new_frame(self, digest: str, number: int, language: Language) -> _Frame:
        """The form drawn with a mark in each slot, and cut at the marks."""
        quiz = self._snapshot(digest).quiz
        asked = self._unshuffled(digest, number) or sheet_question(quiz, number, self.shuffle(""))
        total = len(_texts(asked))
        marks = {f"{self._slot}{place}-": f"{self._slot}{place + total}-" for place in range(total)}
        form = form_of(_with_texts(asked, iter(marks)), {}, lambda mark: marks[mark])
        pieces = re.split(f"{self._slot}(\\d+)-", str(render_question(form, quiz.locale)))
        whole = render_question(form_of(asked, {}), quiz.locale)
        safe = {text: str(escape(text)) for text in _texts(asked)}
        return _Frame(asked, whole, _shape(asked), tuple(pieces[::2]), tuple(map(int, pieces[1::2])), safe)


def _texts(asked: SheetQuestion) -> list[str]:
    """Return the texts that may have another place in another order: the labels of choices, and all options."""
    texts: list[str] = []
    for part in asked.parts:
        if isinstance(part, Choice) and part.label:
            texts.append(part.label)
        if isinstance(part, Choice | Ordering):
            texts += [option.text for option in part.options]
    return texts


def _with_texts(asked: SheetQuestion, texts: Iterator[str]) -> SheetQuestion:
    """The question with other texts in place of its own, in their order."""

    def turned(part: Part) -> Part:
        if isinstance(part, Choice) and part.label:
            part = replace(part, label=next(texts))
        if isinstance(part, Choice | Ordering):
            part = replace(part, options=tuple(Option(option.id, next(texts)) for option in part.options))
        return part

    return replace(asked, parts=tuple(map(turned, asked.parts)))


def _shape(asked: SheetQuestion) -> tuple[object, ...]:
    """Return what two orders of a question must have in common for one frame to serve both."""
    return tuple(
        (type(part), len(part.options), isinstance(part, Choice) and (part.multiple, bool(part.label)))
        if isinstance(part, Choice | Ordering)
        else part
        for part in asked.parts
    )


class _Watched(Random):
    """Randomness that knows whether anybody asked for it."""

    used = False

    def random(self) -> float:
        self.used = True
        return super().random()

    def getrandbits(self, k: int, /) -> int:
        self.used = True
        return super().getrandbits(k)


def _is_shuffled(question: Question) -> bool:
    watched = _Watched(0)
    question.parts(watched)
    return watched.used
