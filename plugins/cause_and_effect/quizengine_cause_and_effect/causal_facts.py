"""Finds causes and effects in an article, and refuses what is not certain."""

import re
from collections.abc import Callable, Iterator

from quizengine import Article, Fact, Refusal, Span
from quizengine.language import FINITE_TAGS, Tree, is_a, name_at, sentences_in, trees
from quizengine_cause_and_effect.attachment_doubts import reaches_too_far
from quizengine_cause_and_effect.open_questions.cue_words import PARTIAL
from quizengine_cause_and_effect.open_questions.open_cues import is_open, open_relations
from quizengine_cause_and_effect.ordering import orderable_events
from quizengine_cause_and_effect.relation_readings import relation_readings
from quizengine_cause_and_effect.relations import CausalRelation, ThingsDeed
from quizengine_cause_and_effect.signals import DEMANDS, DOERS, HEDGES_OF_CAUSE, PREPOSITIONS
from quizengine_cause_and_effect.thing_questions import things_deeds
from quizengine_cause_and_effect.token_spans import Reading, top

_DOER = re.compile(r"(?i)\w+(?:ist|ian|man|men|woman|women)\Z")
_LONGEST = 250
"""A longer sentence states no relation that fits into a question; skipping it bounds the work."""
_DATELINE = re.compile(r".*\b\d{1,2}:\d\d ?(?:(?:[AaPp][Mm]|hrs|[A-Z]{3})\b)?[ :,]*(?=[A-Z])", re.DOTALL)
"""The date and time of a report, and the headline before it: "Strike goes on 26 October 2010 06:13 PM"."""

_PLACE = re.compile(r"[A-Z]{4,}(?: [A-Z]{4,})?(?:, [A-Z][A-Za-z]+ \d+)?: +(?=[A-Z])")
"""The place at the start of a report: "CHENNAI: "."""


def find(article: Article) -> Iterator[Fact | Refusal]:
    """The causal relations of the body in order, a Refusal for each signal that is not certain, then dated events.

    The relations of a sentence come with what a thing did in it that is not a relation.
    """
    for tree in trees(article):
        yield from _in_sentence(tree)
    yield from orderable_events(article)


def _in_sentence(tree: Tree) -> Iterator[CausalRelation | ThingsDeed | Refusal]:
    if is_a_headline(tree.sentence.span) or len(tree.tokens) > _LONGEST:
        return
    found: list[CausalRelation] = []
    for reading in relation_readings(tree):
        reason = next(filter(None, (doubt(reading) for doubt in _DOUBTS)), "")
        if reason and not is_open(reading, _OTHER_DOUBTS):
            yield Refusal(tree.span(reading.effect), reading.rule, reason)
            continue
        relation = _relation(reading, open_only=bool(reason))
        if relation and not any(_same(relation, other) for other in found):
            found.append(relation)
            yield relation
    for relation in open_relations(tree):
        known = any(_same(relation, other) or relation.signal.overlaps(other.signal) for other in found)
        if relation.rule == PARTIAL or not known:
            found.append(relation)
            yield relation
    told = {relation.place for relation in found if not relation.open_only}
    yield from (deed for deed in things_deeds(tree) if deed.place not in told)


def _relation(reading: Reading, *, open_only: bool) -> CausalRelation | None:
    tree = reading.clause.tree
    cause, effect = (_without_dateline(tree.span(tokens)) for tokens in (reading.cause, reading.effect))
    stretches = ((cause, reading.cause), (effect, reading.effect))
    if cause.overlaps(effect) or any(_is_a_remnant(span, tree.span(part)) for span, part in stretches):
        return None
    said = reading.clause.said[:1]
    return CausalRelation(
        kind=_KINDS.get(reading.rule, "causal"),
        cause=cause,
        effect=effect,
        signal=tree.span(reading.signal),
        rule=reading.rule,
        claimant=said[0].source.span if said and said[0].source else None,
        intended=reading.rule in _KINDS,
        place=tree.tokens[reading.clause.head].span,
        open_only=open_only,
    )


_KINDS = {"by doing": "means", "meant to": "purpose", "aim of a plan": "purpose"}
"""The kinds of the facts that tell how something was done, or what it is for, rather than why, by rule."""


def _is_a_remnant(span: Span, whole: Span) -> bool:
    """Return whether all but a word or two of a stretch was the headline and the date of a report."""
    return span != whole and len(span.text.split()) < _FEWEST_WORDS


_FEWEST_WORDS = 3


def _is_cut_off(reading: Reading) -> str:
    """The reason why a relation is cut off: its effect is only asked, or its cause goes on in another clause."""
    tree = reading.clause.tree
    if tree.tokens[reading.effect[0]].form.lower() == "why":
        return "it is only asked why"
    return "the cause is cut off" if tree.tokens[reading.cause[-1]].upos == "SCONJ" else ""


def _is_not_stated(reading: Reading) -> str:
    verb = reading.clause.verb
    if verb.modal in ("may", "might", "could", "would", "should", "must", "can"):
        return "it tells what may be, not what is"
    if verb.negated:
        return "it is denied"
    if "?" in reading.clause.tree.sentence.span.text[-3:]:
        return "the sentence asks, it does not state"
    forms = {token.form.lower() for token in reading.clause.tree.tokens[: max(*reading.cause, *reading.effect)]}
    return "the sentence tells of a condition" if forms & {"if", "unless"} else ""


def _may_only_come_first(reading: Reading) -> str:
    opens = reading.rule == "following" and min(reading.cause) < min(reading.effect)
    return "it may only tell what came first" if opens else ""


def _is_hedged(reading: Reading) -> str:
    first = min(reading.signal)
    before = reading.clause.tree.tokens[first - 1].form.lower() if first else ""
    return f"“{before}” limits or denies the cause" if before in HEDGES_OF_CAUSE else ""


