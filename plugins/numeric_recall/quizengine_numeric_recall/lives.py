"""The years of birth and death of the person in the title, in brackets or in a sentence.

Next: `figure_stems`, which asks for both years.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from quizengine import Article, cache_per_article
from quizengine.language import Name, Quantity, mentions_between, names_in, quantities_in, trees
from quizengine_numeric_recall.question_words import MONTHS

_NAME_WORDS = 4
_OPENING = 8
"""The most paragraphs that tell what the rest is about."""
_LONGEST = 300
"""Characters of the brackets; the name in other languages and its sound are there, too."""
_OPENED = re.compile(r"(?:,? (?:[A-Z]{2,5}|Jr\.|Sr\.)){0,4},? ?\(")
"""A bracket behind a name and its letters of honour."""
_DASH = re.compile(r"\s*[–—-]\s*(?=\D{0,20}\d{4}\b)|\s[–—-]\s")
_BORN = re.compile(r"\b(?:born|b\.)\s", re.IGNORECASE)
_DIED = re.compile(r"\b(?:died|d\.)\s", re.IGNORECASE)
_GUESSED = re.compile(r"\b(?:c|ca|circa|about|around|before|after|baptised|baptized|bapt|fl)\b|\?", re.IGNORECASE)
_NO_LIFE = re.compile(r"\b(?:reign\w*|ruled|r\.|fl\.|active|office)\b", re.IGNORECASE)

_WHERE = (
    r"(?:(?!\b(?:where|who|whose|which|when|while(?! (?:on|in|at)\b)|after|before|during|but|and)\b)[^.;:()\d]){0,120}?"
)
"""Words for a place between "born" and the year; another clause may have a year of its own."""
_DATE = (
    rf"\b(?:in|on) (?:\d{{1,2}} )?(?:(?:{'|'.join(month.capitalize() for month in sorted(MONTHS))})(?: \d{{1,2}})?,? )?"
    r"(?P<year>1\d{3}|20\d\d)\b(?!\s*(?:or\b|/|–|-))"
)
_TOLD = re.compile(rf"(?: \([^()]{{0,300}}\))?(?:,[^.;]{{0,120}},)? (?P<verb>was born|died)\b{_WHERE}{_DATE}")
"""The words behind a name: ", the grandson of Tom Reed, was born in Oslo on 14 July 1874"."""
_BORN_FIRST = re.compile(rf"Born\b{_WHERE}{_DATE}(?: [^,.;]{{0,60}})?, ")
"""The words before a name: "Born in Oslo in 1874 to a large family, "."""


@dataclass(frozen=True)
class Life:
    """The person an article is about, with the years of birth and death as far as they are told."""

    name: Name
    birth: Quantity | None
    death: Quantity | None

    @property
    def bounds(self) -> tuple[Decimal | None, Decimal | None]:
        """The first and the last year of the life, as far as they are told."""
        return self.birth.low if self.birth else None, self.death.low if self.death else None


@cache_per_article
def life_of(article: Article) -> Life | None:
    """The life that the opening of an article tells; None if the title names nobody who has one in brackets."""
    for start, end, name in _brackets(article):
        inside = article.text[start:end]
        if _NO_LIFE.search(inside):
            continue
        years = [one for one in quantities_in(article) if one.kind == "year" and start <= one.span.start < end]
        years = [one for one in years if not one.ranged and not _is_guessed(article, start, one)]
        birth = next((one for one in years if _is_of_the_birth(article, start, end, one)), None)
        death = next((one for one in years if _is_of_the_death(article, start, end, one)), None)
        if birth or death:
            return Life(name, birth, death)
    return _told_in_sentences(article)


def _told_in_sentences(article: Article) -> Life | None:
    """The life of whom the title names, from the first sentences that begin with the name or with "Born"."""
    years = {one.span.start: one for one in quantities_in(article) if one.kind == "year" and not one.ranged}
    found: dict[bool, tuple[Name, Quantity]] = {}
    for sentence in (tree.sentence.span for tree in trees(article)):
        for name, is_birth, at in _tellings(article, sentence.start, sentence.end):
            if at in years and not years[at].approximate and _is_surely_the_subject(article, name):
                found.setdefault(is_birth, (name, years[at]))
    birth, death = found.get(True), found.get(False)
    told = birth or death
    if told is None or (birth and death and birth[0] != death[0]):
        return None
    return Life(told[0], birth and birth[1], death and death[1])


def _tellings(article: Article, start: int, end: int) -> Iterator[tuple[Name, bool, int]]:
    """The person whose birth or death a sentence tells, True for a birth, and the offset of the year."""
    told = mentions_between(article, start, end)
    for mention, name in told[:1]:
        behind = _TOLD.match(article.text, mention.end, end) if mention.start == start else None
        if behind:
            yield name, behind["verb"] == "was born", behind.start("year")
    for mention, name in told if article.text.startswith("Born ", start) else ():
        before = _BORN_FIRST.fullmatch(article.text, start, mention.start)
        if before:
            yield name, True, before.start("year")
            return


def _is_surely_the_subject(article: Article, name: Name) -> bool:
    """Return whether the article introduces somebody as its subject, or its title is all of a person's name."""
    words = article.title.text.split() if article.title else []
    plain = 0 < len(words) <= _NAME_WORDS and all(word[:1].isupper() for word in words)
    told = name.introduced or (plain and set(words) <= set(name.full.split()))
    return told and name.certain and _is_the_subject(article, name)


