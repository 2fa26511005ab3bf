"""Who speaks in a transcript or an interview: the labels before what they say, as "Q:" and "Elsa Holm:"."""

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
_LABEL = re.compile(
    r"(?P<label>[A-ZÀ-Þ][\w.’'-]*(?: (?:of|de|van|von|der|la|al|[A-ZÀ-Þ][\w.’'-]*)){0,4})"
    r"(?:,? ?\([^()\n]{1,60}\)|, [A-ZÀ-Þ][A-ZÀ-Þ ,.’'-]{2,60})?:[^\S\r\n]+(?=[^\s\d:]|\d)"
)
_FEWEST = 3


@dataclass(frozen=True)
class Turn:
    """What one speaker says, by offsets: the label with its colon, and the paragraphs behind it."""

    name: str
    label: Offsets
    words: tuple[Offsets, ...]

    @property
    def asks(self) -> bool:
        """Whether the label is that of somebody who asks, and not a name."""
        return self.name.casefold() in ASKING

    @property
    def answers(self) -> bool:
        """Whether the label says that this is the answer and not whose it is."""
        return self.name.casefold() in ANSWERING


def labels_in(text: str, stretches: Iterable[Offsets]) -> dict[Offsets, tuple[str, Offsets]]:
    """The labels that begin lines or paragraphs, by stretch: the name and where the label stands, with its colon.

    Empty unless they are those of a transcript: three or more of fewer speakers, one of whom speaks again, or a label
    that says what it is, such as "Interviewer" or "Q".
    """
    found: dict[Offsets, tuple[str, Offsets]] = {}
    for start, end in stretches:
        if label := _LABEL.match(text, start, end):
            found[start, end] = (label["label"], label.span())
    count = Counter(name for name, _ in found.values())
    told = {name for name in count if name.casefold() in ASKING | ANSWERING}
    again = len(found) >= _FEWEST and 2 <= len(count) < len(found)
    if not (again or (told and len(count) >= 2)):
        return {}
    known = {name for name in count if count[name] > 1 or name in told or len(count) == 2}
    return {place: one for place, one in found.items() if one[0] in known or not again or _is_name(one[0])}


def _is_name(label: str) -> bool:
    return len(label.split()) >= 2


def turns_of(text: str, paragraphs: Iterable[Offsets]) -> tuple[Turn, ...]:
    """The turns of a transcript, in order; paragraphs without a label go on with what was said before them."""
    paragraphs = tuple(paragraphs)
    labels = labels_in(text, paragraphs)
    said: list[tuple[str, Offsets, list[Offsets]]] = []
    for place in paragraphs:
        if place in labels:
            name, label = labels[place]
            said.append((name, label, [(label[1], place[1])]))
        elif said:
            said[-1][2].append(place)
    return tuple(Turn(name, label, tuple(words)) for name, label, words in said)
