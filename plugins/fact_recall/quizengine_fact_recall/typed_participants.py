"""The names that a student may type for a key: full, short, and as the article has them.

Next: `drafts`.
"""

import re

from quizengine.language import Name, names_in
from quizengine_fact_recall.class_nouns import forms_of, is_class_noun
from quizengine_fact_recall.eligibility import is_news
from quizengine_fact_recall.name_overlaps import shares_word
from quizengine_fact_recall.participant_kinds import noun_of

_TITLED = re.compile(
    r", (?:the )?(?:\d{1,2}(?:st|nd|rd|th) )?"
    r"(?:Earl|Duke|Duchess|Lord|Lady|Baron|Baroness|Count|Countess|Marquess|Viscount|Prince|Princess)\b"
)
"""Titles after the name of somebody who is also called by them: "Antony Moss, 1st Earl of Orra"."""
_SPELLINGS = (
    ("United States", "U.S.", "US", "USA", "U.S.A.", "America", "United States of America"),
    ("United Kingdom", "UK", "U.K.", "Britain", "Great Britain"),
    ("Soviet Union", "USSR", "U.S.S.R."),
    ("United Nations", "UN", "U.N."),
    ("Washington", "Washington D.C.", "Washington, D.C.", "Washington DC"),
)
"""Names that everybody writes in several ways."""
_COURTESIES = {"he": ("Mr.",), "she": ("Ms.", "Mrs."), "": ("Mr.", "Ms.", "Mrs.")}
_INITIALS = 3
"""Capitals of an organisation by which people may call it: "WTO"."""
_NOUN_AND_OF = 2
"""Words before the telling part of a name such as \"University of Bergen\"."""


def accepted(name: Name) -> tuple[str, ...]:
    """Every form that names this one and nobody else of the article, the fullest first."""
    if is_class_noun(name):
        return tuple(forms_of(name))
    words = name.full.split()
    plain = [
        word for word in words if len(word.rstrip(".")) > 1 and word.rstrip(".") not in ("Jr", "Sr", "II", "III", "IV")
    ]
    forms = [name.full, " ".join(words[: 1 + words.index(plain[-1])]) if plain else "", " ".join(plain)]
    if name.kind == "person":
        given = plain[0] if plain and plain[0] != name.surname else ""
        forms += [f"{given} {name.surname}" if given else "", name.surname]
    noun = noun_of(name.full)
    if noun and words[-1].casefold() == noun:
        forms.append(" ".join(words[:-1]))
    elif noun and words[0].casefold() == noun and len(words) > _NOUN_AND_OF:
        forms.append(" ".join(words[_NOUN_AND_OF:]))
    spellings = next((group for group in _SPELLINGS if name.full in group), ())
    forms += spellings
    initials = "".join(word[0] for word in words if word[0].isupper())
    forms += [initials] if name.kind == "organisation" and len(initials) >= _INITIALS else []
    forms += [form for form in name.forms if name.kind != "person" or name.surname in form]
    others = [other for other in names_in(name.mentions[0].article) if other.full not in (name.full, *spellings)]
    distinct = dict.fromkeys(form for form in forms if form)
    own = [form for form in distinct if not any(form in other.forms for other in others)]
    if name.kind == "person" and name.surname in own:
        own += [f"{title} {name.surname}" for title in _COURTESIES[name.pronoun]]
    return tuple(own)


def can_be_typed(name: Name) -> bool:
    """True if a reasonable student gives a name in one way: a person's in full, with no namesake in the article."""
    others = [other for other in names_in(name.mentions[0].article) if other.full != name.full]
    lone = not any(other.kind == "person" and shares_word(other.full, name.surname) for other in others)
    if any(_TITLED.match(each.article.text, each.end) for each in name.mentions):
        return False
    full = " " in name.full or not is_news(name.mentions[0].article)
    return full and lone if name.kind == "person" else True
