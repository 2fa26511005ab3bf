"""Questions for a figure after a noun of size or a verb of change: “how large a loan”, “to how many metres”.

Next: `question_words`, for figures that are themselves what is counted, paid or measured.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from quizengine.language import Constituent, Realised, phrase_tokens, word_set
from quizengine_numeric_recall.figure_contexts import Context
from quizengine_numeric_recall.question_words import Asking, is_bounded

_SIZES = word_set(
    """
    investment loss profit fine rise increase fall drop decrease cut reduction loan grant donation bonus deficit debt
    surplus stake subsidy reward payment contribution discount fee pension pledge salary budget majority share tax
    ransom dowry gift reserve fund tariff credit premium raise tip lead margin advantage bequest workforce
    army fleet crew penalty overspend
    """
)
"""Nouns of which “how large a …” asks for the figure after "of"."""
_LEVELS = word_set("speed cost price rate height depth temperature altitude distance pressure")
"""Nouns of which “at what …” asks for it."""
_REACHED = word_set("area depth height length width altitude elevation")
_REACHING = word_set("cover occupy reach attain span")
"""Verbs of which “what area does it cover” asks for the measure."""
_CHANGES = word_set(
    """
    rise fall grow drop increase decrease decline climb jump surge plunge shrink swell double cut reduce raise limit
    lower expand extend narrow widen slip soar dip dwindle restrict slash
    """
)
"""Verbs whose "to" leads to where a change ends, and whose "by" leads to how much it is."""
_VALUED = word_set("put estimate value price sell cap fix set assess")
_TOTALS = word_set("population number total membership workforce circulation enrollment enrolment attendance count")
_YEAR = re.compile(r"1\d{3}|20\d{2}")
_TIMES = word_set("in on since during over between from this last at")
_KINDS = frozenset({"money", "percent", "points", "share", "count", "length", "mass", "area", "volume", "speed"})
_OTHER_ENDS = {"to-how-much": ("", "by"), "to-how-many": ("", "by"), "by-how-much": ("to", "from")}
"""The prepositions of the other figure of a change, by the rule that asks for one."""
_SHARES = {
    "percent": "what percentage",
    "points": "how many percentage points",
    "share": "what fraction",
    "money": "how much",
}


def magnitude_question(context: Context) -> Asking | None:
    """Return how to ask for a size, a level or a change in plain words; None if no rule is certain."""
    part, quantity = context.part, context.quantity
    if part is None or quantity.ranged or quantity.kind not in _KINDS or not set(context.figure) <= set(part.tokens):
        return None
    core = tuple(each for each in phrase_tokens(part) if each not in part.marker or each in context.hedged)
    if not core:
        return None
    return (
        _size(context, part, core)
        or _end_of_a_change(context, part, core)
        or _amount_of_a_change(context, part, core)
        or _estimate(context, part, core)
        or _set_aside(context, part, core)
        or _share_of_those_named_first(context, part, core)
    )


def _about(context: Context) -> str:
    return "about " if context.quantity.approximate and not is_bounded(context.quantity) else ""


def _behind(context: Context, core: Sequence[int]) -> tuple[int, ...] | None:
    """Return what is after the figure and stays in its place; None if it may belong to the figure or is a clause."""
    rest = tuple(each for each in core if each > max(context.hedged))
    tokens = context.tree.tokens
    clause = any(
        tokens[each].upos in ("VERB", "AUX", "SCONJ", "NUM", "PUNCT") and not _YEAR.fullmatch(tokens[each].form)
        for each in rest
    )
    return None if rest and (clause or tokens[rest[0]].upos != "ADP" or tokens[rest[0]].form == "of") else rest


def _size(context: Context, part: Constituent, core: Sequence[int]) -> Asking | None:
    """Ask “how large a loan” for "a loan of £35m", “at what speed” for "at a speed of 30 knots"."""
    before_a_noun = _size_before_its_noun(context, part, core)
    if before_a_noun is not None:
        return before_a_noun
    tokens, head = context.tree.tokens, part.head
    counted = tokens[context.top].head if context.quantity.kind == "count" else -1
    rest = _behind(context, tuple(each for each in core if each != counted or each != max(context.hedged) + 1))
    before = [each for each in core if each < min(context.hedged)]
    forms = context.forms(tuple(before))
    if rest is None or len(before) < 3 or forms[0] not in ("a", "an") or forms[-1] != "of" or before[-2] != head:
        return None
    if any(tokens[each].upos != "NOUN" for each in before[1:-1]):
        return None
    noun, words = tokens[head].lemma.lower(), " ".join(forms[1:-1])
    if part.role == "object" and noun in _SIZES:
        return Asking(f"{_about(context)}how large {forms[0]} {words}", "how-large", (), rest)
    if part.role == "object" and noun in _REACHED and context.clause.verb.lemma in _REACHING:
        return Asking(f"what {'approximate ' if _about(context) else ''}{words}", "what-measure", (), rest)
    if part.marker_text == "at" and noun in _LEVELS:
        kind = f"approximate {words}" if _about(context) else words
        return Asking(f"at what {kind}", "what-level", (), rest)
    return None


def _size_before_its_noun(context: Context, part: Constituent, core: Sequence[int]) -> Asking | None:
    """Ask “how large a stake” for "a 29 per cent stake"."""
    tokens, head = context.tree.tokens, part.head
    between = [each for each in core if max(context.figure) < each <= head]
    plain = bool(between) and all(tokens[each].upos in ("NOUN", "ADJ") for each in between)
    opens = tokens[core[0]].form.lower() in ("a", "an") and core[1:2] == (min(context.hedged),)
    if part.role != "object" or not plain or not opens or tokens[head].lemma.lower() not in _SIZES:
        return None
    words = " ".join(tokens[each].form for each in between)
    behind = tuple(each for each in core if each > head)
    article = "an" if words[0] in "aeiou" else "a"
    return Asking(f"{_about(context)}how large {article} {words}", "how-large", (), behind)


def _end_of_a_change(context: Context, part: Constituent, core: Sequence[int]) -> Asking | None:
    """Ask “to how many litres” where somebody is limited to them, and “to what percentage” where something falls."""
    clause, quantity, tokens = context.clause, context.quantity, context.tree.tokens
    if part.marker_text != "to" or clause.verb.lemma not in _CHANGES or core[0] != min(context.hedged):
        return None
    if quantity.kind in _SHARES:
        rest = _behind(context, core)
        word = f"to {_about(context)}{_SHARES[quantity.kind]}"
        return None if rest is None else Asking(word, "to-how-much", (), rest)
    kept = [each for each in core if each not in context.number and each not in context.hedged]
    kept += [each for each in context.figure if each not in context.number]
    changed = [each.head for each in (clause.subject, clause.object) if each is not None]
    total = any(tokens[each].lemma.lower() in _TOTALS for each in changed)
    if not kept and not total:
        return None
    if kept and (
        tokens[min(kept)].upos not in ("NOUN", "ADJ") or not any(tokens[each].upos == "NOUN" for each in kept)
    ):
        return None
    return Asking(f"to {_about(context)}how many", "to-how-many", tuple(sorted(kept)))


def _amount_of_a_change(context: Context, part: Constituent, core: Sequence[int]) -> Asking | None:
    """Ask “by what percentage” where something "rose 12 percent", or "by 12 percent in May"."""
    kind, rest = context.quantity.kind, tuple(each for each in core if each > max(context.hedged))
    tells = part.marker_text == "by" or (part.role in ("object", "adjunct") and not part.marker)
    if kind not in ("percent", "points", "share") or not tells or context.clause.verb.lemma not in _CHANGES:
        return None
    timed = not rest or context.tree.tokens[rest[0]].form.lower() in _TIMES
    if core[0] != min(context.hedged) or not timed or _behind(context, core) is None:
        return None
    return Asking(f"by {_about(context)}{_SHARES[kind]}", "by-how-much", (), rest)


def _estimate(context: Context, part: Constituent, core: Sequence[int]) -> Asking | None:
    """Ask “at how much” somebody puts a cost or a loss."""
    rest = _behind(context, core)
    valued = part.marker_text == "at" and context.clause.verb.lemma in _VALUED and core[0] == min(context.hedged)
    if context.quantity.kind != "money" or not valued or rest is None:
        return None
    return Asking(f"at {_about(context)}how much", "at-how-much", (), rest)


def _set_aside(context: Context, part: Constituent, core: Sequence[int]) -> Asking | None:
    """Ask “how much” somebody "has set aside", whose "aside" the parser takes for a word of the amount."""
    rest = _behind(context, core)
    aside = context.tree.tokens[core[0]].form.lower() == "aside" and core[1:2] == (min(context.hedged),)
    if context.quantity.kind != "money" or part.role != "object" or not aside or rest is None:
        return None
    return Asking(f"{_about(context)}how much", "how-much", (), (core[0], *rest))


def _share_of_those_named_first(context: Context, part: Constituent, core: Sequence[int]) -> Asking | None:
    """Ask “Of the drivers of Oslo, what percentage …?” where those whom a share is of open the sentence."""
    if context.quantity.kind != "percent" or part.role != "subject" or set(core) - set(context.hedged):
        return None
    verb = context.tree.tokens[context.clause.verb.first]
    if verb.xpos != "VBD" or verb.lemma.lower() in ("be", "have"):
        return None  # "what percentage are women" agrees with neither
    if is_bounded(context.quantity) or not opens_with_a_whole(context):
        return None
    return Asking(f"{_about(context)}what percentage", "what-share")


def without_the_other_end(context: Context, said: Realised, rule: str) -> Realised:
    """Return what is said of a change without its other figure: "rose to $4bn" of "rose 12 percent to $4bn"."""
    if rule not in _OTHER_ENDS:
        return said
    own = context.part.tokens if context.part else ()
    others = {
        each
        for part in context.clause.parts
        if part.marker_text in _OTHER_ENDS[rule] and part.tokens != own and part.role in ("object", "adjunct")
        if any(one.kind not in ("year", "duration") for one in context.figures_shown(part.tokens))
        for each in part.tokens
    }
    return replace(said, said=tuple(each for each in said.said if each not in others))


def opens_with_a_whole(context: Context) -> bool:
    """Return whether a phrase before the subject says of what a percentage is: "Of the 40 boats, 10 percent …"."""
    first = min(context.hedged)
    return any(part.marker_text in ("of", "among") and part.tokens[-1] < first for part in context.clause.adjuncts())
