"""Things that the article describes in a phrase beside their name: "Orra, a town of 30 houses in a valley of the Senn".

Next: `event_facts`.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from quizengine import Article, Span
from quizengine.language import (
    Name,
    Tree,
    is_given_name,
    is_inside_quotation,
    names_in,
    pointers,
    salience,
    surface_text,
    tree_at,
    word_set,
)
from quizengine_fact_recall.appositions import closed_apposition
from quizengine_fact_recall.eligibility import LIGHTEST, SAYING
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
_RECORDED = word_set(
    """
    organisation organization group company corporation firm maker manufacturer publisher agency charity party union
    movement association society league institute institution bank airline club team band orchestra gang militia church
    order body
    city town village settlement colony district region province state country nation kingdom republic empire island
    peninsula mountain volcano river lake bay port
    fort fortress castle palace temple monastery cathedral bridge tower building house blockhouse stockade museum
    library university school college hospital laboratory prison mine
    battle siege revolt rebellion uprising strike meeting convention conference festival ceremony expedition mission
    schism split treaty agreement law act
    service system programme program project console device machine engine vehicle ship aircraft satellite telescope
    spacecraft rocket drug film novel play book poem opera album song newspaper magazine journal
    """
)
"""Nouns of what readers learn by name: institutions, places, buildings, events, works and inventions.

A noun that is none of them may be that of somebody or of an animal, whom "what" does not ask for, or of a distance.
"""
_ACCORDING_TO = re.compile(r"\baccording to (?:the )?\Z", re.IGNORECASE)
_TELLING_VERBS = SAYING | {"assure", "inform", "tell", "remind", "publish", "post", "write"}
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
    if not tokens or not tree.sentence.span.text.rstrip("”\"’' ").endswith(".") or _is_a_source(tree, own):
        return None
    if not _tells_what(tree, tokens, name):
        return None
    stem = f"What is described in the article as “{surface_text(tree, tokens)}”?"
    return Gloss(term=mention, said=tree.span(tokens), name=name, stem=stem, rule=RULE)


def _is_a_source(tree: Tree, own: Sequence[int]) -> bool:
    """Return whether a sentence names something only as what said so, or where somebody did: "according to Orra"."""
    start = tree.tokens[own[0]].span.start - tree.sentence.span.start
    top = next(each for each in own if tree.tokens[each].head not in own)
    verb = tree.tokens[top].head
    told = verb >= 0 and tree.tokens[verb].upos == "VERB" and tree.tokens[verb].lemma.lower() in _TELLING_VERBS
    return told or _ACCORDING_TO.search(tree.sentence.span.text[:start]) is not None


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
        and head.lemma.lower() in _RECORDED
        and _FEWEST <= len(tokens) <= _MOST
        and telling >= _TELLING
        and not forms & _OPINIONS
        and not re.search(r"[“”\"\[\]]|''|``", words)
        and not shares_word(words, name.full)
        and not pointers(tree, tokens)
    )
