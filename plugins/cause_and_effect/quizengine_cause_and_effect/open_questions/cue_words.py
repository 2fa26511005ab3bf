"""Finds words that signal a cause by their forms alone, for sentences that a parser took apart wrongly.

What they join is read in parts (`split_sentences`). Next: `open_cues`.
"""

from collections.abc import Iterator
from functools import lru_cache

from quizengine import Span
from quizengine.language import FINITE_TAGS, Tree
from quizengine_cause_and_effect.open_questions.wordings import past_of, third_person
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.signals import HEDGES_OF_CAUSE

REASON = "reason by its word"
RESULT = "result by its word"
VERB = "cause by its verb"
PARTICIPLE = "cause by a participle"
WHICH = "cause by “which”"
PARTIAL = "one reason by its word"
PURPOSE = "stated purpose"

AIMS_BY_WORD = ("in order to", "so as to")
_REASONS = ("because of", "because", "due to", "owing to", "as a result of", "so that", "thanks to", *AIMS_BY_WORD)
MAINLY = ("largely", "mainly", "mostly", "chiefly", "primarily")
"""Words right before a signal with which a reason is the main one of several."""
_PARTIAL_REASONS = tuple(
    f"{limit} {signal}"
    for limit in (*MAINLY, "in part", "at least partly", "partly", "partially")
    for signal in _REASONS
    if signal not in ("so that", *AIMS_BY_WORD)
)
_RESULTS = (
    "so",
    "therefore",
    "consequently",
    "as a result",
    "as a consequence",
    "and therefore",
    "and so",
    "and as a result",
    "which is why",
)
_VERBS = {
    "lead": ("to",), "result": ("in",), "cause": (), "trigger": (), "spark": (), "prompt": (), "force": (),
    "enable": (),
    "allow": (), "prevent": (), "inspire": (), "give": ("rise", "to"), "bring": ("about",), "provoke": (), "compel": (),
    "drive": (), "persuade": (), "encourage": (), "spur": (), "fuel": (), "worsen": (), "hasten": (), "accelerate": (),
    "disrupt": (), "undermine": (), "weaken": (), "strengthen": (), "reduce": (), "increase": (), "boost": (),
    "doom": (), "convince": (), "induce": (), "make": ("it", "possible"),
}  # fmt: skip
"""Verbs of causing, with the words that follow at once."""
_FORMS = {form: lemma for lemma in _VERBS for form in (lemma, past_of(lemma), third_person(lemma))}
GERUNDS = {
    "leading": "lead", "resulting": "result", "causing": "cause", "triggering": "trigger", "sparking": "spark",
    "prompting": "prompt", "forcing": "force", "enabling": "enable", "allowing": "allow", "preventing": "prevent",
    "inspiring": "inspire", "giving": "give", "compelling": "compel", "driving": "drive", "provoking": "provoke",
    "bringing": "bring", "making": "make", "encouraging": "encourage",
}  # fmt: skip


def words_of_cause(tree: Tree) -> Iterator[CausalRelation]:
    """The relations that the words of a sentence signal, whatever its tree is."""
    forms = [token.form.lower() for token in tree.tokens]
    yield from _reasons(tree, forms)
    yield from _partial_reasons(tree, forms)
    yield from _results(tree, forms)
    yield from _participles(tree, forms)
    yield from _relatives(tree, forms)
    yield from _verbs(tree, forms)
    yield from _purposes(tree, forms)


def _relation(tree: Tree, rule: str, cause: range, effect: range, signal: range) -> Iterator[CausalRelation]:
    if not cause or not effect or not signal:
        return
    spans: list[Span] = [tree.span(each) for each in (cause, effect, signal)]
    yield CausalRelation(
        kind="reason",
        cause=spans[0],
        effect=spans[1],
        signal=spans[2],
        rule=rule,
        place=tree.tokens[signal[0]].span,
        open_only=True,
    )


def _places(forms: list[str], phrases: tuple[str, ...]) -> list[range]:
    """The places of phrases, the longest first where one begins with another."""
    found: list[range] = []
    for words in _longest_first(phrases):
        at = forms.index(words[0]) if words[0] in forms else len(forms)
        for first in range(at, len(forms) - len(words) + 1):
            if forms[first] == words[0] and forms[first : first + len(words)] == words:
                taken = any(first in other for other in found)
                found += [] if taken else [range(first, first + len(words))]
    return found


@lru_cache(maxsize=64)
def _longest_first(phrases: tuple[str, ...]) -> tuple[list[str], ...]:
    return tuple(sorted((phrase.split() for phrase in phrases), key=lambda words: -len(words)))


def _reasons(tree: Tree, forms: list[str]) -> Iterator[CausalRelation]:
    """Yield “E because C” or “Because C, E” of a sentence with one such word."""
    found = _places(forms, _REASONS)
    if len(found) != 1:
        return
    [signal] = found
    if signal.start == 0:
        last = len(forms) - 1
        yield from _relation(tree, REASON, range(signal.stop, signal.stop + 1), range(last, last + 1), signal)
    else:
        yield from _relation(tree, REASON, range(signal.stop, len(forms)), range(signal.start), signal)


