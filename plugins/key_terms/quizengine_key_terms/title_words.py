"""Compares a term with the title of its article, above every question: “nerves” are not told by “The Nervous System”.

Next: `term_questions`.
"""

import re
from collections.abc import Iterable

from quizengine.language import content_words
from quizengine_key_terms.shared_words import shared_words

_SAME = 5
"""Letters with which two words begin that are forms of one, as "colony" and "colonial" are.

Readers of a title with "atomic" are not told what an "atom" is.
"""


def is_the_whole_title(title: str, names: Iterable[str]) -> bool:
    """Return whether one of the names of a term is all that a title says, apart from what is in brackets there."""
    whole = content_words(re.sub(r" \(.*\)", "", title))
    return bool(whole) and any(content_words(name) == whole for name in names)


def tells_the_term(title: str, term: str) -> bool:
    """Return whether a title has all words of a term side by side, or the only word of a term in one of its forms."""
    words = [word for word in term.replace("-", " ").split() if content_words(word)]
    stems = content_words(title.replace("-", " "))
    if len(words) == 1:
        [own] = content_words(words[0])[:1]
        return any(own == stem or (len(own) >= _SAME and own[:_SAME] == stem[:_SAME]) for stem in stems)
    windows = (stems[first : first + len(words)] for first in range(len(stems) - len(words) + 1))
    return bool(words) and any(shared_words(term, " ".join(window)) >= set(words) for window in windows)