def _is_cut_from_a_list(reading: Reading) -> str:
    """True if a deed begins with the last name of a list: "Ada, Paul and Lena marched against the closure"."""
    tree = reading.clause.tree
    first = min(reading.effect)
    before = tree.tokens[first - 1] if first else None
    if before is None or before.upos != "CCONJ":
        return ""
    told = any(token.xpos in FINITE_TAGS for token in tree.tokens[:first])
    return "" if told else "who did it is cut from a list"


_OWN = (
    "because",
    "so",
    "so that",
    "by doing",
    "demanding",
    "to protest",
    "to do",
    "in order to",
    "meant to",
    "aim of a plan",
    "hurt when",
    "killing",
    "hurt in",
    "protest against",
)


def _effect_is_not_whole(reading: Reading) -> str:
    """Return why an effect is not whole: a deed for an aim or because of something must be told with its doer."""
    if reading.rule not in _OWN and reading.rule not in (*PREPOSITIONS, *DEMANDS) and reading.rule != "arrested for":
        return ""
    clause = reading.clause
    if reading.rule == "killing":
        return ""
    if reading.rule in ("protest against", *DEMANDS) and not clause.is_fact:
        return "it is not stated as a fact"
    whole = clause.verb.finite and clause.subject and set(clause.subject.tokens) & set(reading.effect)
    if reading.rule == "so":
        return ""
    return "" if whole else "who or what it is about is told elsewhere"


_ONLY_CAUSAL = frozenset({"cause", "exacerbate", "worsen", "aggravate", "provoke", "spark"})
"""Verbs that tell of a cause even as a participle: "shortages worsened by sanctions"."""


def _tells_who_did_it(reading: Reading) -> str:
    if reading.rule in _OWN or reading.rule in DEMANDS or reading.rule == "arrested for":
        return ""
    tree = reading.clause.tree
    token = tree.tokens[top(tree, reading.cause)]
    if token.form.lower() in ("this", "that", "which"):
        return "the cause is named elsewhere"
    if token.upos == "NUM" or token.lemma.lower() in ("am", "pm", "hour", "minute") or token.form.isupper():
        return "it tells when, not what led to it"
    loose = not reading.clause.verb.finite and reading.clause.relation == "acl"
    certain = tree.tokens[reading.clause.head].sure and token.sure
    if loose and (len(reading.cause) == 1 or not (certain or reading.rule in _ONLY_CAUSAL)):
        return "what the participle belongs to is not certain"
    if is_a(token.relation, "nsubj", "obl", "nmod", "obj") or token.upos in ("NOUN", "PROPN", "PRON"):
        somebody = name_at(token.span)
        known = somebody is not None and (somebody.kind != "other" or " " not in somebody.full)
        named = token.upos in ("NUM", "PROPN") and (known or somebody is None)
        if token.lemma.lower() in DOERS or _DOER.match(token.form) or named or token.upos == "PRON":
            return "it tells who did it, not what led to it"
    return ""


def _effect_is_no_event(reading: Reading) -> str:
    if reading.rule in _OWN or reading.rule in (*PREPOSITIONS, *DEMANDS) or reading.rule == "arrested for":
        tokens = [reading.clause.tree.tokens[each] for each in reading.effect]
        told = any(token.upos in ("VERB", "AUX") for token in tokens) or reading.clause.verb.copular
        return "" if told else "what came of it is not told by a clause"
    token = reading.clause.tree.tokens[top(reading.clause.tree, reading.effect)]
    literal = token.lemma.lower() in ("blast", "explosion", "bomb", "device", "alarm", "mine", "injury")
    thing = token.upos in ("PROPN", "NUM") and not reading.rule.endswith("to do")
    return "the effect is not something that happens" if literal or thing else ""


_DOUBTS: tuple[Callable[[Reading], str], ...] = (
    _is_not_stated,
    _is_cut_off,
    _may_only_come_first,
    _is_hedged,
    _is_cut_from_a_list,
    _effect_is_not_whole,
    _tells_who_did_it,
    _effect_is_no_event,
    reaches_too_far,
)

_OTHER_DOUBTS = tuple(doubt for doubt in _DOUBTS if doubt is not _is_not_stated)


def _same(one: CausalRelation, other: CausalRelation) -> bool:
    return one.cause.overlaps(other.cause) and one.effect.overlaps(other.effect)


def _without_dateline(span: Span) -> Span:
    """A span without the date and time of a report at its start."""
    for opening in (_DATELINE, _PLACE):
        found = opening.match(span.text)
        if found and found.end() < len(span.text):
            span = span.article.span(span.start + found.end(), span.end)
    return span


_CAPITALS = 0.8
"""The share of longer words with a capital letter from which a sentence is a headline."""
_LONG, _ENOUGH = 4, 4
"""Letters of a longer word; so many of them are needed to tell."""
_PARAGRAPHS = 4
"""The fewest paragraphs of an article that can be expected to have a headline."""
SURELY, PERHAPS = 8, 14
"""Words up to which a first line that stands alone is, or may be, a headline with a full stop."""


def is_a_headline(sentence: Span, words: int = SURELY) -> bool:
    """True if a sentence is a headline, or is the first line of an article, alone and of at most `words` words."""
    long = [word for word in re.findall(r"[^\W\d_]+", sentence.text) if len(word) >= _LONG]
    capitals = sum(word[0].isupper() for word in long)
    if len(long) >= _ENOUGH and capitals >= _CAPITALS * len(long):
        return True
    article = sentence.article
    is_first = sentence == sentences_in(article)[0] and sentence == sentence.paragraph
    return is_first and len(article.paragraphs) >= _PARAGRAPHS and len(sentence.text.split()) <= words
