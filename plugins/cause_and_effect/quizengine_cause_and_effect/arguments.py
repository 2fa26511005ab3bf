"""Where the cause and the effect of a signal stand: one function for each reading, each certain or silent."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from quizengine import Span
from quizengine.language.chunks import VerbGroup
from quizengine.language.clauses import complement_end, subject_start
from quizengine_cause_and_effect.doubts import NoSignal, Unsure
from quizengine_cause_and_effect.likelihood import must_be_likely
from quizengine_cause_and_effect.readings import Reading, Signal
from quizengine_cause_and_effect.sentence_view import Stretch, View


@dataclass(frozen=True)
class Arguments:
    """The cause and the effect of one signal, and who says so."""

    cause: Span
    effect: Span
    claimant: Span | None = None


def result_of(view: View, before: Span | None) -> Arguments:
    """The arguments of "As a result, …": the sentence before, as a whole, is the cause; raises Unsure."""
    clause = view.clause_after(view.after + (view.code[view.after : view.after + 1] == ","))
    if view.first > 0:
        raise NoSignal
    cause = whole(before)
    _clause_must_state_a_fact(view, clause)
    effect = view.span(clause) if clause else None
    if effect is None:
        raise Unsure("where the effect begins is not certain")
    return Arguments(cause, effect, None)


def whole(sentence: Span | None) -> Span:
    """A sentence as a cause, without "Moreover," at its start and the mark at its end; raises Unsure."""
    if sentence is None or re.search(r"[\"”?]", sentence.text):
        raise Unsure("no plain sentence stands before it")
    start = without_opening(sentence).start
    return sentence.article.span(start, sentence.start + len(sentence.text.rstrip(".!")))


def without_opening(sentence: Span) -> Span:
    """A sentence without the "Moreover," that ties it to the one before."""
    opening = _OPENING.match(sentence.text)
    return sentence.article.span(sentence.start + (opening.end() if opening else 0), sentence.end)


def _meets(needs: str, word: str) -> bool:
    return not needs or bool(re.fullmatch(needs, word))


def arguments(view: View, signal: Signal) -> Arguments:
    """The arguments of a signal; raises Unsure with the reason when they are not certain."""
    try:
        cause, effect = _READERS[signal.reading](view)
    except Unsure:
        if signal.effect_needs or signal.cause_needs:
            raise NoSignal from None
        raise
    if (cause is None or effect is None) and (signal.effect_needs or signal.cause_needs):
        raise NoSignal
    if cause is None or effect is None:
        raise Unsure("where the cause or the effect begins is not certain")
    spans = view.span(cause), view.span(effect)
    if not (_meets(signal.effect_needs, view.main_word(effect)) and _meets(signal.cause_needs, view.main_word(cause))):
        raise NoSignal
    must_be_likely(view, signal, cause, effect)
    if spans[0] is None or spans[1] is None or spans[0].overlaps(spans[1]):
        raise Unsure("the cause and the effect cannot be told apart")
    return Arguments(spans[0], spans[1], cause.claimant or effect.claimant)


_OPENING = re.compile(
    r"(?:[A-Z][a-z]+ly,|(?:Moreover|However|Meanwhile|But|And|So|Yet|Still|Instead|Then|Also|Furthermore|In addition"
    r"|In fact),?) "
)
Pair = tuple[Stretch | None, Stretch | None]


def _causes(view: View) -> Pair:
    verb = _certain_verb(view)
    if re.compile(r"n(?:p+n)*i").match(view.code, view.after):
        raise NoSignal
    if verb.form == "finite" and not verb.is_passive:
        return view.subject(view.first), _without_means(view, view.complement(view.after))
    if verb.form == "finite":
        return view.complement(_after_by(view)), view.subject(view.first)
    if verb.first.fine.endswith("G"):
        return _before_participle(view), view.complement(view.after)
    return view.complement(_after_by(view)), view.phrase_before(view.first)


def _without_means(view: View, effect: Stretch | None) -> Stretch | None:
    """An object without the "by doing so" after it."""
    for at in range(effect.start, effect.end) if effect else ():
        if view.pieces[at].span.text == "by" and view.code[at + 1 : at + 2] == "g":
            return Stretch(effect.start, at) if effect else None
    return effect


def _makes_do(view: View) -> Pair:
    effect = view.complement(view.after)
    if effect is None or not view.has_a_deed(effect):
        raise NoSignal
    verb = _certain_verb(view)
    if verb.is_passive:
        raise Unsure("who or what makes it happen is not named")
    if verb.form == "finite":
        return view.subject(view.first), effect
    return _before_participle(view), effect


def _comes_from(view: View) -> Pair:
    verb = _certain_verb(view)
    cause = view.action(view.after) or view.complement(view.after)
    if verb.form == "finite":
        return cause, view.subject(view.first)
    return cause, view.phrase_before(view.first)


def _because(view: View) -> Pair:
    cause = view.action(view.after) or view.clause_after(view.after)
    return cause, _other_clause(view, cause)


def _resulting_in(view: View) -> Pair:
    verb = _certain_verb(view)
    effect = view.complement(view.after)
    before = _before_participle(view)
    if verb.form == "finite" or view.code[view.first - 1] != "," or effect is None or before is None:
        raise NoSignal
    if before.start and view.code[before.start - 1] == "j":
        raise Unsure("what the participle belongs to is not certain")
    return before, Stretch(view.first, effect.end)


def _so_then(view: View) -> Pair:
    cause, effect = view.clause_before(view.first), view.clause_after(view.after)
    verb = view.code.find("v", view.after)
    is_gerund = view.code[view.after] == "g" and complement_end(view.pieces, view.after + 1) == verb
    if effect is None or not (is_gerund or subject_start(view.pieces, verb) == view.after):
        raise NoSignal
    for clause in (cause, effect):
        _clause_must_state_a_fact(view, clause)
    return cause, effect


def _owing_to(view: View) -> Pair:
    cause = view.action(view.after) or view.complement(view.after)
    before = view.pieces[view.first - 1] if view.first else None
    if isinstance(before, VerbGroup) and before.head.lemma == "be":
        return cause, _certain_subject(view, view.first - 1)
    return cause, _other_clause(view, cause)


def _in_order_to(view: View) -> Pair:
    end = complement_end(view.pieces, view.after)
    is_finite = view.verb is not None and view.verb.form == "finite"
    if end == view.after or is_finite or view.wants_an_infinitive(view.first):
        raise NoSignal
    if view.code[view.first] == "p" and view.after == view.first + 1:
        raise NoSignal  # a plain "to" that no verb follows
    start = view.after - 1 if view.code[view.after - 1] == "i" else view.first
    cause = Stretch(start, end)
    clause = _other_clause(view, cause)
    if view.code[view.first] == "i" and clause and not _is_plain(view, clause):
        raise NoSignal
    return cause, clause


def _is_plain(view: View, clause: Stretch) -> bool:
    """Whether a clause is a main clause whose one verb an infinitive after it must belong to."""
    inside = view.code[clause.start : clause.end]
    before = view.code[: clause.start].rstrip(",")
    return not re.search(r"v.*[vegi]|[wt]", inside) and not before.endswith(("j", "W", "t", "w"))


def _by_doing(view: View) -> Pair:
    end = complement_end(view.pieces, view.after + 1)
    if view.code[view.after : view.after + 1] != "g" or end == view.after + 1:
        raise NoSignal
    cause = Stretch(view.after, end)
    clause = _other_clause(view, cause)
    if clause and re.search(r"v.*[gi]", view.code[clause.start : clause.end]):
        raise Unsure("the means may belong to another verb")
    return cause, clause


def _laid_to(view: View) -> Pair:
    verb = _certain_verb(view)
    at = view.after
    while view.code[at : at + 1] in tuple("npiRA") and view.pieces[at].span.text not in ("on", "to"):
        at += 1
    if verb.form != "finite" or view.code[at : at + 1] != "p" or verb.is_passive != (at == view.after):
        raise NoSignal
    cause, subject = view.complement(at + 1), view.subject(view.first)
    if subject is None or verb.is_passive:
        return cause, subject
    return cause, Stretch(view.after, at, view.span(subject))


_READERS: Mapping[Reading, Callable[[View], Pair]] = {
    Reading.CAUSES: _causes,
    Reading.MAKES_DO: _makes_do,
    Reading.COMES_FROM: _comes_from,
    Reading.BECAUSE: _because,
    Reading.OWING_TO: _owing_to,
    Reading.IN_ORDER_TO: _in_order_to,
    Reading.BY_DOING: _by_doing,
    Reading.RESULTING_IN: _resulting_in,
    Reading.SO_THEN: _so_then,
    Reading.LAID_TO: _laid_to,
}


def _certain_verb(view: View) -> VerbGroup:
    verb = view.verb
    if verb is None:
        raise NoSignal
    if verb.form == "infinitive":
        raise Unsure("this is an aim, not something that happened")
    _must_state_a_fact(verb)
    return verb


def _certain_subject(view: View, verb: int) -> Stretch | None:
    group = view.pieces[verb]
    if isinstance(group, VerbGroup):
        _must_state_a_fact(group)
    return view.subject(verb)


def _must_state_a_fact(verb: VerbGroup) -> None:
    if verb.is_modal:
        raise Unsure(f"“{verb.span.text}” tells what may be, not what is")
    if verb.is_negated:
        raise Unsure(f"“{verb.span.text}” denies it")


def _after_by(view: View) -> int:
    if view.after < len(view.pieces) and view.pieces[view.after].span.text.lower() == "by":
        return view.after + 1
    raise Unsure("the cause is not named")


def _before_participle(view: View) -> Stretch | None:
    if view.code[: view.first].rstrip("R").endswith(("p", "&", "j", "v")):
        raise Unsure("what the participle belongs to is not certain")
    clause = view.clause_before(view.first)
    _clause_must_state_a_fact(view, clause)
    return clause


def _other_clause(view: View, said: Stretch | None) -> Stretch | None:
    """The clause before the signal, or the one after its argument where the signal begins a clause."""
    if said is None:
        return None
    opens = view.first == 0 or view.code[view.first - 1] in "&:;-" or view.pieces[view.first].span.text[0].isupper()
    clause = None if opens else view.clause_before(view.first)
    if clause and "," in view.code[clause.end : view.first] and view.code[: clause.start].endswith(("W", "w", "j")):
        raise Unsure("which clause it is the cause of is not certain")
    begins = opens or view.code[view.first - 1] == ","
    if clause is None and begins and view.code[said.end : said.end + 1] == ",":
        clause = view.clause_after(said.end + 1)
    _clause_must_state_a_fact(view, clause)
    return clause


def _clause_must_state_a_fact(view: View, clause: Stretch | None) -> None:
    if clause is None:
        return
    if view.code[clause.end - 1] == "v" and view.reports(clause.end - 1):
        raise Unsure("the clause only tells who says so")
    for piece in view.pieces[clause.start : clause.end]:
        if isinstance(piece, VerbGroup) and piece.form == "finite":
            _must_state_a_fact(piece)
            return
