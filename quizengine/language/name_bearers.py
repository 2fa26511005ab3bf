"""Which mentions in an article mean the same bearer: full forms first, then short forms by who bears them."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from quizengine.article import Article
from quizengine.language.given_names import is_given_name, pronoun_for, same_given_name
from quizengine.language.name_kinds import CALENDAR, is_acronym, kind_by_words
from quizengine.language.name_mentions import Mention, mentions
from quizengine.language.titles import FEMALE_TITLES, MALE_TITLES, SUFFIXES, is_role_noun, plain

Kind = Literal["person", "organisation", "place", "other"]

_SPEAKS = re.compile(
    r"(?:\s\([^()]{1,30}\))?,?\s(?:(?:also|later|then|who|who has|has|had|himself|herself)\s)*"
    r"(?:said|says|told|tells|wrote|writes|added|adds|argued|argues|asked|asks|explained|insisted|noted|tweeted|replied|believes|believed|thinks|thought|who)\b"
    r"|,\s\d\d,"
)
_SAID_BEFORE = re.compile(r"\b(?:said|says|wrote|asked|added|tweeted|replied|explained)\s\Z")
_PLACED = re.compile(
    r"\b(?:in|at|near|across|throughout|outside|toward|towards|northern|southern|eastern|western|downtown)\s\Z"
)
_DESCRIBED = re.compile(r",\s(?:an?|the|who|whose)\s")
_KOREAN = re.compile(r"[A-Z][a-z]+-[a-z]+\Z")


@dataclass
class Bearer:
    """Somebody or something named, while its mentions are gathered."""

    tokens: tuple[str, ...]
    kind: Kind
    mentions: list[Mention] = field(default_factory=list)
    certain: bool = True

    @property
    def full(self) -> str:
        """The fullest form, as written."""
        return " ".join(self.tokens)


def bearers(article: Article) -> tuple[Bearer, ...]:
    """Everything that the body names, in order of first mention."""
    found = mentions(article)
    people: list[Bearer] = []
    others: dict[str, Bearer] = {}
    short: list[Mention] = []
    kinds = _kinds(found)
    for mention in found:
        kind = kinds[_key(mention.tokens)]
        core = _core(mention.tokens)
        if kind == "person" and len(core) > 1:
            _gather(people, mention)
        elif kind in ("person", "") or len(core) == 1:
            short.append(mention)
        else:
            _keep(others, mention, kind)
    _fill_out_from_title(article, people, short)
    for mention in short:
        _settle(mention, kinds[_key(mention.tokens)], people, others)
    every = [*people, *others.values()]
    for bearer in every:
        bearer.mentions.sort(key=lambda mention: mention.span.start)
    return tuple(sorted((b for b in every if b.mentions), key=lambda bearer: bearer.mentions[0].span.start))


def surname_of(full: str, forms: Sequence[str]) -> str:
    """The surname of a person: the short form in use, where that is no given name; else the last word with its particles.

    "Wi Sung-lac" is "Wi", "Bill de Blasio" is "de Blasio", "Lloyd J. Austin III" is "Austin".
    """
    tokens = _core(tuple(full.split()))
    for form in forms:
        if " " not in form and fold(form) == fold(tokens[0]) and not is_given_name(form) and len(tokens) > 1:
            return form
    if len(tokens) == 2 and _KOREAN.match(tokens[1]):
        return tokens[0]
    start = len(tokens) - 1
    while start > 1 and tokens[start - 1][0].islower():
        start -= 1
    return " ".join(tokens[start:])


def fold(token: str) -> str:
    """The token without case, accents and full stops: what makes two spellings one name."""
    if token.isascii():
        return plain(token)
    decomposed = unicodedata.normalize("NFKD", token.replace("’", "'"))
    return plain("".join(c for c in decomposed if not unicodedata.combining(c)))


def _key(tokens: tuple[str, ...]) -> str:
    return " ".join(map(fold, tokens))


def _core(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The tokens of a name without Jr., III and the like."""
    kept = tuple(token for token in tokens if plain(token) not in SUFFIXES)
    return kept or tokens


def _kinds(found: Sequence[Mention]) -> dict[str, Literal["person", "organisation", "place", "other", ""]]:
    """The kind of each form, by its words or else by how all its mentions are used; empty where nothing tells."""
    by_key: dict[str, list[Mention]] = defaultdict(list)
    singles = {fold(m.tokens[0]) for m in found if len(m.tokens) == 1 and (m.titles or not m.starts_sentence)}
    for mention in found:
        by_key[_key(mention.tokens)].append(mention)
    kinds: dict[str, Literal["person", "organisation", "place", "other", ""]] = {}
    for key, group in by_key.items():
        told = kind_by_words(group[0].tokens)
        if told and not (told == "place" and any(_personal_title(m) for m in group)):
            kinds[key] = told
        else:
            kinds[key] = _kind_by_use(group, singles)
    return kinds


def _kind_by_use(
    group: Sequence[Mention], singles: set[str]
) -> Literal["person", "place", "organisation", "other", ""]:
    tokens = group[0].tokens
    person = sum(map(_personal, group))
    if len(tokens) > 1 and not tokens[-1][0].isdigit():
        person += (
            2 * (fold(_core(tokens)[-1]) in singles) + 2 * bool(_KOREAN.match(tokens[-1])) + _initial_inside(tokens)
        )
    place = sum(bool(_PLACED.search(_before(mention))) for mention in group)
    if person > max(1, place):
        return "person"
    if place:
        return "place"
    return "" if len(tokens) == 1 else "other"


