"""Names that an article gives for what somebody has: "her mentor Ada Moss", "Orra’s main newspaper, the Senn Gazette".

Next: `event_facts`.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from quizengine import Article, Span, cache_per_article
from quizengine.language import (
    Name,
    Token,
    Tree,
    full_names,
    is_a,
    is_inside_quotation,
    is_role_noun,
    name_at,
    names_in,
    plain_form,
    referent,
    salience,
    surface_text,
    tree_at,
    word_set,
)
from quizengine_fact_recall.asides import KIN
from quizengine_fact_recall.eligibility import LIGHTEST, is_news
from quizengine_fact_recall.glosses import Gloss
from quizengine_fact_recall.name_overlaps import shares_word
from quizengine_fact_recall.participant_kinds import PERSON
from quizengine_fact_recall.participant_options import is_dominant, is_in_the_title
from quizengine_fact_recall.short_names import with_full_names
from quizengine_fact_recall.typed_participants import can_be_typed

RULE = "described-by-owner"
_MOST_QUESTIONS = 3
_LONGEST = 8
"""Tokens from the owner up to the noun."""
_PEOPLE = word_set(
    """
    mentor publisher teacher tutor coach trainer goalkeeper aide adviser advisor partner boyfriend girlfriend fiancé
    fiancée attorney lawyer agent assistant predecessor successor patron interpreter bodyguard running-mate rival
    opponent employer landlord librettist translator biographer physician doctor nurse cousin widow spouse
    """
)
"""Nouns for what one person is to another, of which there is mostly one at a time."""
_THINGS = word_set("home hometown nickname pseudonym website headquarters capital residence estate flagship motto")
"""Nouns for things of which somebody has one; others need a word before them that tells which."""
HAD_BY_MANY = word_set(
    """
    part member example person man woman people way thing kind type day role friend colleague fan star hero classmate
    book novel play film song album poem essay symphony opera painting series episode video paper work
    """
)
"""Nouns for what somebody has many of."""
_WHICH = word_set("first second third fourth fifth eldest oldest youngest elder younger older only late ex former")
"""Words that tell one of several relatives from the others."""
_OPINIONS = word_set("alleged possible potential would-be supposed next new future other another own same")
_BETWEEN = frozenset({"ADJ", "NOUN", "VERB", "ADV", "NUM"})
_APOSTROPHES = frozenset({"'", "’"})
_COURTESIES = frozenset({"mr", "mrs", "ms", "dr"})
_GOES_BEFORE = frozenset({"of", "and", "-", "’s", "'s"})
"""Words before an owner that make it a part of more."""
_GOES_ON = frozenset({"'s", "’s", "'", "’", "-", "/", "of", "for", "on"})
_NAMED_AFTER = re.compile(r"\b(?P<noun>[a-z]+),? (?P<name>(?:[A-Z][\w.’'-]* ?)+)")
_PARTS_OF_NAMES = frozenset({"NOUN", "PROPN", "ADJ", "X"})
_AFTER = frozenset({",", ".", ";", "(", ")", "—", "–"})


def owned_names(article: Article, known: Collection[str]) -> Iterator[Gloss]:
    """Yield the names that are given for what somebody has and can be asked for, the first three in order.

    `known` are the names that are asked for by another description.
    """
    found: list[Gloss] = []
    for name in names_in(article):
        shown = is_in_the_title(article, name.full) or is_dominant(name) or name.full in known
        if name.certain and not shown and can_be_typed(name):
            found += islice(filter(None, (_owned(name, mention) for mention in name.mentions)), 1)
    yield from sorted(found, key=lambda each: each.term.start)[:_MOST_QUESTIONS]


def _owned(name: Name, mention: Span) -> Gloss | None:
    tree = tree_at(mention)
    own = tree.tokens_in(mention) if tree else ()
    if tree is None or not own or salience(tree) < LIGHTEST or is_inside_quotation(mention.paragraph, mention.start):
        return None
    noun = _noun_before(tree, own)
    tokens = _with_its_owner(tree, noun) if noun is not None else ()
    if noun is None or not tokens or not _is_one_of_a_kind(tree, tokens, noun, name):
        return None
    words = surface_text(tree, tokens, full_names(tree, tokens))
    asks = "Who" if _is_a_person(tree, noun, name) else "What"
    stem = with_full_names(f"{asks} is described in the article as {words}?", mention.article, name.full)
    if stem is None or shares_word(stem, name.full):
        return None
    return Gloss(term=mention, said=tree.span(tokens), name=name, stem=stem, rule=RULE)


def _noun_before(tree: Tree, own: Sequence[int]) -> int | None:
    """The noun right before a name that it is the name of, or the one before a comma; None if there is none."""
    at = own[0] - 1
    if at > 1 and tree.tokens[at].form == "the":
        at -= 1
    comma = at > 0 and tree.tokens[at].form == ","
    at -= comma
    behind = [token.form for token in tree.tokens[own[-1] + 1 : own[-1] + 3]]
    if at < 1 or tree.tokens[at].xpos != "NN" or not behind:
        return None
    if comma and (behind[0] not in _AFTER or behind[1:] in (["and"], ["or"], ["&"])):
        return None
    if behind[0] in _GOES_ON or behind[0][:1].isupper() or _goes_on_in_small_letters(tree, own[-1] + 1):
        return None
    top = next(each for each in own if tree.tokens[each].head not in own)
    if comma and not tree.tokens[top].relation.startswith("appos"):
        return None
    beside = tree.tokens[top].head == at or at in tree.subtree(top)
    adjacent = at == own[0] - 1 and tree.tokens[top].relation != "nsubj"  # "With her mother Moss left" tells no name
    return at if beside or adjacent else None


def _goes_on_in_small_letters(tree: Tree, behind: int) -> bool:
    """Return whether the word behind a name is a part of it, as in Latin: "its Roman name Orra parva"."""
    return tree.tokens[behind].upos in _PARTS_OF_NAMES


def _with_its_owner(tree: Tree, noun: int) -> tuple[int, ...]:
    """The tokens from the owner of a noun up to it; none if it has no owner whose name is certain."""
    at = noun - 1
    while at > 0 and noun - at < _LONGEST and (tree.tokens[at].upos in _BETWEEN or tree.tokens[at].form == "-"):
        at -= 1
    token = tree.tokens[at]
    if token.xpos == "PRP$":
        meant = referent(tree, at)
        fits = meant is not None and meant.certain and token.form.lower() in ("his", "her", "its")
        return tuple(range(at, noun + 1)) if fits and not _has_another_subject(tree, at, meant) else ()
    owned = at > 0 and (token.xpos == "POS" or token.form in _APOSTROPHES)
    if owned and (group := _group_before(tree, at)):
        return tuple(range(group, noun + 1))
    owner = name_at(tree.tokens[at - 1].span) if owned else None
    if owner is None or not owner.certain:
        return ()
    first = at - 1
    while first and name_at(tree.tokens[first - 1].span) is owner:
        first -= 1
    before = tree.tokens[first - 1] if first else None
    titled = before is not None and (is_role_noun(before.form) or plain_form(before.form) in _COURTESIES)
    if before is not None and not titled and (_begins_the_owner(before, first) or before.form in _GOES_BEFORE):
        return ()
    return tuple(range(first - (before is not None and before.form.lower() == "the"), noun + 1))


def _begins_the_owner(before: Token, first: int) -> bool:
    """Return whether the word before an owner, which is token `first`, is a part of its name: "The We Bake’s mayor"."""
    return before.upos == "PROPN" or (first > 1 and before.form[:1].isupper() and before.form != "The")


def _has_another_subject(tree: Tree, pronoun: int, owner: Name | None) -> bool:
    """Return whether a sentence is about another name before a pronoun, whose owner that may be as well."""
    return any(
        token.upos == "PROPN" and is_a(token.relation, "nsubj") and name_at(token.span) is not owner
        for token in tree.tokens[:pronoun]
    )


def _group_before(tree: Tree, apostrophe: int) -> int:
    """Return where a group of people begins that a word with a capital tells from others: "the Peruvian team"; or 0."""
    at = apostrophe - 1
    while at > 0 and tree.tokens[at].upos in ("NOUN", "ADJ"):
        at -= 1
    said = tree.tokens[at + 1 : apostrophe]
    told = len(said) > 1 and said[0].form[:1].isupper() and said[-1].xpos == "NN"
    return at if told and tree.tokens[at].form == "the" else 0


def _is_a_person(tree: Tree, noun: int, name: Name) -> bool:
    lemma = tree.tokens[noun].lemma.lower()
    return name.kind == PERSON or lemma in KIN | _PEOPLE or is_role_noun(lemma)


def _is_one_of_a_kind(tree: Tree, tokens: Sequence[int], noun: int, name: Name) -> bool:
    """Return whether somebody has only one such person or thing in the article."""
    article, lemma = tree.sentence.span.article, tree.tokens[noun].lemma.lower()
    forms = {tree.tokens[each].form.lower() for each in tokens}
    if {tree.tokens[each].lemma.lower() for each in tokens} & HAD_BY_MANY or forms & _OPINIONS:
        return False
    if not _is_a_person(tree, noun, name):
        before = [tree.tokens[each].upos in ("ADJ", "NOUN", "VERB") for each in tokens if each < noun]
        return name.kind != PERSON and (lemma in _THINGS or any(before))
    if lemma not in KIN | _PEOPLE and not is_role_noun(lemma):
        return False
    if lemma in KIN and (" " not in name.full or len(name.mentions) == 1 or is_news(article)):
        return False  # half a name, or a relative of whom nothing else is told
    others = _named_after(article).get(lemma, set()) - set(name.forms)
    return bool(forms & _WHICH) or not (others or f"{lemma}s" in _named_after(article))


@cache_per_article
def _named_after(article: Article) -> dict[str, set[str]]:
    """The names that come right behind each word in small letters, after a comma or not; none behind most words."""
    found: dict[str, set[str]] = {word: set() for word in re.findall(r"\b[a-z]+s\b", article.text)}
    for match in _NAMED_AFTER.finditer(article.text):
        found.setdefault(match["noun"], set()).add(match["name"].strip())
    return found
