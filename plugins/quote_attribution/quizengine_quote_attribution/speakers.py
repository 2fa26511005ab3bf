"""Who a speaker phrase means: a name as it stands, a pronoun or a description only where the evidence is strong."""

import re
from dataclasses import dataclass

from quizengine import Article, Span
from quizengine.language.name_roles import offices_in
from quizengine.language.names import Name, mentioned, name_at, names
from quizengine_quote_attribution.cue_words import ADVERBS, PRONOUNS, SAYING
from quizengine_quote_attribution.marks import Quoted

_SAYS = re.compile(rf"(?:,[^,“”\"]{{3,80}},)?,?\s(?:(?:{ADVERBS})\s)*(?P<verb>[a-z]+)\b(?! to\b| with\b)")
_DESCRIPTION = re.compile(r"(?:[Tt]he)\s(?:[\w’'.-]+\s){0,5}?(?P<noun>[a-z-]+)\Z")
_POSSESSIVE = re.compile(r"[’']")
_PARAGRAPHS_BACK = 2


@dataclass(frozen=True)
class Source:
    """Somebody to whom the article attributed words, and where."""

    at: int
    name: Name | None
    """None for one who was not named: then a later "he" may mean that one."""


@dataclass(frozen=True)
class Unresolved:
    """Why nobody can be named as the speaker."""

    reason: str


def who_is(speaker: Span, sources: list[Source], quoted: tuple[Quoted, ...]) -> Name | Unresolved:
    """The name that a speaker phrase means, or why that is not certain."""
    name = name_at(speaker)
    if name is not None and any(mention == speaker for mention in name.mentions):
        return _as_named(name)
    if speaker.text.casefold() in PRONOUNS:
        return _pronoun(speaker, sources, quoted)
    return _description(speaker, sources, quoted)


def _as_named(name: Name) -> Name | Unresolved:
    if not name.certain:
        return Unresolved(f"“{name.full}” may be any of several people with that name")
    if name.kind == "place":
        return Unresolved(f"“{name.full}” is a place")
    return name


def _pronoun(speaker: Span, sources: list[Source], quoted: tuple[Quoted, ...]) -> Name | Unresolved:
    """He or she is the last source, if nobody else whom the pronoun fits was named since then."""
    pronoun = speaker.text.casefold()
    if pronoun not in ("he", "she"):
        return Unresolved(f"“{speaker.text}” does not tell who it is")
    last = max((s for s in sources if s.at < speaker.start), key=lambda source: source.at, default=Source(-1, None))
    people = [pair for pair in people_outside(speaker.article, quoted) if pair[0].start < speaker.start]
    fitting = [(span, name) for span, name in people if name.pronoun in (pronoun, "")]
    if last.name is None or last.name.pronoun not in (pronoun, ""):
        return _only_one_here(speaker, pronoun, last, fitting)
    if not fitting or fitting[-1][1] != last.name or any(n != last.name for span, n in fitting if span.start > last.at):
        return Unresolved(f"“{speaker.text}” may be somebody other than {last.name.full}")
    if _paragraphs_between(speaker.article, fitting[-1][0].start, speaker.start) > _PARAGRAPHS_BACK:
        return Unresolved(f"{last.name.full} was named too long before “{speaker.text}”")
    return last.name


def _only_one_here(speaker: Span, pronoun: str, last: Source, fitting: list[tuple[Span, Name]]) -> Name | Unresolved:
    """The one whom the paragraph names before the pronoun, after a source that the pronoun cannot mean."""
    here = [(span, name) for span, name in fitting if span.start >= max(speaker.paragraph.start, last.at)]
    subjects = [name for span, name in here if not _POSSESSIVE.match(speaker.article.text, span.end)]
    one = len({name.full for _, name in here}) == 1 and bool(subjects) and subjects[0].pronoun == pronoun
    if one and (last.name is not None or last.at < 0):
        return subjects[0]
    return Unresolved(f"nobody was named as a source right before “{speaker.text}”")


def _description(speaker: Span, sources: list[Source], quoted: tuple[Quoted, ...]) -> Name | Unresolved:
    """The Texas senator is the last source, if the article calls that one a senator and nobody else."""
    last = max((s for s in sources if s.at < speaker.start), key=lambda source: source.at, default=None)
    called = _DESCRIPTION.match(speaker.text)
    offices = offices_in(called["noun"]) if called else frozenset()
    if last is None or last.name is None or not offices or not offices <= last.name.offices:
        return Unresolved("the speaker is described, not named")
    alike = [name for name in names(speaker.article) if name.kind == "person" and name.offices & offices]
    people = [pair for pair in people_outside(speaker.article, quoted) if last.at < pair[0].start < speaker.start]
    far = _paragraphs_between(speaker.article, last.at, speaker.start) > _PARAGRAPHS_BACK
    if len(alike) != 1 or any(name != last.name for _, name in people) or far:
        return Unresolved(f"“{speaker.text}” may be somebody other than {last.name.full}")
    return last.name


def people_outside(article: Article, quoted: tuple[Quoted, ...]) -> list[tuple[Span, Name]]:
    """Every mention, outside quotations, of somebody who may be a person."""
    return [(span, name) for span, name in mentioned(article) if _may_be_person(name) and not _is_quoted(span, quoted)]


def indirect_sources(article: Article, quoted: tuple[Quoted, ...]) -> list[Source]:
    """Those of whom the article says that they said something, with quotation marks or without."""
    found = []
    for span, name in people_outside(article, quoted):
        verb = _SAYS.match(article.text, span.end, span.paragraph.end)
        if verb and verb["verb"] in SAYING and name.certain and name.kind == "person":
            found.append(Source(span.start, name))
    return found


def _may_be_person(name: Name) -> bool:
    if name.kind == "other":
        return not name.certain or 2 <= len(name.full.split()) <= 3
    return name.kind == "person"


def _is_quoted(span: Span, quoted: tuple[Quoted, ...]) -> bool:
    return any(one.start <= span.start < one.end for one in quoted)


def _paragraphs_between(article: Article, start: int, end: int) -> int:
    return sum(start < paragraph.start <= end for paragraph in article.paragraphs)
