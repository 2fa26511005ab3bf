"""The beginning of a question for a figure: "how many", "in which year", "what percentage".

Each rule says what it asks and which words of the phrase stay after it. Next: `figure_stems`, which makes questions of
them.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizengine.language import Constituent, Quantity, Tree, phrase_tokens, stance_of, word_set
from quizengine_numeric_recall.event_dates import may_date_an_event
from quizengine_numeric_recall.figure_contexts import Context
from quizengine_numeric_recall.unit_symbols import symbol_tokens

MONTHS = word_set("january february march april may june july august september october november december")
YEAR = re.compile(r"1\d{3}|20\d{2}")
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?|,|the|of|spring|summer|autumn|fall|winter|early|late")
ERAS = word_set("bc bce ad ce b.c. a.d.")
_LARGE = word_set("thousand million billion trillion")
_PERCENT_WORDS = word_set("% percent per cent percentage points point")
_WITH_A_PARTICLE = word_set("take bring put try add sign carry pass pile")
_TAKE_A_THING = word_set("ask find identify discover question reveal propose promise reject recommend")
"""Verbs of saying and finding of which what is counted may be the object."""
_OF_PARTS = word_set("compose consist comprise")
"""Verbs whose "of" tells the parts of something: "is composed of 12 plays"."""
_LEADING = word_set("in into for at on to within over after from by")
"""Prepositions that go before the question word; others stay where they are."""
_RELATES_TO_A_TIME = word_set("after within before until since from to over")
_YEARS_ASKED = {"in": "in which year", "on": "in which year"} | {
    word: f"{word} which year" for word in ("since", "until")
}
_BOUNDS = {"": "", "at least": "at least ", "at most": "up to "}
"""Words before "how many" that ask for the limit itself; `bounds` has the others."""


@dataclass(frozen=True)
class Asking:
    """The beginning of a question, the tokens of the phrase that stay after it, and those that stay in the clause."""

    word: str
    rule: str
    rest: tuple[int, ...] = ()
    stranded: tuple[int, ...] = ()


def is_bounded(quantity: Quantity) -> bool:
    """True if the text gives a bound that the question words leave out: "more than", "nearly"."""
    return quantity.bound not in _BOUNDS


def _bound(context: Context) -> str:
    return _BOUNDS.get(context.quantity.bound, "")


def question_words(context: Context) -> Asking | None:
    """Return how to ask for a figure in plain words; None if no rule is certain."""
    part, quantity = context.part, context.quantity
    if part is None:
        return None
    core = tuple(each for each in phrase_tokens(part) if each not in part.marker or each in context.hedged)
    core = _without_brackets(context, core)
    core = _without_the_next(context, core)
    rest = tuple(each for each in core if each not in context.hedged)
    if not core or not set(context.figure) <= set(part.tokens) or set(context.forms(rest)) & ERAS:
        return None
    first = min(core) == min(context.hedged)
    own = part in context.clause.parts
    if own and part.role == "object" and stance_of(context.clause.verb.lemma) and not _takes_a_thing(context, part):
        return None  # what is said is a clause that the parser took for an object
    if part.role == "subject" and quantity.bound == "below" and not quantity.approximate:
        return None  # "fewer than 40 boats came" counts nothing
    if quantity.kind == "year":
        return None if quantity.ranged else _year(context, part, rest)
    if quantity.kind == "age":
        return _age(context, part, rest)
    if not first or (quantity.ranged and quantity.kind in ("percent", "money")):
        return None
    return _RULES.get(quantity.kind, _measure)(context, part, core, rest)


def _takes_a_thing(context: Context, part: Constituent) -> bool:
    """Return whether so many of something are asked or found, and no verb follows them: "asked 12 operators"."""
    tokens, behind = context.tree.tokens, part.tokens[-1] + 1
    verb = any(tokens[each].upos in ("VERB", "AUX") for each in (*part.tokens, min(behind, len(tokens) - 1)))
    return context.quantity.kind == "count" and context.clause.verb.lemma in _TAKE_A_THING and not verb


def _without_brackets(context: Context, core: tuple[int, ...]) -> tuple[int, ...]:
    """The phrase up to a bracket after the figure: "$3 billion (and a loan)"."""
    tokens = context.tree.tokens
    bracket = min((each for each in core if tokens[each].form == "(" and each > max(context.figure)), default=None)
    whole = bracket is not None and tokens[core[-1]].form == ")"
    return tuple(each for each in core if bracket is None or each < bracket) if whole else core


def _without_the_next(context: Context, core: tuple[int, ...]) -> tuple[int, ...]:
    """The phrase without a "just" before it, and up to a further figure, as in "and 68 percent"."""
    tree = context.tree
    for at, each in enumerate(core):
        others = (one for one in core[at:] if tree.tokens[one].upos == "NUM" and one not in context.figure)
        following = next(others, None)
        further = following is not None and not _is_a_date(tree, following)
        joins = tree.tokens[each].upos in ("CCONJ", "ADP") or tree.tokens[each].form == ","
        nearest = tree.tokens[core[at - 1]].upos != "NUM" if at else False
        if each > max(context.figure) and further and joins and nearest and not _is_of(context, core, at):
            core = core[:at]
            break
    while core and core[0] not in context.hedged and tree.tokens[core[0]].form.lower() in ("just", "only", "a", "mere"):
        core = core[1:]
    return tree.trimmed(core) if core else ()


def _is_a_date(tree: Tree, index: int) -> bool:
    """Return whether a number is the year for which the figure holds: "at the census of 2011", "in 1951"."""
    before = tree.tokens[index - 1].form.lower() if index else ""
    return YEAR.fullmatch(tree.tokens[index].form) is not None and before in ("in", "of", "by", "since", "until")


def _is_of(context: Context, core: tuple[int, ...], at: int) -> bool:
    """Return whether the "of" right after a figure begins here: "56 percent of the vote"."""
    return context.tree.tokens[core[at]].form.lower() == "of" and core[at] == max(context.figure) + 1


def _year(context: Context, part: Constituent, rest: tuple[int, ...]) -> Asking | None:
    """Ask “in which year”, where the phrase is a date and nothing else."""
    tree = context.tree
    clauses = [each for inner in rest for each in tree.dependents(inner, "advcl", "acl")]
    clauses += [each for inner in context.figure for each in tree.dependents(inner, "advcl", "acl")]
    told_besides = {inner for each in clauses for inner in tree.subtree(each)}
    rest = tuple(each for each in rest if each not in told_besides)
    is_date = all(word in MONTHS or _DAY.fullmatch(word) for word in context.forms(rest))
    word = _YEARS_ASKED.get(part.marker_text)
    if word is None or not is_date or part.role != "adjunct" or may_date_an_event(context, part.tokens[0]):
        return None
    before = context.tree.tokens[part.tokens[0] - 1].form.lower() if part.tokens[0] else ""
    if before in ("back", "as", "only", "even", "early", "late") or (rest and word != "in which year"):
        return None
    return Asking(word, "which-year")


def _age(context: Context, part: Constituent, rest: tuple[int, ...]) -> Asking | None:
    """Ask “at what age”, where a phrase is an age and nothing else."""
    plain = all(word in ("age", "the", "of", "years", "old", "year") for word in context.forms(rest))
    aged = context.forms(rest) == ["aged"]
    if part.role != "adjunct" or not (aged or (part.marker_text == "at" and plain)) or context.quantity.bound:
        return None
    return Asking("at what age", "what-age")


def _percent(context: Context, part: Constituent, core: Sequence[int], rest: tuple[int, ...]) -> Asking | None:
    """Ask “what percentage” of something, and “by what percentage” where something grows."""
    word = "what percentage" if context.quantity.kind == "percent" else "how many percentage points"
    kept = tuple(each for each in rest if context.tree.tokens[each].form.lower() not in _PERCENT_WORDS)
    if any(context.tree.tokens[each].upos == "NUM" and not _is_large(context.tree, each) for each in kept):
        return None  # what so many in 40 are is worked out
    of = bool(kept) and context.tree.tokens[kept[0]].form.lower() == "of"
    by = part.marker_text == "by"
    if not of and (kept or not by):
        return None
    about = "about " if context.quantity.approximate and not is_bounded(context.quantity) else ""
    bound = _bound(context)
    if by:
        return Asking(f"by {bound}{about}{word}", "by-how-much", kept)
    return Asking(f"{bound}{about}{word}", "what-share", kept, _without_hedges(context, part.marker))


def _is_large(tree: Tree, index: int) -> bool:
    """Return whether a number is of thousands or more, of somebody or somewhere named: "Oslo's 3.5 million people"."""
    while index and tree.tokens[index - 1].upos == "NUM":
        index -= 1
    forms = [token.form.lower() for token in tree.tokens[index : index + 2]]
    owned = index > 1 and tree.tokens[index - 1].xpos == "POS" and tree.tokens[index - 2].upos == "PROPN"
    return owned and (bool(_LARGE & set(forms)) or "," in forms[0])


def _money(context: Context, part: Constituent, core: Sequence[int], rest: tuple[int, ...]) -> Asking | None:
    """Ask “how much” of what is paid, cost or given."""
    if part.role in ("subject", "attribute"):  # what something is worth changes, and a reader asks when
        return None
    if rest and context.tree.tokens[rest[0]].upos == "NOUN" and rest[-1] == part.head and not part.marker:
        return Asking("how much", "how-much", rest) if not context.quantity.approximate else None
    if rest and context.forms(rest)[0] not in ("of", "in", "to", "for", "each", "a", "an", "per", "from"):
        return None
    if part.marker_text not in ("", "for", "by"):
        return None
    leads = True
    about = "about " if context.quantity.approximate and not is_bounded(context.quantity) else ""
    word = f"{part.marker_text if leads else ''} {_BOUNDS.get(context.quantity.bound, '')}{about}how much"
    near = rest if rest and context.forms(rest)[0] == "of" else ()
    behind = tuple(each for each in rest if each not in near)
    return Asking(word, "how-much", near, behind if leads else (*_without_hedges(context, part.marker), *behind))


def _without_hedges(context: Context, tokens: Sequence[int]) -> tuple[int, ...]:
    return tuple(each for each in tokens if each not in context.hedged)


def _measure(context: Context, part: Constituent, core: Sequence[int], rest: tuple[int, ...]) -> Asking | None:
    """Ask “how many” with the noun or the unit after it: “how many metres long”."""
    about = "about " if context.quantity.approximate and not is_bounded(context.quantity) else ""
    kept = tuple(each for each in core if each not in context.number and not _hedges(context, each))
    kept = _without_what_is_added(context, kept)
    tokens = context.tree.tokens
    if not any(tokens[each].upos in ("NOUN", "PROPN", "SYM") for each in kept) or part.role == "attribute":
        return None
    singular = _is_singular(context, kept) and not symbol_tokens(context)
    if tokens[kept[0]].upos in ("ADP", "PUNCT", "CCONJ", "ADV") or singular:
        return None
    marker = "" if set(part.marker) & set(context.hedged) else part.marker_text
    particle = marker == "on" and part.tokens[0] == context.clause.head + 1
    if particle and context.clause.verb.lemma in _WITH_A_PARTICLE:
        return None  # "had taken on 40 trainees"
    if part.role == "adjunct" and (marker in _RELATES_TO_A_TIME or (marker == "at" and symbol_tokens(context))):
        return None
    whole = marker == "of" and context.clause.verb.lemma in _OF_PARTS
    if part.role == "adjunct" and marker and marker not in _LEADING and not whole:
        return None
    if marker == "in" and context.quantity.kind == "duration" and context.clause.verb.perfect:
        return None  # "in 20 years she has sold nine": what is worth asking is what was done
    leads = marker in _LEADING or not marker or whole
    word = f"{marker if leads else ''} {_BOUNDS.get(context.quantity.bound, '')}{about}how many"
    near = kept if part.role == "subject" else _up_to_the_noun(context, kept)
    if not near:
        return None
    behind = tuple(each for each in kept if each not in near)
    rule = {"existent": "how-many-there", "adjunct": "how-long"}.get(part.role, "")
    if not rule or (rule == "how-long" and context.quantity.kind != "duration"):
        rule = f"how-many-{part.role.replace(' ', '-')}"
    return Asking(word.strip(), rule, near, behind if leads else (*_without_hedges(context, part.marker), *behind))


def _without_what_is_added(context: Context, kept: tuple[int, ...]) -> tuple[int, ...]:
    """The tokens up to an "as well as", behind which stand other things, which are not counted."""
    forms = context.forms(kept)
    ends = (at for at in range(1, len(forms) - 2) if forms[at : at + 3] == ["as", "well", "as"])
    return kept[: next(ends, len(kept))]


def _up_to_the_noun(context: Context, kept: Sequence[int]) -> tuple[int, ...]:
    """The tokens up to the noun that is counted and its "of": what else is after it may belong to the verb."""
    tree = context.tree
    top = context.top
    noun = max(top, tree.tokens[top].head)
    end = max((noun, *context.figure))
    behind = end + 1
    if behind < len(tree.tokens) and tree.tokens[behind].form.lower() == "of":
        inside = tree.subtree(tree.tokens[behind].head) if tree.tokens[behind].head > behind else ()
        end = max((end, *(each for each in inside if each in kept)))
        if end < behind:
            return ()  # what the figure is of stands elsewhere in the tree
    joined = [child for child in tree.dependents(noun, "conj") if not _holds_a_verb(tree, child)]
    for child in joined:  # "20 magazines and supplements"
        end = max((end, *(each for each in tree.subtree(child) if each in kept))) if child in kept else end
    return () if _counts_more(tree, end) else tuple(each for each in kept if each <= end)


def _counts_more(tree: Tree, end: int) -> bool:
    """Return whether what is counted goes on behind the words for it: "55 islands" of "55 islands and islets"."""
    behind = tree.tokens[end + 1 : end + 3]
    plural = tree.tokens[end].xpos == "NNS"
    return plural and [each.upos for each in behind] == ["CCONJ", "NOUN"] and behind[1].xpos == "NNS"


def _holds_a_verb(tree: Tree, index: int) -> bool:
    return any(tree.tokens[each].upos in ("VERB", "AUX") for each in tree.subtree(index))


def _hedges(context: Context, token: int) -> bool:
    return token in context.hedged and token not in context.figure


def _is_singular(context: Context, kept: Sequence[int]) -> bool:
    """Return whether what is counted is written in the singular, as in "one day": "how many day" is no English."""
    nouns = [each for each in kept if context.tree.tokens[each].upos in ("NOUN", "PROPN")]
    return all(context.tree.tokens[each].xpos in ("NN", "NNP") for each in nouns[:1]) and all(
        context.tree.tokens[each].xpos in ("NN", "NNP") for each in nouns
    )


def _share(context: Context, part: Constituent, core: Sequence[int], rest: tuple[int, ...]) -> Asking | None:
    """Ask “what share” of something: “a third of its budget”."""
    of = bool(rest) and context.forms(rest)[0] == "of"
    if not of or part.role not in ("object", "subject"):
        return None
    return Asking(f"{_BOUNDS.get(context.quantity.bound, '')}what share", "what-share", rest)


_RULES: dict[str, Callable[[Context, Constituent, Sequence[int], tuple[int, ...]], Asking | None]] = {
    "percent": _percent,
    "points": _percent,
    "money": _money,
    "share": _share,
}
"""Rules by the kind of quantity; all others are counted or measured."""
