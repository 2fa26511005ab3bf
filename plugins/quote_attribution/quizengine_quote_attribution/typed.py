"""The names that a student may type for a speaker: full, short, with title, in the other order.

Case, accents, hyphens and full stops are set aside by grading itself.
"""

from collections.abc import Iterable

from quizengine.grading import folded
from quizengine.language.names import Name, namesakes
from quizengine.language.titles import SUFFIXES, is_role_noun
from quizengine.language.word_lists import plain

_COURTESY = {"he": ("Mr.",), "she": ("Ms.", "Mrs."), "": ("Mr.", "Ms.", "Mrs.")}


def accepted_names(name: Name) -> tuple[str, ...]:
    """Every form that names this one and nobody else of the article, the fullest first."""
    if name.kind != "person":
        return _distinct([name.full, *name.forms])
    tokens = [token for token in name.full.split() if plain(token) not in SUFFIXES]
    without_initials = [token for token in tokens if not _is_initial(token)] or tokens
    full = [name.full, " ".join(tokens), " ".join(without_initials)]
    if len(without_initials) > 1:
        full += [_joined(without_initials[0], name.surname, without_initials), _joined(*_reversed(without_initials))]
        full += [form for form in name.forms if len(form.split()) > 1 and name.surname in form]
    titles = list(_titles(name))
    accepted = full + [f"{title} {form}" for title in titles for form in full[:3]]
    if not namesakes(name) or len(tokens) == 1:
        accepted += [name.surname, *(f"{title} {name.surname}" for title in (*titles, *_COURTESY[name.pronoun]))]
    return _distinct(accepted)


def _titles(name: Name) -> Iterable[str]:
    """The title in front of the name, whole and by its last words: "Defense Secretary", then "Secretary"."""
    words = name.role.split()
    if not words or words[0].casefold() in ("a", "an", "the") or not is_role_noun(words[-1]) or len(words) > 6:
        return
    for start in range(len(words)):
        yield " ".join(words[start:])


def _joined(first: str, last: str, tokens: list[str]) -> str:
    return f"{first} {last}" if first != last else " ".join(tokens)


def _reversed(tokens: list[str]) -> tuple[str, str, list[str]]:
    return tokens[-1], " ".join(tokens[:-1]), tokens


def _is_initial(token: str) -> bool:
    return len(token.replace(".", "")) == 1 or (token.endswith(".") and token.isupper())


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for text in texts:
        kept.setdefault(folded(text), text)
    return tuple(text for fold, text in kept.items() if fold)
