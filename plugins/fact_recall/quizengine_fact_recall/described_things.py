"""Things that the article describes in a phrase beside their name: "Orra, a town of 30 houses in a valley of the Senn".

Next: `event_facts`.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import islice

from quizengine import Article, Span
from quizengine.language import (
    Name,
    Tree,
    is_given_name,
    is_inside_quotation,
    is_person,
    is_role_noun,
    names_in,
    pointers,
    salience,
    surface_text,
    tree_at,
    word_set,
)
from quizengine_fact_recall.appositions import closed_apposition
from quizengine_fact_recall.asides import KIN
from quizengine_fact_recall.eligibility import LIGHTEST
from quizengine_fact_recall.glosses import Gloss
from quizengine_fact_recall.name_overlaps import shares_word
from quizengine_fact_recall.participant_kinds import PERSON
from quizengine_fact_recall.participant_options import is_in_the_title
from quizengine_fact_recall.typed_participants import can_be_typed

RULE = "thing-described-as"
_FEWEST, _MOST = 5, 20
"""Words of a description."""
_TELLING = 4
"""The fewest words with content in it."""
_MOST_QUESTIONS = 3
_ARTICLES = frozenset({"a", "an", "the"})
_POINTING = frozenset({"this", "that", "these", "those", "our"})
_OF_SOMEBODY = frozenset({"who", "whom"})
"""Words of a clause about a person, or about a creature that is told of like one."""
_VAGUE = word_set(
    """
    one part member example person man woman people sign result way thing kind type number day tribute role post piece
    success move step topic issue problem fact reference time year
    sail drive walk mile kilometre kilometer hour minute distance
    """
)
"""Nouns that say too little of what a thing is."""
_OF_PEOPLE = re.compile(r"\w*(?:man|woman|person|guard|keeper|ist|ian|eer|eur)")
"""Nouns for what somebody is."""
_CREATURES = word_set(
    """
    animal beast creature monster dragon horse racehorse dog cat bird ape elephant whale god goddess deity angel demon
    spirit ghost character hero heroine
    """
)
"""Nouns for what lives, or is told of so: nobody asks what it is."""
_OPINIONS = word_set(
    """
    best worst greatest only now currently then still not no so such same other another related similar may might could
    should would can will never always often sometimes also popular famous
    """
)


def described_things(article: Article, known: Collection[str]) -> Iterator[Gloss]:
    """Yield the first description of each thing of an article that can be asked for, the first three in order.

    `known` are the names that are asked for by another description.
    """
    found: list[Gloss] = []
    for name in names_in(article):
        shown = name.full in known or is_in_the_title(article, name.full)
        somebody = name.kind == PERSON or name.pronoun != ""
        may_be_a_person = somebody or is_given_name(name.full.split()[0])  # "Edward VII"
        if not may_be_a_person and name.certain and not shown and can_be_typed(name):
            found += islice(filter(None, (_described(name, mention) for mention in name.mentions)), 1)
    said = Counter(each.stem for each in found)
    yield from [each for each in found if said[each.stem] == 1][:_MOST_QUESTIONS]


def _described(name: Name, mention: Span) -> Gloss | None:
    tree = tree_at(mention)
    own = tree.tokens_in(mention) if tree else ()
    if tree is None or not own or salience(tree) < LIGHTEST or is_inside_quotation(mention.paragraph, mention.start):
        return None
    tokens = () if own[0] and tree.tokens[own[0] - 1].form.lower() in _POINTING else closed_apposition(tree, own)
    if not tokens or not tree.sentence.span.text.rstrip("”\"’' ").endswith(".") or not _tells_what(tree, tokens, name):
        return None
    stem = f"What is described in the article as “{surface_text(tree, tokens)}”?"
    return Gloss(term=mention, said=tree.span(tokens), name=name, stem=stem, rule=RULE)


def _tells_what(tree: Tree, tokens: tuple[int, ...], name: Name) -> bool:
    """Return whether a phrase sets one thing apart by itself, and not by its name."""
    found = [tree.tokens[each] for each in tokens]
    words, forms = surface_text(tree, tokens), {token.form.lower() for token in found}
    head = next(tree.tokens[each] for each in tokens if tree.tokens[each].head not in tokens)
    told_apart = found[0].form == "the" or any(token.upos == "NUM" or token.form[:1].isupper() for token in found)
    telling = sum(token.upos in ("NOUN", "PROPN", "ADJ", "VERB", "NUM") for token in found)
    return (
        found[0].form in _ARTICLES
        and told_apart  # "a small oven for damp rooms" is many
        and head.xpos == "NN"
        and not forms & _OF_SOMEBODY
        and head.lemma.lower() not in _VAGUE | KIN | _CREATURES
        and not (is_role_noun(head.lemma) or is_person(head.lemma.lower()) or _OF_PEOPLE.fullmatch(head.lemma))
        and _FEWEST <= len(tokens) <= _MOST
        and telling >= _TELLING
        and not forms & _OPINIONS
        and not re.search(r"[“”\"\[\]]|''|``", words)
        and not shares_word(words, name.full)
        and not pointers(tree, tokens)
    )
