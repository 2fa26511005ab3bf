"""Nouns with "the" that readers of one question understand although nothing in it says which is meant.

In a general statement of a textbook "the zygote" is any zygote; after the name of a place "the coast" is that of the
place. Next: `stem_checks`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from quizengine import Article, cache_per_article
from quizengine.language import Pointer, Tree, VerbGroup, is_person, name_at, pointers, trees, word_set
from quizengine_cause_and_effect.relation_sentences import lead_for
from quizengine_cause_and_effect.signals import DOERS

_OF_A_PLACE = word_set("coast interior coastline border capital countryside population economy climate south north")
_MADE = word_set(
    """
    report study request move plan law bill case deal program programme game match film book show service tax ban poll
    survey paper article project proposal decision statement event attack incident half season group campaign chapter
    figure table value median sample data site municipality region city town country nation state couple club
    """
)
"""Nouns of what somebody did or made once, also where a sentence is in the present."""
_OFTEN = 2


def lead_to(tree: Tree, tokens: Sequence[int], names: Mapping[int, str], verb: VerbGroup) -> str:
    """The sentence to put before a question that shows some tokens; empty if none is needed; raises CannotBe."""
    clear = {
        each.token: tree.tokens[each.token].form
        for each in pointers(tree, tokens, names)
        if _is_of_a_place(tree, each, tokens) or _is_any(tree, each, tokens, verb)
    }
    return lead_for(tree, tokens, {**names, **clear})


def is_a_clear_noun(tree: Tree, pointer: Pointer) -> bool:
    """Return whether a word is a noun, which is clear to who has read the article, and not a pronoun."""
    return tree.tokens[pointer.token].upos == "NOUN" and pointer.kind in ("which", "what")


def _is_of_a_place(tree: Tree, pointer: Pointer, tokens: Sequence[int]) -> bool:
    """Return whether a noun is a part of the place that is named before it: "In Spain, towns grew along the coast"."""
    before = (name_at(tree.tokens[each].span) for each in tokens if each < pointer.token)
    places = {name.full for name in before if name is not None and name.kind == "place"}
    return len(places) == 1 and tree.tokens[pointer.token].lemma.lower() in _OF_A_PLACE


def _is_any(tree: Tree, pointer: Pointer, tokens: Sequence[int], verb: VerbGroup) -> bool:
    """Return whether a noun of the subject matter stands for every one of its kind: nothing is dated, named or past."""
    token = tree.tokens[pointer.token]
    lemma = token.lemma.lower()
    timeless = verb.tense == "present" and not (verb.perfect or verb.progressive)
    shown = [tree.tokens[each] for each in tokens]
    named = any(each.upos in ("PROPN", "NUM") for each in shown)
    somebody = lemma in DOERS | _MADE or is_person(lemma)
    says_which = (tree.tokens[each] for each in tree.dependents(pointer.token, "amod", "compound"))
    described = any(each.upos != "ADJ" for each in says_which)  # "the sea floor", "the vibrating string"
    known = described or _lemmas(token.span.article)[lemma] >= _OFTEN
    return pointer.kind == "which" and token.upos == "NOUN" and timeless and known and not (named or somebody)


@cache_per_article
def _lemmas(article: Article) -> Counter[str]:
    """The number of times that an article has each noun, by its dictionary form."""
    tokens = (token for tree in trees(article) for token in tree.tokens)
    return Counter(token.lemma.lower() for token in tokens if token.upos == "NOUN")
