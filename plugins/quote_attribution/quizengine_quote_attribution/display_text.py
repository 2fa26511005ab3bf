"""The words of a quotation as a question shows them, and whether they contain a name.

Next: `excerpts`, which chooses the words.
"""

import re
from functools import lru_cache

from quizengine.language import capitalised, normalise
from quizengine_quote_attribution.quote_punctuation import in_single_marks

_POSSESSIVE = re.compile(r"[’']s?(?!\w)")
_HANDLE = re.compile(r"(?<=[a-z])(?=[A-Z])|@")
"""The place between the names in "@RuthAbel"."""
_LEADS_IN = re.compile(
    r"(?:(?:And|But|Well|Look|Now|However|Furthermore|Moreover|In addition|Yes|No|Honestly|Frankly|Of course|In fact|"
    r"As a result|You know|I mean),|And|But|So,? (?=(?:I|you|we|they|he|she|it|for|the|if|when)\b)|So,)"
    r" ?(?=\w)"
)
"""Words that link a quotation to the words before it, and say nothing themselves."""
_OWN_CAPITAL = re.compile(r"\A[\[(](?P<letter>[A-Z])[\])](?=[a-z])")
"""A capital that an article puts for the small letter that a quotation begins with: "[T]hose who row"."""


def spoken_by_name(text: str, name: str) -> bool:
    """Return whether words hold a part of a name that is long enough to give it away."""
    words, parts = _folded_words(text), normalise(name).split()
    return any(part in words for part in parts if len(part) > 2 or len(parts) < 3)


@lru_cache(maxsize=256)  # one text is compared with many names
def _folded_words(text: str) -> frozenset[str]:
    apart = _HANDLE.sub(" ", _POSSESSIVE.sub("", text))
    return frozenset([*normalise(text).split(), *normalise(apart).split()])


def display_text(text: str) -> str:
    """The words on one line from a capital on, without a full stop, or the comma that only the cue after them needs."""
    bare = re.sub(r"\s*[,—–-]+(?P<marks>[’”'\"]*)\Z", r"\g<marks>", " ".join(text.split()))
    bare = re.sub(r"(?<![.…])(?<!\b[A-Z])\.(?P<marks>[’”'\"]*)\Z", r"\g<marks>", bare)
    bare = re.sub(r"\A\.(?=@)", "", bare)  # a post that is not a reply begins ".@RuthAbel"
    bare = _OWN_CAPITAL.sub(r"\g<letter>", bare)
    words = in_single_marks(_LEADS_IN.sub("", bare, count=1) if _LEADS_IN.match(bare) else bare)
    return capitalised(words) if words[:1].islower() and words.split(" ", 1)[0].islower() else words
