"""The abbreviation of a term and what it stands for, where the article gives both: "gross national product (GNP)".

Next: `terms`, which accepts either.
"""

import re

from quizengine import Article

_SPECIFIC = re.compile(r"\w{4,}(?:i[sz]ation|ification)")
"""Nouns that name one process, also without what goes through it."""
_UNSPELT = frozenset({"of", "and", "the", "for", "a", "an"})
"""Words of which an abbreviation has no letter."""
ABBREVIATION = re.compile(r"[A-Z][A-Z&]{1,6}s?")


def short_forms(article: Article, words: str) -> list[str]:
    """Return the abbreviation in brackets behind a term of several words, and its noun where that is used alone."""
    spaced = r"\s+".join(map(re.escape, words.split()))
    found = re.search(rf"(?i:\b{spaced}) \(({ABBREVIATION.pattern})\)", article.text) if " " in words else None
    return [*([found[1]] if found else []), *_noun_alone(article, words)]


def _noun_alone(article: Article, words: str) -> list[str]:
    """Return "urbanization" for "urbanization of estuaries", where the article uses it alone, too."""
    noun, of, _ = words.partition(" of ")
    alone = of and _SPECIFIC.fullmatch(noun) and re.search(rf"(?i)\b{noun}\b(?! of\b)", article.text)
    return [noun] if alone else []


def abbreviates(words: str, meaning: str) -> bool:
    """Return whether the letters of an abbreviation are those of words of a meaning: "EPC", "early price control"."""
    if not ABBREVIATION.fullmatch(words):
        return False
    spoken = (word for word in re.split(r"[\s-]+", meaning) if word.lower() not in _UNSPELT)
    return words.rstrip("s").replace("&", "") in "".join(word[0].upper() for word in spoken if word)


def written_out(article: Article, words: str) -> list[str]:
    """Return what an abbreviation stands for, where the article says it: "gross national product (GNP)"."""
    if not ABBREVIATION.fullmatch(words):
        return []
    letters = words.rstrip("s")
    found = re.search(rf"((?:[\w’-]+\s+){{{len(letters)},{len(letters) + 2}}})\({re.escape(letters)}s?\)", article.text)
    if found is None:
        return []
    before = found[1].split()
    for length in range(len(letters), len(before) + 1):
        initials = "".join(word[0].upper() for word in before[-length:] if word.lower() not in _UNSPELT)
        if initials == letters:
            return [" ".join(before[-length:])]
    return []
