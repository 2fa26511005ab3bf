"""The words that ask for a figure: a plain question wherever one is certain, else a gap in one short clause.

Next: `context_sentences`, what is put before a question so that it stands alone;
`embedded_questions`, those from "receiving $2,000".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from quizengine import Span
from quizengine.language import (
    GAP,
    Quantity,
    Realised,
    leaves_its_event_open,
    question,
    sentence_of,
    statement,
    with_the_event,
    word_set,
)
from quizengine_numeric_recall.bracketed_works import year_beside_a_name
from quizengine_numeric_recall.casualties import casualty_question
from quizengine_numeric_recall.context_sentences import with_context_sentence
from quizengine_numeric_recall.dated_nouns import dated_noun
from quizengine_numeric_recall.dated_participles import dated_participle
from quizengine_numeric_recall.dated_prizes import dated_prize
from quizengine_numeric_recall.dated_whens import dated_when
from quizengine_numeric_recall.distances import distance_question
from quizengine_numeric_recall.embedded_questions import (
    dated_gerund_question,
    participle_question,
    relative_question,
)
from quizengine_numeric_recall.figure_contexts import Context, contexts_of, participles_of
from quizengine_numeric_recall.figure_gaps import gap_tokens, is_fit_for_a_gap, rules_out_options
from quizengine_numeric_recall.listed_objects import listed_contexts, without_the_others
from quizengine_numeric_recall.magnitudes import magnitude_question, without_the_other_end
from quizengine_numeric_recall.named_events import named_event_question
from quizengine_numeric_recall.plain_ages import plain_age
from quizengine_numeric_recall.plain_wording import in_the_active, in_the_past, without_hedges
from quizengine_numeric_recall.plain_years import plain_year
from quizengine_numeric_recall.predicate_years import predicate_year
from quizengine_numeric_recall.question_words import is_bounded, question_words
from quizengine_numeric_recall.sentence_faults import is_clear_enough, shown_alone
from quizengine_numeric_recall.shortening import shorter_and_shorter
from quizengine_numeric_recall.sound_clauses import opens_with_other_phrase, sound_clause
from quizengine_numeric_recall.stem_content import says_as_much, says_enough
from quizengine_numeric_recall.stem_faults import figure_stem_fault
from quizengine_numeric_recall.tolerance import hedge_of
from quizengine_numeric_recall.topic_names import names_somebody, names_the_title
from quizengine_numeric_recall.values import in_its_unit, place_question, value_question
from quizengine_numeric_recall.whole_sentences import whole_sentence
from quizengine_numeric_recall.wording_faults import is_worded_badly
from quizengine_numeric_recall.year_faults import BORNE_BY_A_GAP

LONGEST = 25
"""Words of a stem; a longer one is read twice before it is understood."""
LONGEST_LED = 34
"""The same with a sentence before it."""
LONGEST_GAP = 18
"""Words of a statement with a gap, which is read twice anyway."""
_SHORTEST = 5
_A_WORD_OR_TWO, _FEW = 3, 3
"""A gap for "two" is filled by guessing."""
_ADVICE = 2
_ASKS = {
    "year": "Which year is missing",
    "percent": "Which percentage is missing",
    "share": "Which share is missing",
    "money": "Which amount is missing",
}
_PLAIN = frozenset(
    word_set(
        "which-year how-many-object how-many-subject how-many-there how-much how-long what-share by-how-much how-large "
        "to-how-much to-how-many at-how-much"
    )
)
"""Rules that may leave one "the lamp" open: what they ask for is hardly ever parsed wrong."""
_WHOLE = frozenset({"money", "percent", "points", "share"})
"""Kinds of which an option shows the sign or the unit, too: "$2,000"."""


@dataclass(frozen=True)
class Wording:
    """A way to ask for a figure: the words, the rule they come from, what proves the key, and what an option shows."""

    stem: str
    rule: str
    evidence: Span
    whole: bool
    """True if an option shows the figure with its unit ("$2,000") rather than the number alone."""
    hedge: str = ""
    """The words of the text that bound the figure and that the stem leaves out: "more than"."""
    typed: bool = False
    """True if it is only to be typed: the words rule most wrong options out."""


def wording_of(quantity: Quantity) -> Wording | None:
    """The best way to ask for a figure; None if no clause that holds it is certain and stands alone."""
    told = year_beside_a_name(quantity)
    if told is not None:
        return Wording(*told, sentence_of(quantity.span), whole=False)
    found = next(_valued(quantity), None) or next(_plain(quantity), None)
    if found is None:
        found = next(_embedded(quantity), None)
    gap = None if found else next(_gaps(quantity), None)
    if found or gap is None:
        return found
    plain = _plain(quantity, lenient=True)
    if quantity.kind != "year":
        plain = (each for each in plain if says_as_much(each.stem, gap.stem))
    return next(plain, gap)


def _valued(quantity: Quantity) -> Iterator[Wording]:
    found = value_question(quantity) or place_question(quantity)
    if found is not None:
        yield from _fitting(found[0], found[1], "what-value", quantity.kind in _WHOLE)
    far = distance_question(quantity)
    if far is not None:
        yield from _fitting(far[0], far[1], "how-far", whole=False)


def _plain(quantity: Quantity, *, lenient: bool = False) -> Iterator[Wording]:
    """The clauses as plain questions; `lenient` where a gap would be shown else, which no fault of an event forbids."""
    yield from _plain_of(quantity, contexts_of(quantity), lenient=lenient)
    yield from _plain_of(quantity, listed_contexts(quantity), rule="how-many-listed")


def _plain_of(
    quantity: Quantity, contexts: Iterable[Context], *, lenient: bool = False, rule: str = ""
) -> Iterator[Wording]:
    """The plain questions from some contexts of a figure, by a rule of their own if it is given."""
    for context in contexts:
        asked, told = magnitude_question(context) or question_words(context), sound_clause(context)
        if asked is None or told is None or context.part is None:
            continue
        told = without_the_other_end(context, without_the_others(context, told), asked.rule)
        for said in shorter_and_shorter(context, told):
            fault = figure_stem_fault(context, said)
            if (fault and not (lenient and _is_better_than_a_gap(context, fault))) or opens_with_other_phrase(said):
                continue
            if leaves_its_event_open(context.tree, said.tokens, said.replaced):
                continue  # a gap names it
            text = question(without_hedges(context, said), context.part, asked.word, asked.rest, asked.stranded)
            text = in_the_active(context, in_the_past(context, said, text))
            text = in_its_unit(quantity, text) if text and asked.rule == "what-measure" else text
            hedge = hedge_of(quantity).lower() if is_bounded(quantity) else ""
            plain = asked.rule in _PLAIN and is_clear_enough(context, said)
            alone = _framed(context, said, text) or (text if plain else None)
            found = _fitting(context, alone, rule or asked.rule, quantity.kind in _WHOLE, named=not lenient)
            yield from (replace(one, hedge=hedge) for one in found)


def _is_better_than_a_gap(context: Context, fault: str) -> bool:
    """True if a plain question has no fault but one that the gap has too, and says more than that somebody acted."""
    verb = context.clause.verb
    acts = verb.passive or any(part.role in ("object", "open complement") for part in context.clause.parts)
    return fault in BORNE_BY_A_GAP and acts and not (verb.perfect and verb.tense == "present") and not verb.progressive


def _framed(context: Context, said: Realised, text: str | None) -> str | None:
    dates = context.quantity.kind in ("year", "age") and context.part is not None
    hidden = set(context.part.tokens) if dates and context.part else set(context.hedged)
    shown = [each for each in said.tokens if each not in hidden]
    lean = not says_enough(context, said.tokens, tuple(said.replaced))
    figure = (context.quantity.number.text, context.quantity.span.text)
    return with_context_sentence(context.clause, shown, said.replaced, text, answer=figure, lean=lean)


def _embedded(quantity: Quantity) -> Iterator[Wording]:
    for context in participles_of(quantity):
        asked = participle_question(context) or casualty_question(context)
        if asked is not None:
            hedge = hedge_of(quantity).lower() if is_bounded(quantity) else ""
            wordings = _fitting(context, asked, "participle", quantity.kind in _WHOLE)
            yield from (replace(one, hedge=hedge) for one in wordings)
    for context in participles_of(quantity) if quantity.kind == "year" else ():
        if (gerund := dated_gerund_question(context)) is not None:
            yield from _fitting(context, gerund, "which-year", whole=False)
    dated = dated_participle(quantity) or dated_when(quantity) or predicate_year(quantity)
    prize = dated_prize(quantity)
    for found, rule in ((dated, "which-year"), (dated_noun(quantity), "dated-noun"), (prize, "dated-prize")):
        if found is not None:
            yield from _fitting(*found, rule, whole=False)
    if (event := named_event_question(quantity)) is not None:
        yield Wording(event, "named-event", sentence_of(quantity.span), whole=False)
    relative = relative_question(quantity)
    if relative is not None:
        yield from _fitting(relative[0], relative[1], "how-many-relative", quantity.kind in _WHOLE)


def _gaps(quantity: Quantity) -> Iterator[Wording]:
    """The clause as a statement with a gap, where everything in it is certain."""
    if quantity.kind == "decade" or quantity.ranged:
        return
    if quantity.kind in ("count", "duration") and quantity.high < _FEW:
        return
    for context, said in _clauses(quantity):
        if figure_stem_fault(context, said) or not is_fit_for_a_gap(context, said) or opens_with_other_phrase(said):
            continue
        gapped = _gapped(context, said)
        stem = _framed(context, said, gapped) or ""
        lead = stem.removesuffix(gapped or "").strip()
        lead = lead if lead.endswith(".") else ""  # "According to Gallup," is not a sentence before it
        yield from _with_a_gap(context, lead, stem.removeprefix(lead).strip(), LONGEST_GAP)
    sentences = list(whole_sentence(quantity))
    rule = {"year": "which-year", "age": "what-age"}.get(quantity.kind)
    for context, said in sentences if rule else ():
        plain = plain_year(context, said) or plain_age(context, said)
        shown = shown_alone(context, said, plainly=True) if plain else None
        if rule and shown is not None:
            yield from _fitting(context, f"{shown.lead} {plain}".strip(), rule, whole=False)
    for context, said in sentences:
        if (shown := shown_alone(context, said)) is not None:
            named = said.tokens[0] not in context.figure
            found = _with_a_gap(context, shown.lead, _gapped(context, said, names_its_event=named) or "", shown.longest)
            yield from (replace(one, typed=rules_out_options(context, said)) for one in found)


def sentence_wording(quantity: Quantity) -> Wording | None:
    """Return its sentence with a gap, whatever that leans on: for a teacher to judge, who has the article beside it."""
    shown = ((context, _gapped(context, said, names_its_event=True)) for context, said in whole_sentence(quantity))
    found = (one for context, stem in shown for one in _with_a_gap(context, "", stem or "", LONGEST_LED))
    return next((replace(one, rule="whole sentence", typed=True) for one in found), None)


def _gapped(context: Context, said: Realised, *, names_its_event: bool = False) -> str | None:
    """Return the words with a gap; None if it stays open in which event they happened."""
    shown = {**said.replaced, **gap_tokens(context)}
    told = shown if names_its_event else with_the_event(context.tree, said.tokens, shown)
    return None if told is None else statement(replace(said, replaced=told))


def _with_a_gap(context: Context, lead: str, stem: str, longest: int) -> Iterator[Wording]:
    """A statement with a gap after what it asks for, where it has at most so many words with what leads to it."""
    quantity = context.quantity
    words = len(lead.split()) + len(stem.split()) + _words_of_advice(quantity)
    if GAP in stem and _SHORTEST <= words <= longest:
        close = re.sub(rf"(?<={GAP}) (?=-\w|%|/)", "", stem)
        stem = f"{lead} {_ASKS.get(quantity.kind, 'Which number is missing')}? “{close}”".strip()
        if not is_worded_badly(context, stem):
            yield Wording(stem, "gap", context.tree.sentence.span, quantity.kind in ("money", "share"))


def _words_of_advice(quantity: Quantity) -> int:
    """Words that a question to type an amount adds: "in dollars"."""
    return _ADVICE if quantity.kind == "money" else 0


def _clauses(quantity: Quantity) -> Iterator[tuple[Context, Realised]]:
    """The clauses that hold a figure, each as short as it may be, too."""
    if quantity.kind in ("year", "age", "points"):
        return
    for context in contexts_of(quantity):
        told = sound_clause(context)
        if told is not None and set(context.figure) <= set(told.tokens):
            found = ((context, said) for said in shorter_and_shorter(context, told))
            yield from ((context, said) for context, said in found if _is_in_one_piece(context, said))


def _is_in_one_piece(context: Context, said: Realised) -> bool:
    """True if only asides after a mark and a word or two is left out, and no figure before the subject counts it."""
    last = max(context.figure)
    return not (last in said.opening and last + 1 in said.subject) and all(
        here - before <= _A_WORD_OR_TWO or context.tree.tokens[before + 1].upos == "PUNCT"
        for before, here in pairwise(said.tokens)
    )


def _fitting(context: Context, stem: str | None, rule: str, whole: bool, *, named: bool = True) -> Iterator[Wording]:
    if stem is None or is_worded_badly(context, stem):
        return
    led = re.search(r"\w{3}\. [A-Z]", stem)
    most = LONGEST_LED if led else LONGEST
    words = len(stem.split()) + _words_of_advice(context.quantity)
    article = context.tree.sentence.span.article
    named = not named or names_the_title(article, stem) or names_somebody(stem)
    if _SHORTEST <= words <= most and named:
        yield Wording(stem, rule, context.tree.sentence.span, whole)
