"""What a question for a figure begins with: "how many", "in which year", "what percentage".

Each rule says what it asks and which words of the phrase stay behind that.
Next: `plain_questions`, which makes questions of them.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizengine.language import Constituent, phrase
from quizengine.language.word_lists import listed
from quizengine_numeric_recall.quantity_context import Context
from quizengine_numeric_recall.stems import EVENT

_MONTHS = listed("january february march april may june july august september october november december")
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?|,|the|of")
_ERAS = listed("bc bce ad ce b.c. a.d.")
_PERCENT_WORDS = listed("% percent per cent percentage points point")
_FEW = 12
_LEADING = listed("in for at on to within over after from by")
"""Prepositions that go before the question word; others stay where they are."""
_RELATES_TO_A_TIME = listed("after within before until since from to over")
_TOLD_ONE_BY_ONE = listed("reason way thing point factor step example kind type sort part question problem stage form")
"""Nouns that are counted so as to be told one by one: what is to be asked is what they are."""
_YEARS_ASKED = {"in": "in which year", "on": "in which year"} | {
    word: f"{word} which year" for word in ("by", "since", "until", "before", "after")
}
_BOUNDS = {"": "", "at least": "at least ", "at most": "up to "}
"""What is said before "how many" so that the limit itself is asked for; "more than" asks for no figure."""


@dataclass(frozen=True)
class Asking:
    """The beginning of a question, the tokens of the phrase that stay behind it, and those that stay in the clause."""

    word: str
    rule: str
    rest: tuple[int, ...] = ()
    stranded: tuple[int, ...] = ()


def asking(context: Context) -> Asking | None:
    """How to ask for a figure in plain words; None where no rule is certain."""
    part = context.part
    if part is None:
        return None
    core = tuple(each for each in phrase(part) if each not in part.marker)
    rest = tuple(each for each in core if each not in context.hedged)
    if not set(core) & set(context.figure) or set(context.forms(rest)) & _ERAS:
        return None
    kind = context.quantity.kind
    if context.quantity.ranged:
        return None
    if kind != "year" and (min(core) != min(context.hedged) or context.quantity.bound not in _BOUNDS):
        return None
    return _RULES.get(kind, _measure)(context, part, core, rest)


def _year(context: Context, part: Constituent, core: Sequence[int], rest: tuple[int, ...]) -> Asking | None:
    """Ask “in which year”, where the phrase is a date and nothing else."""
    is_date = all(word in _MONTHS or _DAY.fullmatch(word) for word in context.forms(rest))
    word = _YEARS_ASKED.get(part.marker_text)
    if any(context.tree.tokens[each].form.lower() == "once" for each in context.clause.tokens):
        return None
    return Asking(word, "which-year") if word and is_date and not _may_date_an_event(context, part) else None


def _may_date_an_event(context: Context, part: Constituent) -> bool:
    """Whether a noun before a date is an event that it may belong to: "defended the invasion of Marland in 2003"."""
    first = part.tokens[0]
    if first < context.clause.head:
        return False
    before = [each for each in range(context.clause.head + 1, first) if context.tree.tokens[each].upos == "NOUN"]
    return any(EVENT.search(context.tree.tokens[each].lemma) for each in before[-2:])


def _percent(context: Context, part: Constituent, core: Sequence[int], rest: tuple[int, ...]) -> Asking | None:
    """Ask “what percentage” of something, and “by what percentage” where something grows."""
    word = "what percentage" if context.quantity.kind == "percent" else "how many percentage points"
    kept = tuple(each for each in rest if context.tree.tokens[each].form.lower() not in _PERCENT_WORDS)
    if any(context.tree.tokens[each].upos == "NUM" for each in kept):
        return None
    if part.role == "subject" and not kept:
        return None
    by = part.marker_text == "by"
    return Asking(f"by {word}" if by else word, "by-how-much" if by else "what-share", kept, () if by else part.marker)


def _money(context: Context, part: Constituent, core: Sequence[int], rest: tuple[int, ...]) -> Asking | None:
    """Ask “how much” of what is paid, cost or given."""
    if part.role == "subject":
        return None
    if part.role == "attribute":  # what something is worth changes, and a reader asks when
        return None
    leads = part.marker_text in ("", "for")
    return Asking(f"{part.marker_text if leads else ''} how much", "how-much", rest, () if leads else part.marker)


def _measure(context: Context, part: Constituent, core: Sequence[int], rest: tuple[int, ...]) -> Asking | None:
    """Ask “how many” with the noun or the unit behind it: “how many metres long”."""
    words = _BOUNDS[context.quantity.bound] + ("about " if context.quantity.approximate else "")
    kept = tuple(each for each in core if each not in context.number and not _hedges(context, each))
    if not kept:
        return Asking("what", "what-figure") if part.role == "attribute" and not part.marker else None
    if not any(context.tree.tokens[each].upos in ("NOUN", "PROPN", "SYM") for each in kept):
        return None
    if _is_singular(context, kept):
        return None
    if part.role == "adjunct" and part.marker_text in _RELATES_TO_A_TIME:
        return None
    if _is_listed_elsewhere(context, kept):
        return None
    leads = part.marker_text in _LEADING or not part.marker
    word = f"{part.marker_text if leads else ''} {words}how many"
    near = kept if part.role in ("subject", "attribute") else _up_to_the_noun(context, part, kept)
    behind = tuple(each for each in kept if each not in near)
    rule = {"existent": "how-many-there", "adjunct": "how-long"}.get(part.role, "")
    if not rule or (rule == "how-long" and context.quantity.kind != "duration"):
        rule = f"how-many-{part.role.replace(' ', '-')}"
    return Asking(word, rule, near, behind if leads else (*part.marker, *behind))


def _up_to_the_noun(context: Context, part: Constituent, kept: Sequence[int]) -> tuple[int, ...]:
    """The tokens up to the noun that is counted and its "of": what else stands behind it may belong to the verb."""
    tree = context.tree
    end = part.head
    for child in tree.dependents(part.head, "nmod"):
        case = tree.dependent(child, "case")
        if case is not None and tree.tokens[case].form.lower() == "of":
            end = max(end, *tree.subtree(child))
    return tuple(each for each in kept if each <= end)


def _is_listed_elsewhere(context: Context, kept: Sequence[int]) -> bool:
    """Whether a small number only announces a list: "three reasons"."""
    nouns = {context.tree.tokens[each].lemma.lower() for each in kept if context.tree.tokens[each].upos == "NOUN"}
    return context.quantity.high <= _FEW and bool(nouns & _TOLD_ONE_BY_ONE)


def _hedges(context: Context, token: int) -> bool:
    return token in context.hedged and token not in context.figure


def _is_singular(context: Context, kept: Sequence[int]) -> bool:
    """Whether what is counted is written in the singular, as in "one day": "how many day" is no English."""
    nouns = [each for each in kept if context.tree.tokens[each].upos in ("NOUN", "PROPN")]
    return bool(nouns) and all(context.tree.tokens[each].xpos in ("NN", "NNP") for each in nouns)


def _share(context: Context, part: Constituent, core: Sequence[int], rest: tuple[int, ...]) -> None:
    """Ask nothing: "two in three" is chosen among others of its kind, in the words of the article."""


_RULES: dict[str, Callable[[Context, Constituent, Sequence[int], tuple[int, ...]], Asking | None]] = {
    "year": _year,
    "percent": _percent,
    "points": _percent,
    "money": _money,
    "share": _share,
}
"""Rules by the kind of quantity; all others are counted or measured."""
