"""The names that a student may type for a key: full, short, and as the article has them.

Next: `drafts`.
"""

import re
from collections.abc import Collection, Iterator

from quizengine import Article, cache_per_article
from quizengine.language import (
    Name,
    also_called,
    entity_at,
    is_given_name,
    is_role_noun,
    names_in,
    pronoun_for,
    spelt_otherwise,
    word_set,
)
from quizengine_fact_recall.class_nouns import forms_of, is_class_noun
from quizengine_fact_recall.eligibility import is_news
from quizengine_fact_recall.name_overlaps import SharedWords
from quizengine_fact_recall.numbered_names import is_numbered_in_roman_figures
from quizengine_fact_recall.thing_forms import forms_beside_their_noun, forms_of_thing

_TITLED = re.compile(
    r", (?:the )?(?:\d{1,2}(?:st|nd|rd|th) )?"
    r"(?:Earl|Duke|Duchess|Lord|Lady|Baron|Baroness|Count|Countess|Marquess|Viscount|Prince|Princess)\b"
)
"""Titles after the name of somebody who is also called by them: "Antony Moss, 1st Earl of Orra"."""
_NICKNAMED = re.compile(r" [“\"‘(][A-Z][\w .]*[”\"’)] [A-Z]")
"""A nickname behind the given names, before the surname: of "Ann Mary “Nan” Orr" the name is cut."""
_GOES_ON = re.compile(r" (?:am|an der|ob der|im|sur|sous|upon|aan|del|della) [A-Z]")
"""The end of a name that was taken for its whole: "the University of Orra am See"."""
_CUT_BEHIND = (_TITLED, _NICKNAMED, _GOES_ON)
_SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
_RULERS = word_set("king queen emperor empress tsar czar sultan pope prince princess pharaoh shah")
_ORDERS = frozenset({"Sister", "Brother", "Father", "Mother", "Rabbi", "Imam", "Sir", "Dame", "Lady", "Lord"})
"""Titles of the church or of nobility that an article has before a name."""
_BEFORE_GIVEN_NAMES = frozenset({"Sir", "Dame"})
_NUMBERED = re.compile(r"\w+ (?:[IVX]{2,}|I|V)")
"""A ruler by a name and a number: "Oswald II"."""
_CUT_NUMBER = re.compile(r"[IVX]+\.\Z")
"""A ruler's number with a full stop, which may belong to a sentence that was cut there."""


def accepted(name: Name, beside_its_noun: bool = True) -> tuple[str, ...]:
    """Every form that names this one and nobody else of the article, the fullest first.

    Short forms need a question that says what the name stands for, as "which museum" does.
    """
    if is_class_noun(name):
        return tuple(forms_of(name))
    forms = [name.full, *(_forms_of_person(name) if name.kind == "person" else forms_of_thing(name))]
    same = (name.full, *spelt_otherwise(name.full))
    others = [other for other in names_in(name.mentions[0].article) if other.full not in same]
    distinct = dict.fromkeys(form for form in forms if form)
    own = [form for form in distinct if not any(form in other.forms for other in others)]
    own += also_called(name.mentions[0].article, name.full)
    if name.kind == "person":
        own += list(_behind_titles(name, own))
    elif beside_its_noun:
        own += forms_beside_their_noun(name)
    spelt: dict[str, str] = {}
    for form in own:
        spelt.setdefault(form.casefold(), form)  # "MacLeod", and once "Macleod"
    return tuple(spelt.values())


def _forms_of_person(name: Name) -> Iterator[str]:
    """Yield a person's name in full, without initials, and as the article has it with the surname."""
    if _NUMBERED.fullmatch(name.full):
        yield from spelt_otherwise(name.full, of_person=True)
        return
    words = name.full.split()
    plain = [word for word in words if len(word.rstrip(".")) > 1 and word.rstrip(".") not in _SUFFIXES]
    if plain:
        yield " ".join(words[: 1 + words.index(plain[-1])])
        yield " ".join(plain)
    given = plain[0] if plain and plain[0] != name.surname else ""
    yield f"{given} {name.surname}" if given else ""
    yield name.surname
    yield name.surname.rpartition(" ")[2]  # "Ampiés" of "de Ampiés"
    if plain and plain[0] == name.surname and "-" not in plain[-1]:
        yield plain[-1]  # the article calls somebody by the first name, a reader may do so by the last
    yield from (form for form in name.forms if name.surname in form)


def _behind_titles(name: Name, forms: Collection[str]) -> Iterator[str]:
    """Yield a ruler's forms behind his or her title, or those of somebody else behind a courtesy title or an office."""
    if titles := _titles_of_ruler(name):
        yield from (f"{title} {form}" for form in forms for title in titles)
    elif name.surname in forms and not is_given_name(name.full) and (person := entity_at(name.mentions[0])):
        yield from _titled_forms(name, person.courtesies)


def _titled_forms(name: Name, courtesies: Collection[str]) -> Iterator[str]:
    """Yield a person's name behind courtesy titles that fit, and behind the title that the article has before it."""
    yield from (f"{title} {name.surname}" for title in courtesies)
    text = name.mentions[0].article.text
    before = {text[: each.start].rstrip().rpartition(" ")[2] for each in name.mentions}
    for title in sorted(before & _ORDERS):
        yield f"{title} {name.full}"
        if title not in _BEFORE_GIVEN_NAMES:
            yield f"{title} {name.surname}"
    if name.role[:1].isupper() and is_role_noun(name.role):
        yield from (f"{name.role} {form}" for form in (name.full, name.surname))


def _titles_of_ruler(name: Name) -> tuple[str, ...]:
    """The titles that a ruler may have before the name: those in the article, or else what a number after it tells."""
    text = name.mentions[0].article.text
    before = (text[: each.start].rstrip().rpartition(" ")[2] for each in name.mentions)
    found = tuple(dict.fromkeys(word for word in before if word.lower() in _RULERS and word[0].isupper()))
    if found or not _NUMBERED.fullmatch(name.full):
        return found
    pronoun = name.pronoun or pronoun_for(name.full.split()[0])
    return {"he": ("King",), "she": ("Queen",), "": ("King", "Queen")}[pronoun]


def can_be_typed(name: Name) -> bool:
    """True if a reasonable student gives a name in one way: a person's in full, with no namesake in the article."""
    if any(pattern.match(each.article.text, each.end) for each in name.mentions for pattern in _CUT_BEHIND):
        return False
    if _CUT_NUMBER.search(name.full):
        return False
    if name.kind != "person":
        return not is_numbered_in_roman_figures(name.full)
    article = name.mentions[0].article
    full = " " in name.full or not is_news(article)
    return full and not _people(article).others_of(name.surname, name.full)


@cache_per_article
def _people(article: Article) -> SharedWords:
    return SharedWords(name.full for name in names_in(article) if name.kind == "person")
