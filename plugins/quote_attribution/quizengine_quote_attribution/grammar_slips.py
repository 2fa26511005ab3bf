"""Slips of the speaker or the printer that make a quotation look wrong in a question: "these rules means"."""

import re

_ONE = "is|was|has|does|means|makes|gives|takes|shows|needs|wants|goes|comes|says|seems|looks|works"
_MANY_AND_ONE = re.compile(
    r"(?i)(?:\A|[,.;:] |\b(?:that|because|and|but|if|when|so) )(?:these|those) (?:[a-z]+ )?[a-z]+s "
    rf"(?:{_ONE})\b",
)
"""A subject in the plural with a verb in the singular."""
_IDIOM = re.compile(r"(?i)\b(?:these|those) (?:days|kinds of|sorts of)\b")
_LOST_SIGN = re.compile(r"(?i)\b(?:us)?(?:pounds|dollars|euros|yen) \d")
"""A sign of a currency that became a word before its figure when the text was copied: "pounds 200m"."""


def has_a_slip(words: str) -> bool:
    """Return whether some words have a verb that does not agree with its subject, or a currency before its figure."""
    agrees = _MANY_AND_ONE.search(words) is None or _IDIOM.search(words) is not None
    return not agrees or _LOST_SIGN.search(words) is not None
