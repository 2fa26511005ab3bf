"""The names that a student may type for a speaker: full, short, with title, in the other order.

Case, accents, hyphens and full stops are set aside by grading itself.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import takewhile

from quizengine import Article, cache_per_article
from quizengine.language import (
    NAME_SUFFIXES,
    Name,
    also_called,
    entity_at,
    is_role_noun,
    names_in,
    namesakes,
    normalise,
    plain_form,
    spelt_otherwise,
    word_set,
)
from quizengine_quote_attribution.display_text import spoken_by_name
from quizengine_quote_attribution.sources import reporters

_FEWEST_MENTIONS = 5
"""The fewest mentions of a speaker who is the only person of an article."""
_FEWEST_BESIDE_A_GROUP = 1
"""The same where the article names an organisation, which may have said so as well."""
_MANY_MENTIONS = 8
_MOST_MENTIONS = 40
"""Mentions of somebody that are enough to see the titles in front of the name."""
_REACH = 60
_NO_TITLES = word_set("mr mrs ms miss")
_FEWEST_OTHER_BODIES = 2
_INITIALS = re.compile(r"(?:[A-Z]\.?){3,6}")
_NOBLE = word_set("lord lady baroness baron viscount earl countess duke duchess")
"""Titles with which a surname is a full name: "Lord Marsh"."""


def accepted_names(name: Name) -> tuple[str, ...]:
    """Every form that names this one and nobody else of the article, the fullest first."""
    if name.kind != "person":
        return _distinct([name.full, *name.forms, *spelt_otherwise(name.full)])
    known = _accepted(name.mentions[0].article)
    if name.full not in known:
        known[name.full] = _of_a_person(name)
    return known[name.full]


def is_in_full(name: Name) -> bool:
    """Return whether an article has the full name of somebody, or the style that does for one: "Lord Marsh"."""
    return " " in name.full or bool(_noble_title(name))


def _noble_title(name: Name) -> str:
    """The title that makes a full name of a surname; empty for a commoner, and one whose given name is told."""
    title = name.role.rpartition(" ")[2]
    return title if " " not in name.full and title.casefold() in _NOBLE else ""


def is_worth_typing(name: Name) -> bool:
    """Return whether readers have to think whose words a quotation is, without options to choose from.

    Nobody types a name that is somebody else's as well, nor one that the title gives: of 8 such questions readers who
    judged them blind took 2, of 75 others 65. Where nobody else says anything, every answer would be the one whom the
    article tells of without naming an organisation.
    """
    article = name.mentions[0].article
    if not accepted_names(name) or name.full in _named_in_the_title(article):
        return False
    mentions = len(name.mentions)
    kinds = {other.kind for other in names_in(article) if other.full != name.full}
    fewest = _FEWEST_BESIDE_A_GROUP if "organisation" in kinds else _FEWEST_MENTIONS
    if mentions < fewest and "person" not in kinds:
        return False
    if any(other.full != name.full for _, other in reporters(article)):
        return True
    is_the_topic = mentions >= _MANY_MENTIONS and 2 * mentions > _mentions_of_people(article)
    return not (is_the_topic and "organisation" not in kinds)


def is_body_worth_typing(name: Name) -> bool:
    """Return whether readers can type the name of an organisation: it has initials, and another may have said so.

    Other names of bodies are long, and nobody can list all that shorten them.
    """
    article = name.mentions[0].article
    initials = any(_INITIALS.fullmatch(form) for form in (name.full, *name.forms))
    others = {other.full for other in names_in(article) if other.kind == "organisation"} - {name.full}
    titled = article.title is not None and any(form in article.title.text for form in (name.full, *name.forms))
    return initials and len(others) >= _FEWEST_OTHER_BODIES and not titled


@cache_per_article
def _named_in_the_title(article: Article) -> frozenset[str]:
    """The people of an article whose surname is in its title."""
    title = article.title.text if article.title else ""
    people = [name for name in names_in(article) if name.kind == "person"]
    return frozenset(name.full for name in people if spoken_by_name(title, name.surname))


@cache_per_article
def _mentions_of_people(article: Article) -> int:
    return sum(len(name.mentions) for name in names_in(article) if name.kind == "person")


@cache_per_article
def _accepted(article: Article) -> dict[str, tuple[str, ...]]:
    """Filled by `accepted_names`, for people."""
    return {}


def _of_a_person(name: Name) -> tuple[str, ...]:
    bearers = _bearers(name.mentions[0].article)
    forms = _distinct(_forms(name, alone=not namesakes(name)))
    own = [form for form in forms if bearers.get(normalise(form), set()) <= {name.full}]
    return _distinct([*own, *also_called(name.mentions[0].article, name.full)] if own else ())


@cache_per_article
def _bearers(article: Article) -> dict[str, set[str]]:
    """The full names of the people who are certain, by every form of them."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names_in(article):
        for form in _forms(name, alone=True) if name.kind == "person" and name.certain else ():
            found[normalise(form)].add(name.full)
    return found


