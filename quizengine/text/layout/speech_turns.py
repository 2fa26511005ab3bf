"""The speakers of a transcript or an interview, by the labels before their words, as "Q:" and "Elsa Holm:"."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

Offsets = tuple[int, int]

ASKING = frozenset(
    [
        "q",
        "question",
        "interviewer",
        "reporter",
        "journalist",
        "host",
        "moderator",
        "presenter",
        "anchor",
        "editor",
        "correspondent",
        "interview",
    ]
)
"""Labels, in small letters, of those who ask."""
ANSWERING = frozenset(["a", "answer", "interviewee", "guest", "respondent"])
_NAME = (
    r"(?:[\[(]\d[\d:.]*[\])] ?)?"
    r"(?P<label>[A-ZÀ-Þ][\w.’'-]*(?: (?:of|de|van|von|der|la|al|[A-ZÀ-Þ][\w.’'-]*|\d{1,2}(?=:))){0,4})"
)
"""A name, after the time at which it speaks, if that is told."""
_LABEL = re.compile(
    rf"{_NAME}(?:(?<=\b[QA])\.[^\S\r\n]+(?=\S)"
    r"|(?:,? ?\([^()\n]{1,60}\)|, (?:[A-ZÀ-Þ][A-ZÀ-Þ ,.’'-]{2,60}|[a-z][a-z ]{2,30}))?"
    r"(?::[^\S\r\n]+(?=\S)|:(?=[A-ZÀ-Þ“\"])))"
)
_DASHED = re.compile(rf"{_NAME} ?[–—-][^\S\r\n]+(?=\S)")
"""Labels with a dash, as few have them: only beside one that says what it is."""
_FEWEST = 3


@dataclass(frozen=True)
class Turn:
    """The words of one speaker, by offsets: the label with its colon, and the rest of its paragraph."""

    name: str
    label: Offsets
    words: Offsets

    @property
    def asks(self) -> bool:
        """True if the label says that this is a question, and not whose it is."""
        return self.name.casefold() in ASKING

    @property
    def answers(self) -> bool:
        """True if the label says that this is an answer, and not whose it is."""
        return self.name.casefold() in ANSWERING


def labels_in(text: str, stretches: Iterable[Offsets]) -> dict[Offsets, tuple[str, Offsets]]:
    """The labels that begin lines or paragraphs, by stretch: the name and where the label is, with its colon.

    Empty unless they are those of a transcript: two or more in capitals, two of which one says what it is, such as
    "Interviewer" or "Q", or three or more of fewer speakers, one of whom speaks again. A list has each name once.
    """
    places = tuple(stretches)
    found = _labels(text, places, _LABEL)
    dashed = {} if found else _labels(text, places, _DASHED)
    if any(name.casefold() in ASKING for name, _ in dashed.values()):
        found = dashed
    count = Counter(_last_word(name) for name, _ in found.values())
    told = {name for name, _ in found.values() if name.casefold() in ASKING | ANSWERING}
    capitals = {place: one for place, one in found.items() if one[0].isupper() and len(one[0]) > 1}
    if (told and len(count) > 1) or (len(found) >= _FEWEST and 2 <= len(count) < len(found)):
        return found
    return capitals if len(capitals) > 1 else {}


def _labels(text: str, places: Iterable[Offsets], pattern: re.Pattern[str]) -> dict[Offsets, tuple[str, Offsets]]:
    found = ((place, pattern.match(text, *place)) for place in places)
    return {place: (label["label"], label.span()) for place, label in found if label}


def _last_word(label: str) -> str:
    """Return what a label and its short form share: "Ruth Abel" and "Abel"."""
    return label.split()[-1].casefold()


def speech_turns(text: str, paragraphs: Iterable[Offsets]) -> tuple[Turn, ...]:
    """The turns of a transcript, in order; a paragraph without a label is nobody's."""
    labels = labels_in(text, paragraphs)
    return tuple(Turn(name, label, (label[1], end)) for (_, end), (name, label) in labels.items())
