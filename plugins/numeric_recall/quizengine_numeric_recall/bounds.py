"""Questions for a bounded figure: “More than how many …?” of "over 300", “About how many …?” of "nearly 300".

Next: `question_builders`, which shows the words of a bound elsewhere where a question cannot say them.
"""

import re

from quizengine.language import Quantity
from quizengine_numeric_recall.tolerance import hedge_of

_QUESTION_WORD = re.compile(r"\b(how (?:many|much)|what percentage)\b", re.IGNORECASE)

_ASKS_FOR_AN_OBJECT = re.compile(r"\A[^,?]*? (?:did|does|do) [^,?]*?\?")
"""The words behind "how many" where the subject follows them: "how many boats did Oslo buy?"."""


def with_its_bound(stem: str, quantity: Quantity) -> str | None:
    """The question with the bound before what asks for the figure; None if it asks in other words than "how many"."""
    words, found = _words(quantity), _QUESTION_WORD.search(stem)
    if not words or found is None:
        return None
    if words == "more than" and _ASKS_FOR_AN_OBJECT.search(stem[found.end() :]):
        words = "at least"  # nobody says "more than how many people did they kill?"
    said = f"{words} {found[0].lower()}"
    return stem[: found.start()] + (said.capitalize() if found.start() == 0 else said) + stem[found.end() :]


def _words(quantity: Quantity) -> str:
    """The word for a bound in a question: "about" if the text is close to the figure, "more than" if it is above."""
    if " … " in hedge_of(quantity) or quantity.bound not in ("above", "below"):
        return ""
    if quantity.approximate:
        return "about"
    return "more than" if quantity.bound == "above" else ""