def _forms(name: Name, alone: bool) -> list[str]:
    """The forms of a person's name, with the surname alone or without it."""
    tokens = [token for token in name.full.split() if plain_form(token) not in NAME_SUFFIXES]
    short = [token for token in tokens if not _is_initial(token)] or tokens
    full = [
        name.full,
        *_in_full_elsewhere(name),
        " ".join(tokens),
        _spaced(name.full),
        _spaced(" ".join(tokens)),
        " ".join(short),
    ]
    if len(short) > 1:
        full += [f"{short[0]} {name.surname}" if name.surname != short[0] else " ".join(short)]
        full += [" ".join((short[-1], *short[:-1]))]
        full += [form for form in name.forms if len(form.split()) > 1 and name.surname in form]
        full += _by_given_name(name, short)
    titles = list(_distinct([*_titles(name), *_titles_beside(name)]))
    full = [f"{title} {name.full}", *full] if (title := _noble_title(name)) else full
    forms = full + [f"{title} {form}" for title in titles for form in (name.full, " ".join(tokens), " ".join(short))]
    if alone or len(tokens) == 1:
        entity = entity_at(name.mentions[0])
        titles += entity.courtesies if entity else ()
        surnames = _distinct([name.surname, name.surname.rpartition(" ")[2]])  # "Ampiés" of "de Ampiés", too
        forms += [*surnames, *(f"{title} {surname}" for title in titles for surname in surnames)]
    return forms


def _in_full_elsewhere(name: Name) -> list[str]:
    """The only full name that ends with a lone surname: "Ruth Abel" for "Abel", where no rule has joined the two."""
    if " " in name.full:
        return []
    others = names_in(name.mentions[0].article)
    named = [other for other in others if other.full.endswith(f" {name.full}")]
    fits = len(named) == 1 and named[0].kind in ("person", "other") and len(named[0].full.split()) == 2
    return [named[0].full] if fits else []


def _by_given_name(name: Name, tokens: list[str]) -> list[str]:
    """The given name alone and all but the last surname, for somebody whom the article calls by the given name only.

    So are "Ann" and "Ann Abel" for "Ann Abel Moss", whose other names nobody else has there.
    """
    others = [other for other in names_in(name.mentions[0].article) if other.full != name.full]
    alone = tokens[0] in name.forms and not any(other.full.split()[0] == tokens[0] for other in others)
    return [tokens[0], *([" ".join(tokens[:-1])] if len(tokens) > 2 else [])] if alone else []


def _spaced(text: str) -> str:
    """Initials apart: "George H. W. Bush"."""
    return re.sub(r"(?<=\.)(?=[^\W\d_]\.)", " ", text)


def _titles(name: Name) -> Iterable[str]:
    """The title in front of the name, whole and by its last words: "Defense Secretary", then "Secretary"."""
    words = name.role.split()
    if not words or words[0].casefold() in ("a", "an", "the") or not is_role_noun(words[-1]) or len(words) > 6:
        return
    for start in range(len(words)):
        yield " ".join(words[start:])


def _titles_beside(name: Name) -> Iterable[str]:
    """The titles and ranks right before a mention: "General", "President General" of "President General Abel"."""
    for mention in name.mentions[:_MOST_MENTIONS]:
        before = mention.article.text[max(mention.paragraph.start, mention.start - _REACH) : mention.start]
        titles = list(takewhile(_is_title, reversed(before.split())))
        yield from (" ".join(reversed(titles[:length])) for length in range(1, len(titles) + 1))


def _is_title(word: str) -> bool:
    return word == "General" or (word[:1].isupper() and is_role_noun(word) and plain_form(word) not in _NO_TITLES)


def _is_initial(token: str) -> bool:
    return len(token.replace(".", "")) == 1 or (token.endswith(".") and token.isupper())


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for text in texts:
        kept.setdefault(normalise(text), text)
    return tuple(text for fold, text in kept.items() if fold)
