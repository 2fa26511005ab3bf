"""The parties that come before somebody's name and are no part of it: "Lib Dem Ruth Abel", "Labour Ruth Abel"."""

from collections.abc import Sequence

from quizengine.language.names.given_names import is_given_name
from quizengine.language.names.kinds import NOT_PEOPLE
from quizengine.language.verbatim import is_verbatim
from quizengine.language.word_lists import phrase_set, plain_form, word_set
from quizengine.text.article import Article

_PARTIES = phrase_set(
    """
    democratic unionist | dup | lib dem | liberal democrat | plaid cymru | sdlp | sinn fein | snp | social democrat
    | ukip | ulster unionist
    """
)
"""Name a party wherever they are."""
_PARTIES_AND_NOUNS = word_set("green labor labour unionist")
"""Name a party before somebody, and begin other names as well: "Labour Day"."""
_COURTESIES = ("Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dr", "Dr.")
_LONGEST = 2
_SHORTEST_NAME = 2


def words_of_party(article: Article, words: Sequence[str]) -> int:
    """The number of words for a party that a full name begins with; 0 if there are none."""
    plain = [plain_form(word) for word in words]
    for size in range(min(_LONGEST, len(words) - _SHORTEST_NAME), 0, -1):
        label = " ".join(plain[:size])
        if label in _PARTIES and plain[-1] not in NOT_PEOPLE:
            return size
        noun = label.removesuffix(" party")
        if noun in _PARTIES_AND_NOUNS and (is_given_name(words[size]) or _is_addressed(article, words[-1])):
            return size
    return 0


def _is_addressed(article: Article, surname: str) -> bool:
    """Return whether the article calls somebody "Mr" or "Ms" with this surname."""
    return any(is_verbatim(article, f"{courtesy} {surname}") for courtesy in _COURTESIES)
