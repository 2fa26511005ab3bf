"""Resolves a speaker phrase: a name as it stands, a pronoun or a description only if the evidence is strong."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass

from quizengine import Article, Span, cache_per_article
from quizengine.language import (
    Name,
    is_mention,
    name_at,
    names_in,
    offices_in,
    place_type,
    sentence_of,
    sentences_inside,
)
from quizengine_quote_attribution.quotation import PRONOUNS
from quizengine_quote_attribution.sources import Source, Sources

_DESCRIPTION = re.compile(r"(?:[Tt]he)\s(?:[\w’'.-]+\s){0,5}?(?P<noun>[a-z-]+)\Z")
_SURNAME = re.compile(r"[A-Z][a-z]+")
_POSSESSIVE = re.compile(r"[’']")
_PARAGRAPHS_BACK = 2


@dataclass(frozen=True)
class Unresolved:
    """The reason why nobody can be named as the speaker."""

    reason: str


def resolve_speaker(speaker: Span, sources: Sources) -> Name | Unresolved:
    """The name that a speaker phrase means, or why that is not certain."""
    name = name_at(speaker)
    if name is not None and (is_mention(speaker, name) or _is_behind_its_title(speaker, name)):
        return _as_named(name)
    if speaker.text.casefold() in PRONOUNS:
        meant = _pronoun(speaker, sources)
        if isinstance(meant, Name) and is_named_beside(speaker, meant):
            return Unresolved(f"“{speaker.text}” names {meant.full}, and is thus somebody else")
        return meant
    return _of_surname(speaker) or _description(speaker, sources)


def _is_behind_its_title(speaker: Span, name: Name) -> bool:
    """Return whether a phrase is somebody's title and name: "Norwegian Minister of State Ruth Abel"."""
    at = bisect_left(name.mentions, speaker.start, key=_start_of)
    mention = name.mentions[at] if at < len(name.mentions) else None
    if mention is None or name.kind != "person" or mention.end != speaker.end:
        return False
    title = speaker.article.text[speaker.start : mention.start].strip()
    return bool(title) and name.role.endswith(title)


def _of_surname(speaker: Span) -> Name | None:
    """The only person whose surname is a lone word with a capital, where that is a title as well: "said King"."""
    if not _SURNAME.fullmatch(speaker.text):
        return None
    named = _by_surname(speaker.article).get(speaker.text, [])
    return named[0] if len(named) == 1 and named[0].certain else None


def is_named_beside(pronoun: Span, name: Name) -> bool:
    """True if a pronoun is not whom a name means, for that one is named behind it.

    So it is in its sentence, or in the next or last one of the paragraph if that begins with the same pronoun: "He said
    that Abel rows. He added: “…”" is not said by Abel.
    """
    own, paragraph = sentence_of(pronoun), pronoun.paragraph
    known = sentences_inside(pronoun.article)
    at = bisect_left(known, own.start, key=_start_of)
    begins = re.compile(rf"{pronoun.text}\b", re.IGNORECASE)
    beside = [one for one in known[max(0, at - 1) : at + 2] if one != own and paragraph.contains(one)]
    stretches = [own.article.span(pronoun.end, own.end), *(one for one in beside if begins.match(one.text))]
    return any(_names(stretch, name) for stretch in stretches)


def _names(stretch: Span, name: Name) -> bool:
    at = bisect_left(name.mentions, stretch.start, key=_start_of)
    return at < len(name.mentions) and stretch.contains(name.mentions[at])


def _as_named(name: Name) -> Name | Unresolved:
    if not name.certain:
        return Unresolved(f"“{name.full}” may be any of several people with that name")
    if name.kind == "place" and place_type(name.full):
        return Unresolved(f"“{name.full}” is a place")
    return name


def _pronoun(speaker: Span, sources: Sources) -> Name | Unresolved:
    """He or she is the last source, if nobody else whom the pronoun fits was named since then."""
    pronoun = speaker.text.casefold()
    if pronoun not in ("he", "she"):
        return Unresolved(f"“{speaker.text}” does not tell who it is")
    last = sources.last_before(speaker.start)
    if last.name is None or last.name.pronoun not in (pronoun, ""):
        return _only_one_here(speaker, pronoun, last, sources)
    latest = sources.last_fitting(pronoun, speaker.start)
    since = sources.people_between(last.at + 1, speaker.start)
    others = any(name.pronoun in (pronoun, "") and name != last.name for _, name in since)
    if latest is None or latest[1] != last.name or others:
        return Unresolved(f"“{speaker.text}” may be somebody other than {last.name.full}")
    if _paragraphs_between(speaker.article, latest[0].start, speaker.start) > _PARAGRAPHS_BACK:
        return Unresolved(f"{last.name.full} was named too long before “{speaker.text}”")
    return last.name


def _only_one_here(speaker: Span, pronoun: str, last: Source, sources: Sources) -> Name | Unresolved:
    """The one whom the paragraph names before the pronoun, after a source that the pronoun cannot mean."""
    people = sources.people_between(max(speaker.paragraph.start, last.at), speaker.start)
    here = [(span, name) for span, name in people if name.pronoun in (pronoun, "")]
    subjects = [name for span, name in here if not _POSSESSIVE.match(speaker.article.text, span.end)]
    told = bool(subjects) and (subjects[0].pronoun == pronoun or _begins_sentence_before(here[-1][0], speaker))
    one = len({name.full for _, name in here}) == 1 and told
    if one and (last.name is not None or last.at < 0):
        return subjects[0]
    return Unresolved(f"nobody was named as a source right before “{speaker.text}”")


def _begins_sentence_before(name: Span, speaker: Span) -> bool:
    """True if the last sentence before the one with the pronoun begins with the name: what it tells of continues."""
    start = sentence_of(name).start
    between = speaker.article.text[sentence_of(name).end : sentence_of(speaker).start]
    return name.start == start and not between.strip()


def _description(speaker: Span, sources: Sources) -> Name | Unresolved:
    """The senator is the last source, if the article calls that one a senator and nobody else."""
    last = sources.last_before(speaker.start)
    called = _DESCRIPTION.match(speaker.text)
    offices = offices_in(called["noun"]) if called else frozenset()
    if last.name is None or not offices or not offices <= last.name.offices:
        return Unresolved("the speaker is described, not named")
    by_office = _by_office(speaker.article)
    alike = {name.full for office in offices for name in by_office.get(office, ())}
    others = [name for _, name in sources.people_between(last.at + 1, speaker.start) if name != last.name]
    far = _paragraphs_between(speaker.article, last.at, speaker.start) > _PARAGRAPHS_BACK
    if len(alike) != 1 or others or far:
        return Unresolved(f"“{speaker.text}” may be somebody other than {last.name.full}")
    return last.name


def _paragraphs_between(article: Article, start: int, end: int) -> int:
    paragraphs = article.paragraphs
    return bisect_right(paragraphs, end, key=_start_of) - bisect_right(paragraphs, start, key=_start_of)


def _start_of(span: Span) -> int:
    return span.start


@cache_per_article
def _by_office(article: Article) -> dict[str, list[Name]]:
    """The people of an article by the nouns that it calls them by."""
    found: dict[str, list[Name]] = defaultdict(list)
    for name in names_in(article):
        for office in name.offices if name.kind == "person" else ():
            found[office].append(name)
    return found


@cache_per_article
def _by_surname(article: Article) -> dict[str, list[Name]]:
    """The people of an article who are named in full, by surname."""
    found: dict[str, list[Name]] = defaultdict(list)
    for name in names_in(article):
        if name.kind == "person" and " " in name.full:
            found[name.surname].append(name)
    return found