def _brackets(article: Article) -> Iterator[tuple[int, int, Name]]:
    """The brackets right after the name of somebody whom the title names, without their marks."""
    for paragraph in article.paragraphs[:_OPENING]:
        for mention, name in mentions_between(article, paragraph.start, paragraph.end):
            opened = _OPENED.match(article.text, mention.end)
            if opened and _is_the_subject(article, name):
                end = _closing(article.text, opened.end())
                if end is not None:
                    yield opened.end(), end, name


def _is_the_subject(article: Article, name: Name) -> bool:
    """Return whether the article is about a person, and not about a relative of the same name."""
    if name.kind != "person" or any(one.introduced for one in names_in(article)):
        return name.introduced
    title = set(re.findall(r"[\w’'-]+", article.title.text)) if article.title else set()
    words = set(name.full.split())
    return title <= words if _as_titled(article) else bool(title & words)


def _closing(text: str, start: int) -> int | None:
    depth = 1
    for at in range(start, min(len(text), start + _LONGEST)):
        depth += (text[at] == "(") - (text[at] == ")")
        if not depth:
            return at
    return None


def _is_guessed(article: Article, start: int, year: Quantity) -> bool:
    """Return whether the words since the last dash or mark say that nobody knows the year: "c. 1818"."""
    before = re.split(r"[;–—]|\s-\s", article.text[start : year.span.start])[-1]
    return year.approximate or bool(_GUESSED.search(before))


def _is_of_the_birth(article: Article, start: int, end: int, year: Quantity) -> bool:
    before, behind = article.text[start : year.span.start], article.text[year.span.end : end]
    return bool(_BORN.search(before) and not _DASH.search(before)) or bool(
        _DASH.search(behind) and not re.search(r"\d{4}", before) and re.search(r"\d{4}", behind)
    )


def _is_of_the_death(article: Article, start: int, end: int, year: Quantity) -> bool:
    before, behind = article.text[start : year.span.start], article.text[year.span.end : end]
    after_a_dash = re.search(r"\d{4}", before) and _DASH.search(before) and not re.search(r"\d{4}", behind)
    return bool(after_a_dash) or bool(_DIED.search(before))


def life_question(quantity: Quantity) -> str | None:
    """The question for the year in which the life of the article began or ended; None for any other figure."""
    life = life_of(quantity.span.article) if quantity.kind == "year" else None
    if life is None or quantity not in (life.birth, life.death):
        return None
    who = _as_titled(quantity.span.article) or life.name.full
    return f"In which year was {who} born?" if quantity == life.birth else f"In which year did {who} die?"


def _as_titled(article: Article) -> str:
    """The title, where it is a name and nothing else; else empty."""
    words = article.title.text.split() if article.title else []
    plain = all(word[:1].isupper() and word[-1:].isalnum() for word in words)
    return " ".join(words) if 1 < len(words) <= _NAME_WORDS and plain else ""
