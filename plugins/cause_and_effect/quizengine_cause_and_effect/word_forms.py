"""Forms of verbs: the third person, and the past tense of a participle where both are one."""

_STRONG = frozenset({"led", "brought", "set", "driven", "given", "spurred", "hurt", "stemmed"})
_PAST = {"driven": "drove", "given": "gave"}
_SIBILANTS = ("s", "x", "z", "ch", "sh", "o")


def third(lemma: str) -> str:
    """The form after "it": leads, causes, reaches, worries."""
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(_SIBILANTS) else f"{lemma}s"


def past(participle: str) -> str | None:
    """The past tense of a verb by its past participle; None where it is not certain."""
    word = participle.lower()
    if word.endswith("ed") or word in _STRONG:
        return _PAST.get(word, word)
    return None
