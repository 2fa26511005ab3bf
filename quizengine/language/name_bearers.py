"""Which mentions in an article mean the same bearer: full forms first, then short forms by who bears them."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from quizengine.article import Article
from quizengine.language.given_names import is_given_name, pronoun_for, same_given_name
from quizengine.language.name_forms import core_of, initials_of, key_of, plain_core, same_person
from quizengine.language.name_kinds import CALENDAR, is_acronym, kind_by_words
from quizengine.language.name_mentions import PARTICLES, Mention, mentions
from quizengine.language.name_use import KindOrNone, kinds_of, known_people, without_lead
from quizengine.language.titles import FEMALE_TITLES, MALE_TITLES
from quizengine.language.word_lists import plain

Kind = Literal["person", "organisation", "place", "other"]

_INNER_CAPITAL = re.compile(r"\b(?:MA?C[A-Z]|O[’'])|\b[A-Z]{2}\b(?<!\bJR)(?<!\bSR)")
"""Parts of names in capitals of which nobody knows how they are written otherwise: MCKINNON, O’BRIEN, JJ."""


@dataclass
class Bearer:
    """Somebody or something named, while its mentions are gathered."""

    tokens: tuple[str, ...]
    kind: Kind
    mentions: list[Mention] = field(default_factory=list)
    certain: bool = True

    @property
    def full(self) -> str:
        """The fullest form, as written; a person's in capitals as others are: "RUTH ABEL" is Ruth Abel."""
        full = " ".join(self.tokens)
        shouted = self.kind == "person" and len(self.tokens) > 1 and full.isupper()
        return " ".join(map(_calmed, self.tokens)) if shouted and not _INNER_CAPITAL.search(full) else full


def bearers(article: Article) -> tuple[Bearer, ...]:
    """Everything that the body names, in order of first mention."""
    known = known_people(mentions(article))
    found = [without_lead(mention, known) for mention in mentions(article)]
    kinds = kinds_of(found)
    people: list[Bearer] = []
    others: dict[str, Bearer] = {}
    short: list[tuple[Mention, KindOrNone]] = []
    particled: list[tuple[Mention, KindOrNone]] = []
    for mention in found:
        kind = kinds[key_of(mention.tokens)]
        full = len(core_of(mention.tokens)) > 1
        if full and plain(mention.tokens[0]) in PARTICLES:
            particled.append((mention, kind))
        elif kind == "person" and full:
            _gather(people, mention)
        elif kind in ("person", "") or not full:
            short.append((mention, kind))
        else:
            _keep(others, mention, kind or "other")
    for mention, kind in particled:
        if kind == "person" and not any(_bears(bearer, mention) for bearer in people):
            _gather(people, mention)
        else:
            short.append((mention, kind))
    _fill_out_from_title(article, people, [mention for mention, _ in short])
    for mention, kind in short:
        _settle(mention, kind, people, others)
    every = [bearer for bearer in (*people, *others.values()) if bearer.mentions]
    for bearer in every:
        bearer.mentions.sort(key=lambda mention: mention.span.start)
    return tuple(sorted(every, key=lambda bearer: bearer.mentions[0].span.start))


def _calmed(token: str) -> str:
    return token if set(token) <= set("IVX") else token.title()


def _gather(people: list[Bearer], mention: Mention) -> None:
    """Add a full form to the person who bears it, or begin a new one."""
    for bearer in people:
        if same_person(bearer.tokens, mention.tokens):
            bearer.mentions.append(mention)
            if len(" ".join(mention.tokens)) > len(bearer.full):
                bearer.tokens = mention.tokens
            return
    people.append(Bearer(mention.tokens, "person", [mention]))


def _keep(others: dict[str, Bearer], mention: Mention, kind: Kind) -> Bearer:
    bearer = others.setdefault(key_of(mention.tokens), Bearer(mention.tokens, kind))
    bearer.mentions.append(mention)
    return bearer


def _fill_out_from_title(article: Article, people: list[Bearer], short: list[Mention]) -> None:
    """Take a full name from the title line when the body has only its last word."""
    if article.title is None:
        return
    wanted = {plain(mention.tokens[-1]) for mention in short}
    wanted -= {plain(token) for bearer in people for token in bearer.tokens}
    words = re.findall(r"[^\W_]+(?:-[^\W_]+|[’'](?!s\b)[^\W_]+)*", article.title.text)
    for first, last in pairwise(words):
        if is_given_name(first) and plain(last) in wanted:
            people.append(Bearer((first, last), "person"))
            wanted.discard(plain(last))


