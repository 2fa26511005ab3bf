"""Tells "the storm closed the bridge" from "the bridge closed by the storm": past tense or participle.

The two have one form in most verbs, and the tagger takes too many for participles. A clause needs a finite verb: where
it has no other, the first such form after its subject is the past tense.
"""

from collections.abc import Callable, Sequence

_FINITE = frozenset(
    ("VVB", "VVD", "VVZ", "VBB", "VBD", "VBZ", "VHB", "VHD", "VHZ", "VDB", "VDD", "VDZ", "VM0")
)  # fmt: skip
_NOMINATIVE = frozenset(("he", "she", "they", "we", "i", "it", "who"))
_SUBJECT_END = ("NN", "NP", "CRD", "DT0", "PNI", "AVP")
_BORDERS = frozenset(("CJS", "CJT", "PNQ", "DTQ", "PUQ"))
_FAR = 200
"""Words: no clause is so long; not to look further bounds the work on a text without marks."""
_REPORTS = frozenset(("said", "says", "say", "told", "reported", "added", "wrote"))


def with_past_tenses(tokens: Sequence[str], tags: list[str], may_be_past: Callable[[str], bool]) -> list[str]:
    """The tags with those past participles (VVN) turned to past tense (VVD) that are their clause's only verb."""
    mended = list(tags)
    for at, tag in enumerate(tags):
        if tag == "VVN" and may_be_past(tokens[at]) and _is_past(tokens, mended, at):
            mended[at] = "VVD"
    return mended


def _is_past(tokens: Sequence[str], tags: Sequence[str], at: int) -> bool:
    before = at - 1
    while before >= 0 and tags[before] == "AV0":
        before -= 1
    if before < 0:
        return False
    if tokens[before].lower() in _NOMINATIVE or (tags[before] == "PNQ" and tokens[before].lower() == "that"):
        return True
    if not tags[before].startswith(_SUBJECT_END) or (at + 1 < len(tokens) and tokens[at + 1].lower() == "by"):
        return False
    start, end = _clause(tokens, tags, at)
    return not any(tags[other] in _FINITE for other in range(start, end) if other != at)


def _clause(tokens: Sequence[str], tags: Sequence[str], at: int) -> tuple[int, int]:
    """From the conjunction or mark before to the one after; a report at the end ("…, police said") does not count."""
    start = at
    while start > max(0, at - _FAR) and not _is_border(tokens, tags, start - 1):
        start -= 1
    end = at + 1
    while end < min(len(tokens), at + _FAR) and not _is_border(tokens, tags, end):
        if tokens[end] == "," and any(token.lower() in _REPORTS for token in tokens[end : end + 5]):
            break
        end += 1
    return start, end


def _is_border(tokens: Sequence[str], tags: Sequence[str], at: int) -> bool:
    if tags[at] == "CJC":
        return tokens[at].lower() == "but" or (_begins_a_clause(tags, at + 1) and not _is_passive(tags, at))
    return tags[at] in _BORDERS or tokens[at] in (";", ":", ".", "?", "!", "—", "–", "-", "--")


def _is_passive(tags: Sequence[str], end: int) -> bool:
    """Whether the clause before is passive: "one was killed and two injured" leaves its second "were" out."""
    first = max((at for at in range(max(0, end - _FAR), end) if tags[at] in _FINITE), default=-1)
    return first >= 0 and tags[first] in ("VBD", "VBZ", "VBB") and "VVN" in tags[first:end]


def _begins_a_clause(tags: Sequence[str], at: int) -> bool:
    """Whether a subject with a verb right after it follows: "and traders left", not "and traders of Salem"."""
    while at < len(tags) and tags[at].startswith(("AT", "DP", "DT", "AJ", "CR", "NN", "NP", "PNP", "POS")):
        at += 1
    return at < len(tags) and tags[at].startswith("V") and not tags[at].endswith(("G", "I"))
