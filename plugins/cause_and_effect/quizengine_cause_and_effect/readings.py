"""What a signal of a cause is, and the ways in which its cause and its effect can stand around it.

Next: `signal_verbs` and `signals`, the tables of them.
"""

import re
from dataclasses import dataclass
from enum import Enum


class Reading(Enum):
    """Where the cause and the effect of a signal stand."""

    CAUSES = "subject is the cause, object the effect: the storm triggered floods"
    MAKES_DO = "subject is the cause, object with its infinitive the effect: the storm forced the town to close"
    COMES_FROM = "subject is the effect, object the cause: the flood resulted from the storm"
    BECAUSE = "a clause gives the cause of another: it closed because the storm came"
    OWING_TO = "a phrase gives the cause of a clause: it closed because of the storm"
    IN_ORDER_TO = "a phrase gives the motive of a clause: they marched in protest against the closure"
    BY_DOING = "a phrase gives the means of a clause: by closing the bridge, the town saved money"
    RESULTING_IN = "a participle gives the effect of a clause: a tree fell, killing two people"
    SO_THEN = "the clause before is the cause of the clause after: the piers cracked, so the bridge closed"
    LAID_TO = "object is the effect, what stands after the preposition the cause: they blamed the flood on the storm"
    AS_A_RESULT = "the sentence before is the cause: As a result, the bridge closed"


@dataclass(frozen=True)
class Signal:
    """Words that signal a cause, with the proof that they are told from words that only look alike."""

    name: str
    reading: Reading
    words: str
    """A regular expression over the text, for whole words in any case."""
    hit: str
    miss: str
    authority: str
    effect_needs: str = ""
    """A regular expression for the dictionary form of the effect's main verb or noun; empty where any will do."""
    cause_needs: str = ""
    """The same for the cause's."""
    is_asked: bool = True
    """Whether questions are asked about it; a circumstance ("when the bridge fell") is a fact that no "why" fits."""

    changes: bool = False
    """Whether the effect was there before and is only made more or less ("reduced demand")."""

    is_partial: bool = False
    """Whether it names a part of the cause only: no "why" asks for that, though the sentence can be asked to end."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The words, compiled."""
        return re.compile(rf"(?<![\w’'-])(?:{self.words})(?![\w’'-])", re.IGNORECASE)
