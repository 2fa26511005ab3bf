"""Groups the mentions in an article by bearer: full forms first, then short forms by who bears them."""

import re
from itertools import pairwise

from quizengine.language.names.bearer_index import MOST_NAMESAKES, Bearer, BearerIndex, Kind, People
from quizengine.language.names.given_names import is_given_name, pronoun_for
from quizengine.language.names.kinds import CALENDAR
from quizengine.language.names.kinds_from_use import KindOrNone, kinds_of, known_people, without_lead
from quizengine.language.names.mentions import PARTICLES, Mention, mentions
from quizengine.language.names.name_forms import form_key, generation_of, plain_core, same_person, without_suffixes
from quizengine.language.names.namesake_choice import goes_by_surname, narrowed, title_words
from quizengine.language.names.opening_person import opening_name, with_opening_name
from quizengine.language.names.organisation_forms import organisation_for, topic_key
from quizengine.language.names.places import is_before_its_state
from quizengine.language.names.relatives import (
    ends_anothers_title,
    is_among_relatives,
    is_maiden_name,
    is_namesake,
    is_shortly_before,
    kinship_of,
    may_be_called,
)
from quizengine.language.word_lists import plain_form, word_set
from quizengine.text.article import Article

_RULERS = word_set("king queen pope emperor empress tsar czar sultan saint")
_INNER_CAPITAL = re.compile(r"\b(?:MA?C[A-Z]|O[’'])|\b[A-Z]{2}\b(?<!\bJR)(?<!\bSR)")
"""Parts of names in capitals of which nobody knows how they are written otherwise: MCKINNON, O’BRIEN, JJ."""


def bearers(article: Article) -> tuple[Bearer, ...]:
    """Everything that the body names, in order of first mention."""
    known = known_people(mentions(article))
    found = with_opening_name(article, [without_lead(mention, known) for mention in mentions(article)])
    kinds = kinds_of(found)
    if opening := opening_name(article):
        kinds[form_key(opening.tokens)] = "person"
    people = People(title_words(article))
    others: dict[str, Bearer] = {}
    short: list[tuple[Mention, KindOrNone]] = []
    particled: list[tuple[Mention, KindOrNone]] = []
    for mention in found:
        kind = kinds[form_key(mention.tokens)]
        full = len(without_suffixes(mention.tokens)) > 1
        if full and plain_form(mention.tokens[0]) in PARTICLES:
            particled.append((mention, kind))
        elif kind == "person" and full and is_namesake(mention):
            _keep(others, mention, "person", f"relative {form_key(mention.tokens)}").certain = False
        elif kind == "person" and full:
            people.gather(mention)
        elif kind in ("person", "") or not full:
            short.append((mention, kind))
        else:
            _keep(others, mention, kind or "other")
    short += _particled(people, particled)
    _fill_out_from_title(article, people, [mention for mention, _ in short])
    roll = BearerIndex(people.all, others.values())
    for mention, kind in short:
        if is_maiden_name(mention):
            continue
        _settle(article, mention, kind, roll, others)
    every = [bearer for bearer in (*people.all, *others.values()) if bearer.mentions]
    for bearer in every:
        bearer.mentions.sort(key=lambda mention: mention.span.start)
    return tuple(sorted(every, key=lambda bearer: bearer.mentions[0].span.start))


def full_form(bearer: Bearer) -> str:
    """The fullest form, as written; a person's in capitals as others are: "RUTH ABEL" is Ruth Abel."""
    full = " ".join(bearer.tokens)
    shouted = bearer.kind == "person" and len(bearer.tokens) > 1 and full.isupper()
    return " ".join(map(_calmed, bearer.tokens)) if shouted and not _INNER_CAPITAL.search(full) else full


def _particled(people: People, found: list[tuple[Mention, KindOrNone]]) -> list[tuple[Mention, KindOrNone]]:
    """Take the names with a particle before them ("de Blasio") for people's where nobody bears them; give the rest."""
    rest: list[tuple[Mention, KindOrNone]] = []
    roll, size = BearerIndex(people.all, ()), len(people.all)
    for mention, kind in found:
        if len(people.all) > size:
            roll.take(people.all[-1])
            size = len(people.all)
        if kind == "person" and not roll.who_bear(plain_core(mention.tokens)):
            people.gather(mention)
        else:
            rest.append((mention, kind))
    return rest


def _calmed(token: str) -> str:
    return token if set(token) <= set("IVX") else token.title()


def _keep(others: dict[str, Bearer], mention: Mention, kind: Kind, key: str = "") -> Bearer:
    bearer = others.setdefault(key or form_key(mention.tokens), Bearer(mention.tokens, kind))
    bearer.add(mention)
    return bearer


def _fill_out_from_title(article: Article, people: People, short: list[Mention]) -> None:
    """Take a full name from the title line when the body has only its last word."""
    if article.title is None:
        return
    wanted = {plain_form(mention.tokens[-1]) for mention in short}
    wanted -= {plain_form(token) for bearer in people.all if not _is_called_relative(bearer) for token in bearer.tokens}
    words = re.findall(r"[^\W_]+(?:-[^\W_]+|[’'](?!s\b)[^\W_]+)*", article.title.text)
    for first, last in pairwise(words):
        known = any(same_person((first, last), bearer.tokens) for bearer in people.all)
        if is_given_name(first) and plain_form(last) in wanted and not known:
            people.begin((first, last))
            wanted.discard(plain_form(last))


def _is_called_relative(bearer: Bearer) -> bool:
    return any(map(kinship_of, bearer.mentions))