def _personal(mention: Mention) -> int:
    """How much one mention tells of a person."""
    text, span = mention.span.article.text, mention.span
    score = 3 * _personal_title(mention)
    after = text[span.end : span.end + 60]
    score += (
        2 * bool(_SPEAKS.match(after)) + bool(_DESCRIBED.match(after)) + bool(_SAID_BEFORE.search(_before(mention)))
    )
    return score - 2 * _before(mention).endswith(("the ", "The ")) * (not mention.titles)


def _personal_title(mention: Mention) -> bool:
    return bool(mention.titles) and is_role_noun(mention.titles.split()[-1])


def _before(mention: Mention) -> str:
    start = mention.span.start
    return mention.span.article.text[max(0, start - 20) : start]


def _initial_inside(tokens: tuple[str, ...]) -> int:
    return 2 * any(len(token) == 2 and token[1] == "." for token in tokens[:-1])


def _gather(people: list[Bearer], mention: Mention) -> None:
    """Add a full form to the person who bears it, or begin a new one."""
    for bearer in people:
        if _same_person(bearer.tokens, mention.tokens):
            bearer.mentions.append(mention)
            if len(" ".join(mention.tokens)) > len(bearer.full):
                bearer.tokens = mention.tokens
            return
    people.append(Bearer(mention.tokens, "person", [mention]))


def _same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    a, b = _core(one), _core(other)
    suffixes = {plain(t) for t in one[len(a) :]}, {plain(t) for t in other[len(b) :]}
    junior = ["jr" in side or "sr" in side for side in suffixes]
    if suffixes[0] != suffixes[1] and (any(junior) or all(suffixes)):
        return False
    if fold(a[-1]) != fold(b[-1]) or not same_given_name(fold(a[0]), fold(b[0])):
        return False
    middles = _middle_initials(a), _middle_initials(b)
    return not all(middles) or middles[0].startswith(middles[1]) or middles[1].startswith(middles[0])


def _middle_initials(core: tuple[str, ...]) -> str:
    """ "hw" for "George H.W. Bush", who is not "George W. Bush"."""
    return "".join(fold(token) if "." in token else fold(token)[0] for token in core[1:-1])


def _keep(others: dict[str, Bearer], mention: Mention, kind: Kind) -> None:
    key = _key(mention.tokens)
    others.setdefault(key, Bearer(mention.tokens, kind)).mentions.append(mention)


def _fill_out_from_title(article: Article, people: list[Bearer], short: list[Mention]) -> None:
    """Take a full name from the title line when the body has only its last word ("Trump", under "Donald Trump Wins")."""
    if article.title is None:
        return
    wanted = {fold(mention.tokens[-1]) for mention in short}
    wanted -= {fold(token) for bearer in people for token in bearer.tokens}
    words = re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", article.title.text)
    for first, last in zip(words, words[1:], strict=False):
        last = re.sub(r"[’']s\Z", "", last)
        if is_given_name(first) and fold(last) in wanted:
            people.append(Bearer((first, last), "person"))
            wanted.discard(fold(last))


def _settle(mention: Mention, kind: str, people: list[Bearer], others: dict[str, Bearer]) -> None:
    """Give a short form to the one who bears it, or keep it as a name of its own."""
    candidates = [bearer for bearer in people if _bears(bearer, mention)]
    if kind == "place" and len(candidates) != 1:
        candidates = []
    if len(candidates) > 1:
        candidates = _meant(mention, candidates) or candidates
    if len(candidates) == 1:
        candidates[0].mentions.append(mention)
    elif candidates:
        _keep(others, mention, "other")
        others[_key(mention.tokens)].certain = False
    elif organisation := _organisation_for(mention, others):
        organisation.mentions.append(mention)
    elif plain(mention.tokens[0]) not in CALENDAR and not (
        mention.starts_sentence and kind == "" and len(mention.tokens) == 1
    ):
        _keep(others, mention, kind if kind in ("person", "organisation", "place") else "other")  # type: ignore[arg-type]


def _bears(bearer: Bearer, mention: Mention) -> bool:
    """Whether the short form is a part of this person's name: the surname, or the given name."""
    short = [fold(token) for token in _core(mention.tokens)]
    full = [fold(token) for token in _core(bearer.tokens)]
    if short == full[-len(short) :] or short == full[:1]:
        return True
    return len(short) == 1 and is_given_name(short[0]) and is_given_name(full[0]) and same_given_name(short[0], full[0])


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
    article, here = mention.span.article, mention.span
    paragraphs = article.paragraphs
    at = next((n for n, p in enumerate(paragraphs) if p.contains(here)), 0)
    start = paragraphs[max(0, at - 1)].start
    shorts = [
        m for m in owner.mentions if len(_core(m.tokens)) < len(_core(owner.tokens)) and m.span.start < here.start
    ]
    rivals = [m for b in candidates if b is not owner for m in b.mentions if start <= m.span.start < here.start]
    return bool(shorts) and not rivals


def _organisation_for(mention: Mention, others: dict[str, Bearer]) -> Bearer | None:
    """The organisation that a short form or an acronym stands for: "Mercury" for "Mercury LLC", "FBI" by its initials."""
    short = _key(mention.tokens)
    if is_acronym(" ".join(mention.tokens)):
        return next(
            (
                b
                for b in others.values()
                if b.kind == "organisation" and len(b.tokens) > 1 and _initials(b.tokens) == short
            ),
            None,
        )
    found = [
        b for b in others.values() if b.kind == "organisation" and len(b.tokens) > 1 and fold(b.tokens[0]) == short
    ]
    return found[0] if len(found) == 1 and kind_by_words(mention.tokens) == "" else None


def _initials(tokens: tuple[str, ...]) -> str:
    return "".join(token[0] for token in tokens if token[0].isupper()).casefold()
