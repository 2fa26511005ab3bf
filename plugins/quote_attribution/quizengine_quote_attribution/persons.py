"""Decides whether a name is a person who has a part in what an article tells, not a firm or somebody in a film.

Next: `candidates`, which chooses options from them.
"""

import re
from collections.abc import Collection

from quizengine.language import Name, is_given_name, is_role_noun, is_verbatim, salience, tree_at, word_set
from quizengine_quote_attribution.sources import is_subject

_PLAYS = re.compile(
    r"\b(?:(?:play|portray)(?:s|ed|ing)|(?:in|of) the (?:part|role|character) of|(?:the|his|her) character,?"
    r"|(?:star|appear)(?:s|red|ring|ed|ing)? as) (?:[a-z]+ ){0,3}\Z"
)
"""Words before the name of somebody in a film or a play: "plays the young weaver Ida Finch"."""
_NEAR = 50
_FEW_MENTIONS = 5
_THINGS_RELATIVE = re.compile(r",? which\b")
_BEFORE_A_CLAUSE = word_set("way time day year moment reason")
"""Nouns that a clause follows on without "that": "the way Abel rows"."""
_MATTERS = 0.6
_MOST_LOOKED_AT = 100
"""Mentions of somebody that are enough to see what that one does."""


def has_a_part(name: Name, speaking: Collection[str]) -> bool:
    """Return whether a person has a part in the article: told more than once, by an office, or where it matters."""
    first, *rest = name.full.split()
    if not is_given_name(first) and not name.pronoun and any(is_given_name(word) for word in rest[:-1]):
        return False  # "Relations Ruth Abel"
    if rest and is_role_noun(rest[-1].lower()):
        return False  # "Ruth Abel Chair"
    if not (name.pronoun or name.role or is_given_name(first)) and is_verbatim(name.mentions[0].article, first.lower()):
        return False  # "Radical Whigs", where something else is radical
    if _is_named_as_a_thing(name) or is_played(name):
        return False
    if name.full in speaking:
        return True
    if not (name.pronoun or is_given_name(first) or any(is_role_noun(word.lower()) for word in name.role.split())):
        return False  # "the brokerage Abel Trevose"
    weights = [salience(tree) for mention in name.mentions if (tree := tree_at(mention))]
    told = [each for each in weights if each]  # a caption or a credit weighs nothing
    return bool(told) and (bool(name.role) or len(told) > 1 or told[0] > _MATTERS)


def _is_named_as_a_thing(name: Name) -> bool:
    """Return whether the article calls what it names by a noun that is not a person's, or goes on with "which".

    "the brokerage Abel Trevose"; "Abel Trevose, which prints maps".
    """
    for mention in name.mentions:
        if _THINGS_RELATIVE.match(mention.article.text, mention.end):
            return True
        tree = tree_at(mention)
        tokens = tree.tokens_in(mention) if tree else ()
        before = tokens[0] - 1 if tokens else -1
        if tree is None or before < 1 or tree.tokens[before].xpos != "NN":
            continue
        noun = tree.tokens[before].lemma.lower()
        led = any(tree.tokens[each].form.lower() == "the" for each in range(max(0, before - 2), before))
        if led and not is_role_noun(noun) and noun not in _BEFORE_A_CLAUSE and tree.tokens[before].form.islower():
            return True
    return False


def is_played(name: Name) -> bool:
    """Return whether an actor plays whom a name means: "Moss stars as Ida Finch"."""
    return any(
        _PLAYS.search(mention.article.text, max(0, mention.start - _NEAR), mention.start)
        for mention in name.mentions[:_FEW_MENTIONS]
    )


def acts(name: Name) -> bool:
    """Return whether somebody does anything in the article, as the subject of a verb, or leads others."""
    if any(is_role_noun(word.lower()) for word in name.role.split()):
        return True
    trees = ((tree_at(mention), mention) for mention in name.mentions[:_MOST_LOOKED_AT])
    return any(
        tree is not None and is_subject(tree, at) for tree, mention in trees if tree for at in tree.tokens_in(mention)
    )


def is_told_of(name: Name) -> bool:
    """Return whether the article tells more of somebody than the bare name once."""
    return bool(name.role) or len(name.mentions) > 1
