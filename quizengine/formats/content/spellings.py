"""Lists spellings for programs that compare typed words letter by letter, except for capitals."""

import unicodedata
from collections.abc import Iterator

from quizengine.quiz.parts import TextKey

_SIGNS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "ß": "ss", "ø": "o", "Ø": "O"})


def listed_spellings(key: TextKey) -> tuple[str, ...]:
    """Return the accepted texts and, where words are compared, how they are typed without accents and curly quotes."""
    texts = key.accepted if key.match != "words" else tuple(_with_plain(key.accepted))
    return tuple(dict.fromkeys(texts))


def _with_plain(texts: tuple[str, ...]) -> Iterator[str]:
    yield from texts
    for text in texts:
        spread = unicodedata.normalize("NFD", text.translate(_SIGNS))
        plain = unicodedata.normalize("NFC", "".join(sign for sign in spread if not unicodedata.combining(sign)))
        if plain.strip() and plain.casefold() not in {other.casefold() for other in texts}:
            yield plain
