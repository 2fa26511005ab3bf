"""What keeps a clause from being asked about although its grammar is certain: too little said, an amount given away."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from quizengine.language import Realised, Tree, clauses_of, trees
from quizengine.language.numbers import quantities
from quizengine.language.word_lists import listed
from quizengine_numeric_recall.context import Context

_ENOUGH = 5
"""Content words that make clear what a clause without a name is about."""
_WITH_A_NAME = 2
_LEAST = 2
_TIMES = listed("day year time moment week month night season decade century")
_LIFE = listed("bear die bury marry divorce christen baptise baptize")
_ELECTIONS = listed("elect reelect re-elect vote")
_ELECTION_NOUNS = listed("election re-election reelection primary presidency race vote")
_FEW = 12
_TOLD_ONE_BY_ONE = listed(
    "reason way thing point factor step example kind type sort part question problem stage form aspect purpose theory"
)
"""Nouns that are counted so as to be told one by one: what is to be asked is what they are."""
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_SUPPOSED = listed("once twice again last first")


def fault_of(context: Context, said: Realised) -> str:
    """The name of what is wrong with asking for a figure in a clause; empty where nothing is."""
    return next((name for name, holds in FAULTS if holds(context, said)), "")


def says_enough(context: Context, tokens: Sequence[int], named: Sequence[int] = ()) -> bool:
    """Whether words make clear what they are about without the title: by a name and some more, or by many words.

    `named` are tokens that a name takes the place of.
    """
    tree, subject = context.tree, context.clause.subject
    shown = _beside_the_figure(context, tokens)
    bare = subject is not None and tree.tokens[subject.head].xpos == "NNS"
    has_a_name = bare or any(tree.tokens[each].upos == "PROPN" or each in named for each in shown)
    return _content(tree, shown, named) >= (_WITH_A_NAME if has_a_name else _ENOUGH)


def _beside_the_figure(context: Context, tokens: Sequence[int]) -> list[int]:
    date = context.part.tokens if context.part and context.quantity.kind == "year" else ()
    return [each for each in tokens if each not in context.hedged and each not in date]


def _content(tree: Tree, shown: Sequence[int], named: Sequence[int]) -> int:
    return sum(tree.tokens[each].upos in ("NOUN", "VERB", "ADJ", "PROPN") or each in named for each in shown)


def _says_too_little(context: Context, said: Realised) -> bool:
    """Whether not even the title makes clear what is meant: of a thing that no name stands beside, or of nothing."""
    tree, named = context.tree, tuple(said.replaced)
    shown = _beside_the_figure(context, said.tokens)
    if _content(tree, shown, named) < _LEAST:
        return True
    head = context.clause.subject.head if context.clause.subject else -1
    indefinite = ("a", "an", "one")
    somebody = any(tree.tokens[each].form.lower() in indefinite for each in tree.dependents(head, "det", "nummod"))
    if head >= 0 and tree.tokens[head].lemma.lower() in _TIMES:
        return True
    singular = head in said.subject and tree.tokens[head].xpos == "NN"
    return singular and somebody and not is_named(context, said)


def is_named(context: Context, said: Realised) -> bool:
    """Whether a name stands in what is shown beside the figure and its date."""
    tokens = context.tree.tokens
    shown = _beside_the_figure(context, said.tokens)
    return any(tokens[each].upos == "PROPN" or each in said.replaced for each in shown)


def _announces_a_list(context: Context, said: Realised) -> bool:
    """Whether a small number only announces a list: "three reasons"."""
    tree = context.tree
    head = tree.tokens[tree.tokens[context.top].head]
    return not context.quantity.unit and context.quantity.high <= _FEW and head.lemma.lower() in _TOLD_ONE_BY_ONE


def _is_cut_badly(context: Context, said: Realised) -> bool:
    """Whether a relative pronoun is left over, or the subject holds a clause or an aside of its own."""
    tokens = context.tree.tokens
    own = [each for each in said.tokens if each not in said.subject]
    head, subject = context.clause.head, context.clause.subject
    if subject is not None and tokens[subject.head].upos not in ("NOUN", "PROPN", "PRON", "NUM", "SYM"):
        return True
    if tokens[head].lemma == "have" and head + 1 < len(tokens) and tokens[head + 1].xpos == "VBN":
        return True
    relative = any(tokens[each].xpos in _RELATIVE and tokens[each].head == context.clause.head for each in own)
    behind = {each for part in context.clause.parts if part.tokens[0] > head for each in part.tokens}
    outside = [each for each in context.clause.tokens if each not in said.subject and each not in behind]
    relative = relative or any(tokens[each].xpos in ("WDT", "WP", "WP$") for each in outside if each < head)
    verbs = any(tokens[each].xpos in ("VB", "VBZ", "VBD", "VBP", "MD") for each in said.subject)
    commas = sum(tokens[each].form == "," for each in said.subject)
    joined = any(tokens[each].form.lower() in ("and", "or") for each in said.subject)
    clause = context.clause
    if clause.relation.startswith("acl") and clause.subject and not clause.shares_subject:
        relative = relative or tokens[clause.subject.head].xpos not in _RELATIVE  # "a path, which many people walk"
    return relative or verbs or (commas > 0 and not joined)


def _dates_no_event(context: Context, said: Realised) -> bool:
    """Whether what happened in a year is not told in a few words: "played in 26 games", "was living alone"."""
    if context.quantity.kind != "year":
        return False
    verb, tokens = context.clause.verb, context.tree.tokens
    told = [tokens[each] for each in _beside_the_figure(context, said.said) if each not in verb.tokens]
    names = any(token.upos == "PROPN" for token in told)
    return verb.progressive or not (
        names or sum(token.upos in ("NOUN", "ADJ", "VERB") for token in told) > 1 or verb.passive
    )


def _is_no_sentence(context: Context, said: Realised) -> bool:
    """Whether the words are a headline, or end in the middle of a list."""
    text = context.tree.sentence.span.text.rstrip("”\"’')]")
    if (
        context.tree.sentence.span.article.title is None
        and trees(context.tree.sentence.span.article)[0] is context.tree
    ) and (
        context.clause.verb.tense == "present" and not context.clause.verb.perfect and not context.clause.verb.copular
    ):
        return True  # an article without a title begins with a headline
    tokens = context.tree.tokens
    last = said.said[-1] if said.said else 0
    dangling = tokens[last].upos in ("CCONJ", "DET") or (
        tokens[last].xpos == "VBG" and last - 1 in said.said and tokens[last - 1].upos == "CCONJ"
    )
    return (not text.endswith((".", "!", ";", ":")) and not context.tree.sentence.span.text.endswith("]")) or dangling


def _is_of_an_unnamed_whole(context: Context, said: Realised) -> bool:
    """Whether a percentage is told without of what: "Pfizer will own 56 percent"."""
    part, quantity = context.part, context.quantity
    if quantity.kind not in ("percent", "share") or (part is not None and part.role not in ("subject", "object")):
        return False
    behind = context.tree.tokens[min(max(context.figure) + 1, len(context.tree.tokens) - 1)]
    return behind.form.lower() != "of" and behind.upos not in ("NOUN", "ADJ")


def _takes_a_person_for_a_thing(context: Context, said: Realised) -> bool:
    """Whether a person's name took the place of a firm's: "Bloomberg published its index"."""
    named = any(" " in name for each, name in said.replaced.items() if each in said.subject)
    return named and any(context.tree.tokens[each].form.lower() in ("its", "itself") for each in said.said)


def _is_behind_a_dash(context: Context, said: Realised) -> bool:
    """Whether a dash or semicolon parts what is shown, or an adverb hangs behind a comma at its end."""
    first = min(context.hedged)
    before = context.tree.tokens[first - 1].form if first else ""
    tokens = context.tree.tokens
    parted = any(
        tokens[each].form in (";", "–", "—")
        or (tokens[each].form == "-" and tokens[each - 1].span.end < tokens[each].span.start)
        for each in said.tokens
        if each
    )
    hanging = (
        len(said.said) > 3
        and tokens[said.said[-1]].upos == "ADV"
        and "," in [tokens[each].form for each in said.said[-3:]]
    )
    return before in ("-", "–", "—") or parted or hanging


def _is_of_statistics(context: Context, said: Realised) -> bool:
    """Whether a clause tells an average such as ".292", or a lead of which no poll or source is named."""
    told = {context.tree.tokens[each].lemma.lower() for each in context.clause.tokens}
    lead = context.clause.verb.lemma in ("lead", "trail", "draw") and context.quantity.kind == "points"
    if lead and not context.clause.said and not told & {"poll", "survey"}:
        return True
    return any(re.fullmatch(r"\.\d+", context.tree.tokens[each].form) for each in said.tokens)


def _is_of_a_minor_life(context: Context, said: Realised) -> bool:
    """Whether a year is that of a birth, death or wedding of somebody whom the title does not name."""
    if context.quantity.kind != "year" or context.clause.verb.lemma not in _LIFE:
        return False
    title = context.tree.sentence.span.article.title
    words = {token.form for token in context.tree.tokens if token.upos == "PROPN"}
    return title is None or not words & set(re.findall(r"\w+", title.text))


def _is_of_an_election(context: Context, said: Realised) -> bool:
    """Whether a year is that of an election or of being something, which is known or no event."""
    if context.quantity.kind != "year":
        return False
    lemmas = {context.tree.tokens[each].lemma.lower() for each in said.said}
    if context.clause.verb.lemma in _ELECTIONS or (
        context.clause.verb.lemma in ("win", "lose") and lemmas & _ELECTION_NOUNS
    ):
        return True
    return context.clause.verb.copular or context.clause.verb.lemma in ("be", "exist", "have", "remain")


def _counts_in_its_subject_without_a_time(context: Context, said: Realised) -> bool:
    """Whether a small count of nobody named is a subject: "three critics agreed"."""
    part = context.part
    return (
        part is not None and part.role == "subject" and context.quantity.kind == "count" and context.quantity.high < 10
    )


def _is_supposed(context: Context, said: Realised) -> bool:
    forms = {context.tree.tokens[each].form.lower() for each in context.tree.dependents(context.clause.head, "advmod")}
    return context.quantity.kind == "year" and bool(forms & _SUPPOSED)


def _dates_twice(context: Context, said: Realised) -> bool:
    """Whether a clause tells of two years, as a change from one to the other does."""
    if context.quantity.kind != "year":
        return False
    own = {each for part in context.clause.parts if part != context.part for each in part.core if each in said.tokens}
    below = {
        each for clause in clauses_of(context.tree) if clause.head in own for each in context.tree.subtree(clause.head)
    }
    span = context.tree.sentence.span
    return any(
        one.kind == "year" and one != context.quantity and span.contains(one.span)
        and set(context.tree.tokens_in(one.span)) & (own - below)
        for one in quantities(span.article)
    )  # fmt: skip


def _is_worked_out(context: Context, said: Realised) -> bool:
    """Whether two other figures that are shown give the figure by a sum: 49 and 42 percent a lead of 7 points."""
    quantity = context.quantity
    span = context.tree.span(said.tokens)
    near = [
        one.low for one in quantities(span.article)
        if span.contains(one.span) and one != quantity and one.kind not in ("year", "label", "age")
    ]  # fmt: skip
    if quantity.kind in ("percent", "points"):
        near.append(Decimal(100))
    sums = {
        value for at, one in enumerate(near) for other in near[at + 1 :] for value in (one + other, abs(one - other))
    }
    return quantity.low in sums


FAULTS: tuple[tuple[str, Callable[[Context, Realised], bool]], ...] = (
    ("too-little", _says_too_little),
    ("list", _announces_a_list),
    ("cut", _is_cut_badly),
    ("minor-life", _is_of_a_minor_life),
    ("election", _is_of_an_election),
    ("small-subject", _counts_in_its_subject_without_a_time),
    ("supposed", _is_supposed),
    ("no-event", _dates_no_event),
    ("no-sentence", _is_no_sentence),
    ("no-whole", _is_of_an_unnamed_whole),
    ("person", _takes_a_person_for_a_thing),
    ("dash", _is_behind_a_dash),
    ("statistics", _is_of_statistics),
    ("two-years", _dates_twice),
    ("worked-out", _is_worked_out),
)
"""Every fault by name; the first that holds counts."""
