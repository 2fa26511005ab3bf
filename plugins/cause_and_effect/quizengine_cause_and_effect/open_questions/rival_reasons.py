"""Finds other reasons that an article gives for the same thing: then one reason is only a part of the answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizengine import Article, Span, cache_per_article
from quizengine.language import Tree, content_words, tree_index, trees, word_set
from quizengine_cause_and_effect.relation_readings import relation_readings
from quizengine_cause_and_effect.relation_sentences import CannotBe
from quizengine_cause_and_effect.token_spans import Reading

_SHARED = 0.6
_FEWEST_SHARED = 2
_HEDGES = word_set(
    """
    partly partially mostly mainly largely primarily chiefly especially particularly only just also perhaps possibly
    probably maybe principally predominantly simply presumably apparently reportedly allegedly supposedly not either
    part even mere merely precisely exactly again
    """
)
"""Words right before a signal with which what follows is only one reason, or not certain."""
_PARTIAL = re.compile(
    r"\b(?:in part|at least partly|not only|among other (?:things|reasons)|one (?:of the )?(?:reasons?|causes?)"
    r"|(?:another|other|further|additional|second|main|chief|primary|key|major|several|many|some|various|different)"
    r" (?:reasons?|causes?|factors?)|reasons include|for (?:several|many|various|two|three) reasons)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:Another|A (?:second|further|third)|The (?:other|second)|Also|Additionally|In addition|Moreover|Furthermore"
    r"|Besides|Equally|Similarly|Second|Secondly|Further)\b"
)
_SIGNS = re.compile(
    r"\b(?:because|due to|owing to|reasons?|caused?|as a result of|led to|thanks to|in order to|aim(?:ed)?|purpose"
    r"|since|meant|intended|goal|so that|helped|contributed|factors?)\b",
    re.IGNORECASE,
)


def must_be_the_only_reason(tree: Tree, signal: Sequence[int], cause: Sequence[int]) -> None:
    """Raise CannotBe if the sentence, or the one after it, says that there are other reasons."""
    text = tree.sentence.span.text
    if _PARTIAL.search(text):
        raise CannotBe("it is one reason of several")
    first = min([*signal, *cause])
    near = [tree.tokens[each].form.lower() for each in range(max(0, first - 2), first)]
    inside = [tree.tokens[each].form.lower() for each in cause]
    if _HEDGES & set(near) or ("also" in inside and signal[0] <= cause[0]):
        raise CannotBe("it is one reason of several")
    following = _sentence_after(tree)
    if following and _GOES_ON.match(following.strip()) and _SIGNS.search(following):
        raise CannotBe("the sentence after it adds another reason")
    if following and re.search(r"\balso\b", following) and _SIGNS.search(following):
        raise CannotBe("the sentence after it adds another reason")


def _sentence_after(tree: Tree) -> str:
    every = trees(tree.sentence.span.article)
    at = tree_index(tree) + 1
    return every[at].sentence.span.text if at < len(every) else ""


@dataclass(frozen=True)
class Effect:
    """An effect by a reading, in the words that matter, with its cause."""

    words: frozenset[str]
    cause: Span
    effect: Span


@cache_per_article
def effects_in(article: Article) -> tuple[Effect, ...]:
    """Every effect of which an article seems to tell the cause, whether or not that is certain."""
    return tuple(_effect(reading) for tree in trees(article) for reading in relation_readings(tree))


def _effect(reading: Reading) -> Effect:
    tree = reading.clause.tree
    effect = tree.span(reading.effect)
    return Effect(frozenset(content_words(effect.text)), tree.span(reading.cause), effect)


def must_have_no_rival(effect: Span, cause: Span) -> None:
    """Raise CannotBe if the article tells of another cause of the same effect."""
    own = frozenset(content_words(effect.text))
    for other in effects_in(effect.article):
        if other.cause.overlaps(cause) or other.effect.overlaps(cause) or other.cause.text.lower() in _POINTING:
            continue
        if other.effect.overlaps(effect):
            if not _is_inside(other, effect, cause):
                raise CannotBe("its sentence tells another reason")
            continue
        shared = len(own & other.words)
        if shared >= _FEWEST_SHARED and shared >= _SHARED * min(len(own), len(other.words)):
            raise CannotBe("the article gives another reason for it")


_POINTING = frozenset({"this", "that", "it", "which", "these", "they"})


def _is_inside(other: Effect, effect: Span, cause: Span) -> bool:
    """Return whether another relation is told inside an effect, as a part of it: "sold wheat to pay the bakers"."""
    return effect.contains(other.cause) and effect.contains(other.effect) and other.effect != effect
