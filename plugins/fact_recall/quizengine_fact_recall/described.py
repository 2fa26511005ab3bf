"""People whom the article describes in a phrase beside their name: "Ada Moss, a former judge of the Orra court".

Next: `event_facts`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from quizengine import (
    Article,
    Evidence,
    Fact,
    Origin,
    Question,
    ShortTextQuestion,
    Span,
    article_says,
    cache_per_article,
)
from quizengine.language import (
    PEOPLES,
    Name,
    Tree,
    is_role_noun,
    names_in,
    place_type,
    plain_form,
    salience,
    surface_text,
    tree_at,
    word_set,
)
from quizengine_fact_recall.bystanders import is_beside_the_event
from quizengine_fact_recall.commentators import only_comments, speaks
from quizengine_fact_recall.descriptions import ONE_OF_A_KIND, phrases_beside
from quizengine_fact_recall.eligibility import LIGHTEST, is_news
from quizengine_fact_recall.participant_kinds import PERSON, askable_kind
from quizengine_fact_recall.participant_options import is_dominant, is_in_the_title, of_kind
from quizengine_fact_recall.typed_participants import accepted, can_be_typed
from quizengine_fact_recall.vague_descriptions import is_vague

RULE = "described-as"
_MOST_QUESTIONS = 4
_OFTEN = 3
"""Times that news names somebody who matters, whatever he or she is."""
_MATTERS = 0.35
"""The salience of a sentence below which somebody who is named nowhere else plays no part in the article."""
_KNOWN = ("U.S. President", "President of the United States")
"""People whom everybody knows."""
_OF_STATE = word_set(
    """
    president governor king queen emperor chancellor minister senator congressman congresswoman representative judge
    justice general secretary ambassador commissioner
    """
)
"""Offices of states and courts, of which a country or a place tells who holds them, or many do."""
_PARTIES = frozenset({"democrat", "republican", "libertarian", "socialist"})
_PLAIN_BEFORE = word_set(
    "the a an new then u.s. us federal state supreme district circuit appeals high court superior prime foreign first"
)
"""Words before such an office that do not say which one it is of."""
_MINISTRIES = word_set(
    "home defence defense interior finance treasury health education agriculture labor labour transport navy army"
)
"""Departments of every government, of which nobody asks for a minister who is named once."""
_OFFICE = re.compile(r"(?:[Tt]he )?[A-Za-z]+ (?:of|for) (?:the )?(?P<of>[A-Z]\w+)")
"""An office and one word for what it is of: "the Secretary of State", "the governor of Ohio"."""
_MOST_ALIKE = 20
"""People of one office, beyond whom nobody keeps them apart."""
_NAMED = re.compile(r"\b[A-Z]\w+")
_SERVES = re.compile(r"\b[a-z]+(?:er|or|ist|ian|ant) (?:at|for) (?:the )?[A-Z]")
"""Somebody who works for what has a name: "a negotiator for the Orra Mill"."""
_FROM = re.compile(r"\bfrom (?:the [a-z]+ of )?[A-Z]|\bwho (?:lives|lived|grew up|works) (?:in|near) [A-Z]")
_LOCAL = re.compile(r"(?:an?|the) local (?!government)")
"""Leaves open of which place somebody is."""
_AN = re.compile(r"[AEFHILMNORSX][A-Z]|[AEIOaeio]")
"""Beginnings of words that take "an": a vowel, or a letter that is spoken with one, as in "an NFL player"."""
_ARTICLES = frozenset({"a", "an", "the"})
_THE_OWNER = re.compile(r"\bthe (?P<owner>[A-Z][\w.&-]*)[’'](?:s\b|(?= ))")
"""Ends an owner that has "the": "the BBC’s"."""
_OWNED = re.compile(r"(?:[A-Z]\S* )*[A-Z]\S*[’']s? ")
"""Begins a description with the owner of an office: "Orra’s mayor"."""


@dataclass(frozen=True, kw_only=True)
class Described(Fact):
    """A person with the phrase in which the article says who that is."""

    kind: str = "description"
    person: Span
    said: Span
    name: Name = field(compare=False, repr=False)
    noun: str = field(compare=False, repr=False)
    """The noun by which the phrase describes the person: "judge"."""
    words: str = field(compare=False, repr=False)

    def values(self) -> dict[str, Any]:
        """The person and what the article says of them."""
        return {"person": self.person, "said": self.said}


def described_people(article: Article) -> Iterator[Described]:
    """Yield the fullest description of each person of an article who can be asked for, in order."""
    known = _descriptions(article)
    best = [max(found, key=lambda each: len(each.words.split())) for found in known.values()]
    said = Counter(words for found in known.values() for words in {each.words for each in found})
    fit = [each for each in best if _can_be_asked_for(each, said)]
    fit.sort(key=lambda each: (-_worth(each), each.person.start))
    yield from sorted(fit[:_MOST_QUESTIONS], key=lambda each: each.person.start)


def _can_be_asked_for(one: Described, said: Counter[str]) -> bool:
    """Return whether a description is that of one person, whom not everybody would guess and not only an aside names.

    `said` counts of how many people the article says each description.
    """
    article = one.person.article
    aside = len(one.name.mentions) < _OFTEN and not re.search(r"[A-Z]", one.words) and is_news(article)
    guessed = is_dominant(one.name) and not is_news(article)
    shown = guessed or is_in_the_title(article, one.name.full) or one.words.startswith(_KNOWN)
    last = one.words.partition(" who ")[0].rpartition(" ")[2]  # "an Orra University professor" is no university
    role = is_role_noun(one.noun) or is_role_noun(last) or not is_news(article) or _SERVES.search(one.words) is not None
    return (
        role
        and not _is_in_passing(one)
        and said[one.words] == 1
        and not (aside or shown or _is_of_several(one) or _is_a_bare_office(one) or _is_a_bystander(one))
        and not (is_beside_the_event(one.name, one.person, one.said) or _has_a_stray_article(one))
        and not (only_comments(one.name, one.said, one.noun, one.words) or _LOCAL.match(one.words))
        and not is_vague(one.words, one.noun, article)
    )


def _is_in_passing(one: Described) -> bool:
    """Return whether an aside describes somebody, or a sentence that matters little and alone names that person.

    Who speaks in that sentence is not named in passing: the article asked an expert.
    """
    tree = tree_at(one.said)
    weight = salience(tree) if tree else 0.0
    named = _NAMED.search(one.words) is not None and not is_news(one.person.article)
    alone = weight < (LIGHTEST if named else _MATTERS) and len(one.name.mentions) == 1
    return weight == 0 or (alone and not (speaks(one.person, one.said) and weight >= LIGHTEST))


def _has_a_stray_article(one: Described) -> bool:
    """Return whether a description has a "the" before an owner whom the article names without it: "the Moss’s mill"."""
    found = _THE_OWNER.search(one.words)
    if found is None:
        return False
    named = rf"\b(?P<the>[Tt]he )?{re.escape(found['owner'])}\b(?![’'])"
    rest = list(re.finditer(named, one.person.article.text))
    return bool(rest) and not any(each["the"] for each in rest)


def _is_a_bystander(one: Described) -> bool:
    """Return whether news names somebody once and says only where that person is from: a passer-by who was asked."""
    once = len(one.name.mentions) == 1 and is_news(one.person.article)
    return once and one.noun not in _OF_STATE | _PARTIES and _FROM.search(one.words) is not None


def _is_a_bare_office(one: Described) -> bool:
    """Return whether a phrase says at most an office of a country, a state or a court, as every almanac does."""
    *before, _ = [plain_form(word) for word in re.sub(r"[’']s\b|-", " ", one.words).split()] or [""]
    named = " ".join(word for word in one.words.split() if plain_form(word) not in _PLAIN_BEFORE)
    place = re.sub(r"[’']s?\Z", "", named.rpartition(" ")[0])
    office = _OFFICE.fullmatch(one.words) if one.noun in _OF_STATE else None
    if office is not None:
        return one.noun != "president" or place_type(office["of"]) != ""  # a firm has one, too
    whose = set(before) - _PLAIN_BEFORE - PEOPLES
    if len(one.name.mentions) == 1:
        whose -= _MINISTRIES
    return one.noun in _OF_STATE and (not whose or place_type(place) != "")


def _is_of_several(one: Described) -> bool:
    """Return whether an office before a name is one that somebody else in the article has, too.

    Two spokesmen are told apart if each is said to be that of something with another name: "Brin Mill spokesman".
    """
    if not one.name.role.endswith(one.words):
        return False
    holders = _holders(one.person.article)
    sharing = [name for office in {_stem(one.noun), *map(_stem, one.name.offices)} for name in holders.get(office, ())]
    others = [name for name in sharing if name.full != one.name.full and name.full not in one.words]
    return len(others) > _MOST_ALIKE or not all(_are_told_apart(one.words, _said_of(name)) for name in others)


@cache_per_article
def _holders(article: Article) -> dict[str, list[Name]]:
    """The people of an article who hold each office."""
    found: dict[str, list[Name]] = defaultdict(list)
    for name in of_kind(article, PERSON):
        for office in set(map(_stem, name.offices)):
            found[office].append(name)
    return dict(found)


def _said_of(name: Name) -> str:
    """Everything that an article says somebody is."""
    known = _descriptions(name.mentions[0].article).get(name.full, [])
    return " ".join([name.role, *(each.words for each in known)])


def _are_told_apart(words: str, others: str) -> bool:
    """Return whether each of two descriptions has a name that the other lacks."""
    mine, theirs = (set(_NAMED.findall(each)) for each in (words, others))
    return bool(mine - theirs) and bool(theirs - mine)


def _stem(noun: str) -> str:
    """An office without what tells a man from a woman: "spokes" of "spokeswoman"."""
    return re.sub(r"(?:wo)?m[ae]n\Z|person\Z", "", noun)


def _worth(one: Described) -> float:
    """Return how much is worth asking who that is: who is named often, and by an institution."""
    return min(len(one.name.mentions), 4) + 2 * bool(re.search(r"[A-Z]", one.words))


@cache_per_article
def _descriptions(article: Article) -> dict[str, list[Described]]:
    """All descriptions of the people whom an article describes, by their full names."""
    found = {}
    for name in names_in(article):
        if askable_kind(name) == PERSON and " " in name.full:
            own = [
                _described(name, mention, *said) for mention in name.mentions for said in phrases_beside(name, mention)
            ]
            if own:
                found[name.full] = own
    return found


def _described(name: Name, mention: Span, tree: Tree, tokens: tuple[int, ...], head: int) -> Described:
    noun, words = tree.tokens[head].lemma.lower(), surface_text(tree, tokens)
    return Described(person=mention, said=tree.span(tokens), name=name, noun=noun, words=words)


def description_question(fact: Described) -> Question | None:
    """The question whom the article describes so; None if a typed name will not do.

    Nobody else of the article is offered: who is in another role is ruled out by sense, and of two in the same role
    neither is asked for. Of 16 such questions with options blind judges accepted 7, of 31 typed ones 24.
    """
    if not can_be_typed(fact.name):
        return None
    answer, *more = accepted(fact.name)
    return ShortTextQuestion(
        stem=f"Who is described in the article as {_article_before(fact)}“{fact.words}”?",
        answer=answer,
        accept=tuple(more),
        rationale=article_says(_proof(fact).text),
        evidence=Evidence.of(_proof(fact)),
        origin=Origin("fact_recall", RULE),
        tags=("fact recall",),
    )


def _article_before(fact: Described) -> str:
    """The article that a description lacks: none after an owner, nor where an office begins what is behind a name."""
    first, behind = fact.words.split()[0], fact.said.start > fact.person.start
    begun = first.lower() in _ARTICLES or _OWNED.match(fact.words) is not None
    if begun or (behind and (first.islower() or is_role_noun(first))):
        return ""
    if fact.noun in ONE_OF_A_KIND:
        return "the "
    return "an " if _AN.match(fact.words) else "a "


def _proof(fact: Described) -> Span:
    """The sentence that describes a person."""
    tree = tree_at(fact.said)
    return tree.sentence.span if tree else fact.said