def _settle(mention: Mention, kind: KindOrNone, people: list[Bearer], others: dict[str, Bearer]) -> None:
    """Give a short form to the one who bears it, or keep it as a name of its own."""
    candidates = [bearer for bearer in people if _bears(bearer, mention)]
    if kind == "place" and len(candidates) != 1:
        candidates = []
    by_surname = [bearer for bearer in candidates if _ends_with(bearer, mention)]
    if len(by_surname) == 1 and not pronoun_for(mention.tokens[0]):
        candidates = by_surname
    if candidates:
        candidates += _rivals(mention, others)
    if len(candidates) > 1:
        candidates = _meant(mention, candidates) or candidates
    if len(candidates) == 1 and candidates[0].kind == "person":
        candidates[0].mentions.append(mention)
    elif candidates:
        _keep(others, mention, "other").certain = False
    elif organisation := _organisation_for(mention, others):
        organisation.mentions.append(mention)
    elif plain(mention.tokens[0]) not in CALENDAR and not _is_first_word_only(mention, kind):
        _keep(others, mention, kind or "other")


def _rivals(mention: Mention, others: dict[str, Bearer]) -> list[Bearer]:
    """Names that end in the short form and may be a person's, though nothing shows it: a brother named once."""
    short = plain_core(mention.tokens)
    several = (bearer for bearer in others.values() if bearer.kind == "other" and len(bearer.tokens) > 1)
    ending = [bearer for bearer in several if plain_core(bearer.tokens)[-len(short) :] == short]
    return [bearer for bearer in ending if not all(m.starts_sentence for m in bearer.mentions)]


def _is_first_word_only(mention: Mention, kind: KindOrNone) -> bool:
    """Whether nothing but its capital, at the start of a sentence, speaks for a name."""
    return mention.starts_sentence and kind == "" and len(mention.tokens) == 1


def _bears(bearer: Bearer, mention: Mention) -> bool:
    """Whether the short form is a part of this person's name: the surname, or the given name."""
    short, full = plain_core(mention.tokens), plain_core(bearer.tokens)
    if short == full[-len(short) :] or short == full[:1]:
        return True
    given = len(short) == 1 and is_given_name(short[0]) and is_given_name(full[0])
    return given and same_given_name(short[0], full[0])


def _ends_with(bearer: Bearer, mention: Mention) -> bool:
    """Whether the short form is the end of this person's name."""
    short = plain_core(mention.tokens)
    return short == plain_core(bearer.tokens)[-len(short) :]


def _meant(mention: Mention, candidates: list[Bearer]) -> list[Bearer]:
    """Those of several namesakes whom this short form can mean."""
    titles = {plain(word) for word in mention.titles.split()}
    if titles & (FEMALE_TITLES | MALE_TITLES):
        pronoun = "she" if titles & FEMALE_TITLES else "he"
        return [b for b in candidates if pronoun_for(b.tokens[0]) in (pronoun, "")]
    named = [(m.span.start, b) for b in candidates for m in b.mentions if m.span.start < mention.span.start]
    if len({id(bearer) for _, bearer in named}) < 2:
        return [bearer for _, bearer in named[:1]]
    owner = min((m.span.start, n) for n, b in enumerate(candidates) for m in b.mentions)[1]
    return [candidates[owner]] if _clear_of(mention, candidates, candidates[owner]) else []


def _clear_of(mention: Mention, candidates: list[Bearer], owner: Bearer) -> bool:
    """Whether the short form was the owner's before, and no namesake stands in this paragraph or the one before it."""
    here, paragraphs = mention.span, mention.span.article.paragraphs
    at = next((n for n, p in enumerate(paragraphs) if p.contains(here)), 0)
    start = paragraphs[max(0, at - 1)].start
    full = len(core_of(owner.tokens))
    before = any(len(core_of(m.tokens)) < full and m.span.start < here.start for m in owner.mentions)
    rivals = [m for b in candidates if b is not owner for m in b.mentions]
    return before and not any(start <= m.span.start < here.start for m in rivals)


def _organisation_for(mention: Mention, others: dict[str, Bearer]) -> Bearer | None:
    """The organisation that a short form or an acronym means: "Acme" for "Acme Inc.", "FBI" by its initials."""
    short = key_of(mention.tokens)
    long = [b for b in others.values() if b.kind == "organisation" and len(b.tokens) > 1]
    if is_acronym(" ".join(mention.tokens)):
        return next((bearer for bearer in long if initials_of(bearer.tokens) == short), None)
    found = [bearer for bearer in long if plain(bearer.tokens[0]) == short]
    return found[0] if len(found) == 1 and not kind_by_words(mention.tokens) else None