def _settle(article: Article, mention: Mention, kind: KindOrNone, roll: BearerIndex, others: dict[str, Bearer]) -> None:
    """Give a short form to the one who bears it, or keep it as a name of its own."""
    short = plain_core(mention.tokens)
    candidates = _who_may_bear(mention, roll.who_bear(short))
    by_surname = _who_may_bear(mention, roll.ending_in(short)) if candidates else []
    if kind == "place" and (len(candidates) != 1 or not (by_surname or is_given_name(mention.tokens[0]))):
        candidates = []  # "Ghana" is not "Ghana Lines", whatever bears that name
    if not by_surname and _is_a_ruler(mention):
        candidates = []
    unclear = False
    if len(by_surname) == 1:
        given = pronoun_for(mention.tokens[0]) != ""
        unclear = given and not goes_by_surname(mention, by_surname[0], candidates)
        candidates = candidates if unclear else by_surname
    if candidates:
        candidates = candidates + roll.others_ending_in(short)
    if 1 < len(candidates) <= MOST_NAMESAKES:
        candidates = narrowed(article, mention, candidates, unclear) or candidates
    if candidates and _is_the_topic(article, mention, candidates, others):
        candidates = []
    if candidates and not by_surname and _is_a_relative(article, mention, candidates, roll, others):
        return
    known = len(candidates) == 1 and candidates[0].kind == "person"
    if known and not ends_anothers_title(mention, candidates[0].tokens):
        candidates[0].add(mention)
    elif candidates:
        _put_down(others, roll, mention, "other").certain = False
    elif organisation := organisation_for(mention, kind, roll):
        organisation.add(mention)
    elif plain_form(mention.tokens[0]) not in CALENDAR and (
        not _is_first_word_only(mention, kind) or _is_a_name_in_the_title(article, mention)
    ):
        _put_down(others, roll, mention, kind or "other")


def _who_may_bear(mention: Mention, found: list[Bearer]) -> list[Bearer]:
    """Those who may have a short form: "Orr Jr." is no "Tom Orr", and "Orr, Ohio" nobody at all."""
    if is_before_its_state(mention.span.article.text, mention.span.end):
        return []
    generation = generation_of(mention.tokens)
    return [one for one in found if generation_of(one.tokens) == generation] if generation else found


def _is_a_relative(
    article: Article, mention: Mention, candidates: list[Bearer], roll: BearerIndex, others: dict[str, Bearer]
) -> bool:
    """Keep a given name that is a relative's, or may be one's: "his brother, Orin" is not Orin Hale, a guest."""
    noun, key = kinship_of(mention), f"relative {form_key(mention.tokens)}"
    if noun and not any(_may_be_the_relative(mention, one, noun, roll) for one in candidates):
        relative = _keep(others, mention, "person", key)
        relative.certain = relative.certain and kinship_of(relative.mentions[0]) == noun
        return True
    about = any(plain_core(one.tokens)[-1] in title_words(article) for one in candidates)
    later = all(one.starts and one.starts[0] > mention.span.start for one in candidates)
    if noun or about or not (key in others or (later and is_among_relatives(mention))):
        return False
    _put_down(others, roll, mention, "other").certain = False
    return True


def _may_be_the_relative(mention: Mention, bearer: Bearer, noun: str, roll: BearerIndex) -> bool:
    """Return whether a relative who is called by the given name may be somebody whom the article names in full.

    It may be who is called the same in full ("his wife, Ada Orr"), and who is called no relative, but has the surname
    of the title or of somebody named shortly before.
    """
    called = may_be_called(noun, bearer.mentions)
    if called is not None:
        return called
    given, surname = plain_core(bearer.tokens)[0], plain_core(bearer.tokens)[-1]
    title = title_words(mention.span.article)
    family = [one for one in roll.ending_in((surname,)) if one is not bearer]
    near = surname in title or any(is_shortly_before(mention, one.starts) for one in family)
    return bool(family) and near and not {given, surname} <= title


def _is_a_ruler(mention: Mention) -> bool:
    """Return whether the title before a given name is one of those whose bearers have no surname: "King John"."""
    return bool(mention.titles) and plain_form(mention.titles.split()[-1]) in _RULERS


def _is_the_topic(article: Article, mention: Mention, candidates: list[Bearer], others: dict[str, Bearer]) -> bool:
    """True if a short form is the title and is before all longer names with it: "Orra" before "Visit Orra"."""
    if topic_key(article) != form_key(mention.tokens):
        return False
    known = form_key(mention.tokens) in others
    later = all(one.starts and one.starts[0] > mention.span.start for one in candidates)
    saint = any(plain_form(one.tokens[0]) in ("st", "saint") for one in candidates)
    return (known or later) and not saint


def _is_a_name_in_the_title(article: Article, mention: Mention) -> bool:
    """Return whether the title is this word alone, and the body writes it with a capital inside a sentence, too."""
    word = mention.tokens[0]
    alone = article.title is not None and article.title.text.strip() == word
    return alone and re.search(rf"[a-z,] {re.escape(word)}\b", article.text) is not None


def _put_down(others: dict[str, Bearer], roll: BearerIndex, mention: Mention, kind: Kind) -> Bearer:
    """Keep a short form as a name of its own, to be found by those that come after it."""
    is_new = form_key(mention.tokens) not in others
    bearer = _keep(others, mention, kind)
    if is_new:
        roll.add(bearer)
    return bearer


def _is_first_word_only(mention: Mention, kind: KindOrNone) -> bool:
    """Return whether only its capital, at the start of a sentence, speaks for a name."""
    return mention.starts_sentence and kind == "" and len(mention.tokens) == 1
