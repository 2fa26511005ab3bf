"""Two spellings of one name in an article: "Lydia Buchtmann" and "Bauchtman" may be one person."""

from collections import defaultdict
from functools import lru_cache

from quizengine import Article, cache_per_article
from quizengine.language import Name, is_given_name, names_in, normalise

_FEWEST_LETTERS = 5
_FURTHEST = 2
"""Letters that are to be put in, taken out or changed between two spellings of a long name; one in a short one."""
_LONG = 7
_MOST_ALIKE = 100


def twin_of(name: Name) -> str:
    """Somebody whose name may be this one in another spelling; empty if there is nobody."""
    alike = _by_initial(name.mentions[0].article).get(_initial(name), ()) if name.kind == "person" else ()
    others = (other for other in alike if other.full != f"{name.surname}s")  # "Tobins" are named for Tobin
    return next((other.full for other in others if may_be_same_speaker(name, other)), "")


@cache_per_article
def _by_initial(article: Article) -> dict[str, list[Name]]:
    """Return who may be a person, by the first letter of the surname; of very many only some, which bounds the work."""
    found: dict[str, list[Name]] = defaultdict(list)
    for name in names_in(article):
        alike = found[_initial(name)]
        if name.kind in ("person", "other") and len(alike) < _MOST_ALIKE:
            alike.append(name)
    return found


def _initial(name: Name) -> str:
    words = _words(name.full)
    return words[-1][:1] if words else ""


@lru_cache(maxsize=1024)  # every name is compared with all that begin with its letter
def _words(full: str) -> list[str]:
    return normalise(full).split()


def may_be_same_speaker(name: Name, other: Name) -> bool:
    """Return whether two names that differ may be one person's: nearly the same surname, and no two given names."""
    mine, its = _words(name.full), _words(other.full)
    if not mine or not its or mine[-1] == its[-1] or min(len(mine[-1]), len(its[-1])) < _FEWEST_LETTERS:
        return False
    most = _FURTHEST if max(len(mine[-1]), len(its[-1])) >= _LONG else 1
    given_alike = len(mine) == 1 or len(its) == 1 or mine[0][0] == its[0][0]
    return given_alike and mine[-1][0] == its[-1][0] and _edits(mine[-1], its[-1], most) <= most


def _edits(one: str, other: str, most: int) -> int:
    """The number of letters that change one word into the other (Levenshtein 1966), counted up to `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        above, row[0] = row[0], number
        for at, mine in enumerate(other, 1):
            above, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, above + (letter != mine))
    return row[-1]


def is_surname_of_another(name: Name) -> bool:
    """Return whether a name is somebody else's surname after a word that is not a given name: "Monster Abel"."""
    words = name.full.split()
    if name.kind != "person" or len(words) < 2 or name.pronoun or is_given_name(words[0]):
        return False
    others = [
        other for other in names_in(name.mentions[0].article) if other.kind == "person" and other.full != name.full
    ]
    return any(other.full.split()[-1] == words[-1] for other in others)
