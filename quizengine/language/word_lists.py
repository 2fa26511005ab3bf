"""Word lists in their most readable form: running text between quotation marks."""

import unicodedata
from functools import lru_cache


def word_set(text: str) -> frozenset[str]:
    """The words of a text, separated by white space."""
    return frozenset(text.split())


def phrase_set(text: str) -> frozenset[str]:
    """The phrases of a text, separated by | and free of line breaks."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))


@lru_cache(maxsize=20_000)
def plain_form(token: str) -> str:
    """The token as the lists have it, and one for all its spellings: no case, no accents, no full stops."""
    if not token.isascii():
        decomposed = unicodedata.normalize("NFKD", token.replace("’", "'"))
        token = "".join(character for character in decomposed if not unicodedata.combining(character))
    return token.replace(".", "").casefold()
