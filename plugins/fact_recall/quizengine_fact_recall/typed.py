"""The names that a student may type for a key: full, short, and as the article has them.

Next: `drafts`.
"""

from quizengine.language import Name, names_in
from quizengine_fact_recall.naming import tells

_MAY_BE_LEFT_OUT = frozenset({"university", "college", "museum", "academy", "conservatory"})
"""Last words of names without which the name is still known."""


def accepted(name: Name) -> tuple[str, ...]:
    """Every form that names this one and nobody else of the article, the fullest first."""
    words = name.full.split()
    plain = [
        word for word in words if len(word.rstrip(".")) > 1 and word.rstrip(".") not in ("Jr", "Sr", "II", "III", "IV")
    ]
    forms = [name.full, " ".join(words[: 1 + words.index(plain[-1])]) if plain else "", " ".join(plain)]
    if name.kind == "person":
        forms += [f"{plain[0]} {name.surname}" if plain else "", name.surname]
    if words[-1].casefold() in _MAY_BE_LEFT_OUT and len(words) > 1:
        forms.append(" ".join(words[:-1]))
    forms += [form for form in name.forms if name.kind != "person" or name.surname in form]
    others = [other for other in names_in(name.mentions[0].article) if other.full != name.full]
    distinct = dict.fromkeys(form for form in forms if form)
    return tuple(form for form in distinct if not any(form in other.forms for other in others))


def can_be_typed(name: Name) -> bool:
    """Whether a reasonable student gives a name in one way: a person's in full, with no namesake in the article."""
    others = [other for other in names_in(name.mentions[0].article) if other.full != name.full]
    lone = not any(other.kind == "person" and tells(other.full, name.surname) for other in others)
    return " " in name.full and lone if name.kind == "person" else True
