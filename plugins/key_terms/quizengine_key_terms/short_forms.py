"""The abbreviation of a term and what it stands for, where the article gives both: "gross national product (GNP)".

Next: `terms`, which accepts either.
"""

import re

from quizengine import Article

ABBREVIATION = re.compile(r"[A-Z][A-Z&]{1,6}s?")


def short_forms(article: Article, words: str) -> list[str]:
    """Return the abbreviation in brackets behind a term of several words."""
    spaced = r"\s+".join(map(re.escape, words.split()))
    found = re.search(rf"(?i:\b{spaced}) \(({ABBREVIATION.pattern})\)", article.text) if " " in words else None
    return [found[1]] if found else []


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
        initials = "".join(
            word[0].upper() for word in before[-length:] if word.lower() not in ("of", "and", "the", "for")
        )
        if initials == letters:
            return [" ".join(before[-length:])]
    return []
