"""Part-of-speech tags from the Hanover Tagger, with the repairs that news writing needs.

Tags are those of the BNC (C5). The model is read-only, loaded on first use and shared in the process.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from quizengine.language.past_tense import with_past_tenses

_LONGEST_TOKEN = 60
"""The tagger's time grows with the square of a token's length and more; nothing longer is a word."""

_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‑": "-"})
_OPENING = frozenset({"“", '"', "''", "``", "‘", "«", "„", ":", "(", "["})
_MARK = re.compile(r"[^\w\s]+\Z")
_ROMAN = re.compile(r"(?!I\Z)(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|XX?)\Z")
_DEMONYM = re.compile(r"[A-Z]\w*(?:an|ish|ese|ern|ch|i|ic|ss|ean)s?\Z")
_NUMBER = re.compile(r"\d[\d.,]*(?:[–-]\d[\d.,]*)?\Z")
_CERTAIN = {"other": "AJ0", "others": "NN2", "because": "CJS"}
"""Words that the tagger gets wrong and that have one tag nearly always."""

_APPROXIMATE = frozenset({"about", "around", "over", "under", "some", "nearly", "roughly"})
"""Before a number these say how exact it is; the tagger takes them for prepositions."""

_PREPOSITIONS = frozenset({("due", "to"), ("owing", "to"), ("thanks", "to"), ("prior", "to")})
"""Prepositions of two words, of which the tagger takes the first for an adjective, a verb or a noun."""

_CAPITAL_IS_A_NAME = frozenset(
    (
        "NN0",
        "NN1",
        "NN2",
        "NN",
        "AJ0",
        "AJC",
        "UNC",
        "ITJ",
        "ZZ0",
        "AV0",
        "ORD",
        "VVB",
        "VVI",
        "VVN",
        "VVG",
        "VVZ",
        "VVD",
    )
)


def tags(tokens: Sequence[str], names: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The C5 tag of each token of one sentence; `names` are words known to be proper nouns wherever they stand."""
    if not tokens:
        return ()
    begins = _begins(tokens)
    plain = [_plain(token, first) for token, first in zip(tokens, begins, strict=True)]
    raw = _tagger().tag_sent(plain, taglevel=0)
    repaired = [_repaired(token, tag, first, names) for token, tag, first in zip(tokens, raw, begins, strict=True)]
    for at, (token, following) in enumerate(pairwise(tokens)):
        if token.lower() in _APPROXIMATE and (repaired[at + 1] == "CRD" or following in "$€£¥"):
            repaired[at] = "AV0"
        if (token.lower(), following.lower()) in _PREPOSITIONS:
            repaired[at] = repaired[at + 1] = "PRP"
    return tuple(with_past_tenses(tokens, repaired, _may_be_past))


@lru_cache(maxsize=20_000)
def lemma(token: str, tag: str) -> str:
    """The form that a dictionary lists: "led" is "lead"; a proper noun stays as it is."""
    if tag == "NP0" or tag.startswith(("PU", "CRD", "UNC")) or len(token) > _LONGEST_TOKEN:
        return token
    word = token.translate(_STRAIGHT).lower()
    found = str(_tagger().analyze(word, pos=tag)[0])
    if tag == "NN2" and len(found) < len(word) - 3:
        return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return found or word


@lru_cache(maxsize=20_000)
def _may_be_past(token: str) -> bool:
    """Whether a participle's form is a past tense as well: "closed" and "led" are, "taken" is not."""
    return any(tag == "VVD" for tag, _ in _tagger().tag_word(token.lower(), cutoff=12, casesensitive=False))


@lru_cache(maxsize=1)
def _tagger() -> Any:
    from HanTa.HanoverTagger import HanoverTagger  # takes numpy and a quarter of a second: only when it is needed

    return HanoverTagger("morphmodel_en.pgz")


def _begins(tokens: Sequence[str]) -> list[bool]:
    """Whether a capital says nothing at each token: it is the first word, or the first after an opening mark."""
    begins, fresh = [], True
    for token in tokens:
        begins.append(fresh)
        fresh = token in _OPENING or (fresh and bool(_MARK.match(token))) or token in (".", "?", "!", "...", "…")
    return begins


def _plain(token: str, first: bool) -> str:
    """The token as the tagger knows it: straight quotes, no dead capital, not endlessly long."""
    word = token.translate(_STRAIGHT)[:_LONGEST_TOKEN]
    lower = word[:1].lower() + word[1:]
    known = _tagger().cache.get(lower) if first and word != lower else None
    return lower if known and not any(_tagger().int2tag[tag] == "NP0" for tag, _ in known) else word


def _repaired(token: str, tag: str, first: bool, names: frozenset[str]) -> str:
    if token in ("$", "€", "£", "¥", "%"):
        return "UNC"
    if token.lower() in _CERTAIN:
        return _CERTAIN[token.lower()]
    if _MARK.match(token):
        return tag if tag.startswith("PU") else "PUN"
    if _NUMBER.match(token):
        return "CRD"
    if _ROMAN.match(token):
        return "NP0"
    capital = token in names or (token[0].isupper() and (not first or (token.isupper() and len(token) > 1)))
    if capital and tag in _CAPITAL_IS_A_NAME and not (tag == "AJ0" and _DEMONYM.match(token)):
        return "NP0"
    return tag
