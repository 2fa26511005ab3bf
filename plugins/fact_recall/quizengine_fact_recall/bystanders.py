"""People whom an article names once and who take no part in what it tells: who is written to, greeted or an example.

Next: `described`, which asks for nobody who is one.
"""

import re

from quizengine import Span
from quizengine.language import Name, Tree, is_a, tree_at, verbs_of, word_set
from quizengine_fact_recall.eligibility import is_news

_ADDRESSES = re.compile(r"\b(?:thank you|thanks|welcome)\b", re.IGNORECASE)
"""Said to somebody, who is named so as to be greeted."""
_LIKE = re.compile(r"\b(?:like|such as) (?:the )?\Z", re.IGNORECASE)
"""Comes before somebody who is one example of many."""
_WRITES = verbs_of("asserts") | word_set("speak talk appeal")
"""Verbs behind which somebody is named whom words are meant for."""
_HEARERS = frozenset({"to", "with"})
_INFORMS = frozenset({"tell", "inform", "assure", "remind"})
"""Verbs whose object hears what is said: a reporter, mostly."""


def is_beside_the_event(name: Name, person: Span, said: Span) -> bool:
    """Return whether somebody takes no part in what a sentence tells; `said` is the phrase that tells who that is."""
    tree = tree_at(said)
    if tree is not None and _ADDRESSES.search(tree.sentence.span.text):
        return True
    tree = tree_at(person)
    if tree is None or len(name.mentions) > 1:
        return False
    first = min(person.start, said.start)
    before = tree.sentence.span.text[: first - tree.sentence.span.start]
    return _LIKE.search(before) is not None or _is_spoken_to(tree, person, said) or _tells_of_another(tree, person)


def _is_spoken_to(tree: Tree, person: Span, said: Span) -> bool:
    """Return whether words are meant for somebody: "Reed wrote to director Ada Moss", "Reed told reporter Ada Moss"."""
    own = {*tree.tokens_in(person), *tree.tokens_in(said)}
    tops = [each for each in own if tree.tokens[each].head >= 0 and tree.tokens[each].head not in own]
    return any(_hears(tree, each) for each in tops)


def _hears(tree: Tree, top: int) -> bool:
    verb = tree.tokens[tree.tokens[top].head].lemma.lower()
    cases = {tree.tokens[case].form for case in tree.dependents(top, "case")}
    told = is_a(tree.tokens[top].relation, "obj", "iobj") and not cases and verb in _INFORMS
    return told or (bool(cases & _HEARERS) and verb in _WRITES)


def _tells_of_another(tree: Tree, person: Span) -> bool:
    """Return whether news names somebody to tell who another one is: "Reed, a guard of Ada Moss"."""
    own = tree.tokens_in(person)
    if not is_news(person.article):
        return False
    top = next(each for each in own if tree.tokens[each].head not in own)
    noun = tree.tokens[top].head
    return is_a(tree.tokens[top].relation, "nmod") and noun < top and is_a(tree.tokens[noun].relation, "appos")
