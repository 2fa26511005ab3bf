"""Words in a question for a country or a state that tell which one it is.

Next: `participant_options`, the options beside the key.
"""

import re

from quizengine.language import Clause, mentions_between, place_type
from quizengine_fact_recall.participants import Participant

_REGIONS = frozenset({"country", "state"})
_WHERE = re.compile(r"\b(?:at|in|near|from|to|between|of|around|outside)(?: the)? \Z")
"""Words before the name of a place where something happened."""
_ROOT = 4
"""Letters that the name of a country has in common with what is called after it: "Peru" and "Peruvian"."""


def tells_the_region(clause: Clause, asked: Participant, stem: str) -> bool:
    """True if a question names a place that lies in the country or state it asks for, or what is called after it.

    "In which country did Moss teach, at Graz?" asks where Graz is, and "after the Peruvian War" tells of Peru.
    """
    if asked.kind not in _REGIONS:
        return False
    root = asked.name.full.rpartition(" ")[2][:_ROOT]
    if re.search(rf"\b{re.escape(root)}\w*", stem):
        return True
    named = mentions_between(clause.span.article, clause.span.start, clause.span.end)
    inside = {
        mention.text
        for mention, name in named
        if name is not asked.name and name.kind == "place" and place_type(name.full) != "country"
    }
    return asked.part.role == "adjunct" and any(
        _WHERE.search(stem[: found.start()]) for each in inside for found in re.finditer(re.escape(each), stem)
    )
