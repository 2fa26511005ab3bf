"""Words in a question for a place that tell which one it is, or that a team or a house is meant.

Next: `participant_options`, the options beside the key.
"""

import re

from quizengine import Article
from quizengine.language import (
    GAP,
    PEOPLES,
    Clause,
    Token,
    central_names,
    mentions_between,
    place_type,
    trees,
    word_set,
)
from quizengine_fact_recall.eligibility import is_news
from quizengine_fact_recall.name_overlaps import names_its_people
from quizengine_fact_recall.participants import Participant

ABOUT = 2
"""Names that an article is about: those that it has most often."""
_REGIONS = frozenset({"country", "state"})
_WHERE = re.compile(r"\b(?:at|in|near|from|to|between|of|around|outside)(?: the)? \Z")
"""Words before the name of a place where something happened."""
_ROOT = 4
"""Letters that the name of a country has in common with what is called after it: "Peru" and "Peruvian"."""
_RANKS = word_set("first second third only last oldest youngest")
_OF_A_NOUN = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "PUNCT"})
"""Tags of the words from an adjective to the end of its noun."""
_BORN_AT = re.compile(r"\AWhere\b.* born (?:at|in|near|on) (?:the )?[A-Z]")
_AND_IN = re.compile(r"\AWhere\b[^,]*, (?:in|at|near) (?:the )?[A-Z]")
"""A second place, which is left of an answer: "Where was Moss born, in the County of Senn?"."""
_PLAYING = frozenset({"lose", "play", "draw"})
_OPPOSING = frozenset({"to", "against", "with"})
_LOST_TO = re.compile(
    r"\b(?:los(?:e|es|t|ing) to|(?:beat(?:en|s|ing)?|defeat(?:s|ed|ing)?|draw(?:s|n|ing)?|drew)(?: by| with)?"
    rf"|(?:victory|win|draw|match|final|game) (?:over|against|with)|against) {GAP}"
)
"""Words before the name of a team, which may be that of its town."""


def may_be_a_team(shown: str) -> bool:
    """Return whether a gap is where a sentence names who lost or won, as a club with the name of a town does."""
    return _LOST_TO.search(shown) is not None


def asks_for_a_place_wrongly(clause: Clause, asked: Participant, stem: str) -> bool:
    """True if a question asks for a town where a team may be meant, or where something was whose place it tells."""
    team = clause.verb.lemma in _PLAYING and asked.part.marker_text in _OPPOSING
    return (asked.kind == "city" and team) or any(each.search(stem) for each in (_BORN_AT, _AND_IN))


def belongs_to_a_superlative(clause: Clause, asked: Participant) -> bool:
    """Return whether a place tells among what something is the first or the largest: "the first mill in Peru"."""
    tree, first = clause.tree, asked.part.tokens[0]
    before = [each for each in clause.tokens if clause.head < each < first]
    ranked = [each for each in before if _is_ranked(tree.tokens[each])]
    return (
        asked.part.role == "adjunct"
        and bool(ranked)
        and all(tree.tokens[each].upos in _OF_A_NOUN for each in range(ranked[-1], first))
    )


def _is_ranked(token: Token) -> bool:
    return token.upos == "ADJ" and (token.xpos == "JJS" or token.form.lower() in _RANKS)


def first_sentence(article: Article) -> str:
    """The sentence with which the body of an article opens; empty if it has none."""
    return trees(article)[0].sentence.span.text if trees(article) else ""


def tells_of_what_country_it_is(article: Article, country: str) -> bool:
    """Return whether the first sentence of an article tells that its subject is of a country.

    "Tom Orr, a Peruvian baker, …" tells so, and "Orra is a town in Peru".
    """
    first = first_sentence(article)
    peoples = {word for word in re.findall(r"[a-z]+", first.lower()) if word in PEOPLES}
    told = len(peoples) == 1 and names_its_people(first, country)
    told = told or re.search(rf"\b{re.escape(country)}\b", first) is not None
    return told and not is_news(article) and any(full in first for full in central_names(article)[:ABOUT])


def tells_the_region(clause: Clause, asked: Participant, stem: str) -> bool:
    """True if a question names a place that lies in the country or state it asks for, or what is called after it.

    "In which country did Moss teach, at Graz?" asks where Graz is, and "after the Peruvian War" tells of Peru.
    """
    if asked.kind not in _REGIONS:
        return False
    root = asked.name.full.rpartition(" ")[2][:_ROOT]
    if re.search(rf"\b{re.escape(root)}\w*", stem):
        return True
    named = mentions_between(clause.span.article, clause.span.start, clause.span.end)
    inside = {
        mention.text
        for mention, name in named
        if name is not asked.name and name.kind == "place" and place_type(name.full) != "country"
    }
    return asked.part.role == "adjunct" and any(
        _WHERE.search(stem[: found.start()]) for each in inside for found in re.finditer(re.escape(each), stem)
    )