def _partial_reasons(tree: Tree, forms: list[str]) -> Iterator[CausalRelation]:
    """Yield “E partly because C”."""
    found = _places(forms, _PARTIAL_REASONS)
    if len(found) == 1 and found[0].start > 1:
        [signal] = found
        yield from _relation(tree, PARTIAL, range(signal.stop, len(forms)), range(signal.start), signal)


def _results(tree: Tree, forms: list[str]) -> Iterator[CausalRelation]:
    """Yield “C, so E” and “C; therefore, E”."""
    for signal in _places(forms, _RESULTS):
        before = forms[signal.start - 1] if signal.start > 1 else ""
        behind = forms[signal.stop] if signal.stop < len(forms) else ""
        if before in (",", ";") and behind not in ("that", "far", "much", "many", "long", "as", "of", "called", "on"):
            effect = range(signal.stop + (behind == ","), len(forms))
            yield from _relation(tree, RESULT, range(signal.start - 1), effect, signal)
            return


def _participles(tree: Tree, forms: list[str]) -> Iterator[CausalRelation]:
    """Yield “C, forcing many to leave”."""
    for at in range(2, len(forms) - 2):
        lemma = GERUNDS.get(forms[at], "")
        comma = at - 1 if forms[at - 1] == "," else at - 2 if tree.tokens[at - 1].upos == "ADV" else -1
        limited = forms[at - 1] in HEDGES_OF_CAUSE | _LIMITS
        if not lemma or comma < 1 or forms[comma] != "," or limited or not _follow(forms, at, lemma):
            continue
        yield from _relation(tree, PARTICIPLE, range(comma), range(at + 1, len(forms)), range(at, at + 1))
        return


_LIMITS = frozenset({"almost", "nearly", "hardly", "barely", "scarcely"})


def _relatives(tree: Tree, forms: list[str]) -> Iterator[CausalRelation]:
    """Yield “C, which led to the closure”."""
    for at in range(2, len(forms) - 3):
        if forms[at] != "which" or forms[at - 1] != ",":
            continue
        verb = at + 2 if tree.tokens[at + 1].upos in ("ADV", "AUX") else at + 1
        lemma = _FORMS.get(forms[verb], "")
        if lemma and _follow(forms, verb, lemma) and tree.tokens[verb].xpos in ("VBD", "VBZ", "VBN"):
            yield from _relation(tree, WHICH, range(at - 1), range(verb + 1, len(forms)), range(at + 1, verb + 1))
            return


def _verbs(tree: Tree, forms: list[str]) -> Iterator[CausalRelation]:
    """Yield “X led to Y” of a sentence with one such verb."""
    found = [
        at
        for at in range(1, len(forms) - 2)
        if (lemma := _FORMS.get(forms[at], "")) and _follow(forms, at, lemma) and _is_a_verb(tree, at)
    ]
    if len(found) == 1:
        [at] = found
        yield from _relation(tree, VERB, range(at), range(at + 1, len(forms)), range(at, at + 1))


def _purposes(tree: Tree, forms: list[str]) -> Iterator[CausalRelation]:
    """Yield “The purpose of X was to Y” of a sentence that begins so."""
    at = next(
        (each for each in range(len(forms) - 1) if forms[each : each + 2] == ["to", tree.tokens[each + 1].lemma]), 0
    )
    opens = forms[:1] == ["the"] and forms[1:2] and forms[1] in _PURPOSES and forms[2:3] == ["of"]
    if opens and at > _FIRST_OF_X + 1 and forms[at - 1] in ("is", "was") and tree.tokens[at + 1].xpos == "VB":
        yield from _relation(tree, PURPOSE, range(at, len(forms)), range(_FIRST_OF_X, at - 1), range(1, 3))


_PURPOSES = frozenset({"purpose", "aim", "goal", "function", "objective"})
_FIRST_OF_X = 3
"""The place of X in "The purpose of X"."""


def _is_a_verb(tree: Tree, at: int) -> bool:
    """Return whether a form may be the verb of a sentence: what is before it is no "to", "be" or relative pronoun."""
    before = tree.tokens[at - 1]
    if before.upos in ("DET", "ADP", "PART") or before.lemma in ("be", "get") or before.xpos in ("WDT", "WP", "PRP"):
        return False
    others = [token for token in tree.tokens[:at] if token.xpos in FINITE_TAGS and token.upos in ("VERB", "AUX")]
    return tree.tokens[at].upos in ("VERB", "NOUN", "ADJ", "AUX") and not (len(others) > _MOST_BEFORE)


_MOST_BEFORE = 2


def _follow(forms: list[str], at: int, lemma: str) -> bool:
    """Return whether the words that make a cause of a verb follow it."""
    words = list(_VERBS.get(lemma, ()))
    return forms[at + 1 : at + 1 + len(words)] == words
