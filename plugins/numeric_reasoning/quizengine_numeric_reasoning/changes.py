"""Words for a change from one figure to another, and whether they say that it happened."""

import re

RISES = {
    "rose": "rise", "risen": "rise", "grew": "growth", "grown": "growth", "increased": "increase", "climbed": "climb",
    "jumped": "jump", "surged": "surge", "soared": "rise", "went up": "rise", "expanded": "growth",
}  # fmt: skip
"""Verbs in the past for a change to more, with the noun for it."""
FALLS = {
    "fell": "fall", "fallen": "fall", "dropped": "drop", "declined": "decline", "decreased": "decrease",
    "shrank": "fall", "shrunk": "fall", "slipped": "fall", "plunged": "fall", "sank": "fall", "went down": "fall",
}  # fmt: skip
"""Verbs in the past for a change to less, with the noun for it."""
_CHANGE = re.compile(
    rf"\b(?P<verb>{'|'.join((*RISES, *FALLS))})\b(?: [a-z]+ly)?(?: (?:in|on|at) [\w ]{{1,30}})? from \Z", re.IGNORECASE
)
_NOT_SO = re.compile(
    r"\b(?:not|never|nor|if|whether|would|could|might|may|will|should|must|unless|expect\w*|predict\w*|forecast\w*|nearly|"
    r"almost)\b|n['’]t\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:—–]")


def change_before(words: str) -> str | None:
    """The noun for the change that these words end in telling ("rose sharply from"); None if it is only supposed."""
    found = _CHANGE.search(words)
    if found is None:
        return None
    clause = _CLAUSE.split(words[: found.start()])[-1]
    if _NOT_SO.search(clause):
        return None
    verb = found["verb"].casefold()
    return RISES.get(verb) or FALLS[verb]
