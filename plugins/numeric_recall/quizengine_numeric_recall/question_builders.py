"""The two ways to ask for a figure: to type it, or to choose it among wrong ones."""

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from quizengine import ChoiceQuestion, Evidence, NumericQuestion, Origin, Span, article_says
from quizengine.language import Quantity, currency_words, full_names, tree_at, unit_words
from quizengine_numeric_recall.bounds import with_its_bound
from quizengine_numeric_recall.counted_nouns import counted_by
from quizengine_numeric_recall.distractors import Rivals, wrong_options
from quizengine_numeric_recall.figure_forms import figure_form, with_unit, write_figure
from quizengine_numeric_recall.figure_stems import Wording
from quizengine_numeric_recall.shares import other_shares
from quizengine_numeric_recall.tolerance import hedge_of, tolerance_of

NAME = "numeric_recall"
_MOST_DIGITS = 15
_ONE_SIDED = ("above", "below")
"""Bounds that leave weaker ones true: of more than two billion, "more than one billion" holds as well."""


def typed_figure_question(
    quantity: Quantity, wording: Wording, near: Sequence[Quantity] = ()
) -> NumericQuestion | None:
    """The question to type the figure; None for ranges, shares and endless decimals, which nobody types alike.

    Where the article bounds the figure from below, the question does, too: “More than how many …?”, or it shows the
    words before dots: “more than …”. What is “fewer than” a figure is not asked for, as it counts nothing.

    `near` are the figures of its kind next to it in size.
    """
    limit = quantity.bound == "below" and not quantity.approximate
    if limit or quantity.ranged or quantity.kind == "share" or len(quantity.high.as_tuple().digits) > _MOST_DIGITS:
        return None
    room = tolerance_of(quantity, near)
    bounded = with_its_bound(wording.stem, quantity) if wording.hedge else None
    return NumericQuestion(
        stem=_with_advice(bounded or wording.stem, quantity, "" if bounded else wording.hedge),
        answer=quantity.low,
        tolerance=room.tolerance,
        unit=unit_of(quantity),
        rationale=f"{_says(wording)} {room.why}".strip(),
        evidence=Evidence.of(wording.evidence),
        origin=Origin(NAME, wording.rule),
        tags=("numeric recall", quantity.kind),
    )


def choice_figure_question(quantity: Quantity, wording: Wording, rivals: Rivals, rng: Random) -> ChoiceQuestion | None:
    """The question to choose the figure; None if three wrong ones cannot be written like it, or it is only typed."""
    if wording.typed or (quantity.bound in _ONE_SIDED and not quantity.approximate):
        return None
    key, wrong = _options(quantity, wording, rivals, rng)
    bounded = with_its_bound(wording.stem, quantity) if wording.hedge else None
    if wording.hedge and key and not bounded:
        key, wrong = f"{wording.hedge} {key}", tuple(f"{wording.hedge} {one}" for one in wrong)
    if not key or not wrong:
        return None
    hedge = hedge_of(quantity)
    return ChoiceQuestion(
        stem=bounded or wording.stem,
        answer=key,
        distractors=wrong,
        rationale=f"{_says(wording)} {f'The text hedges it with “{hedge}”.' if hedge else ''}".strip(),
        evidence=Evidence.of(wording.evidence),
        origin=Origin(NAME, wording.rule),
        tags=("numeric recall", quantity.kind),
    )


def _options(quantity: Quantity, wording: Wording, rivals: Rivals, rng: Random) -> tuple[str, tuple[str, ...]]:
    """The key as an option, and the wrong ones; empty if there are none."""
    if quantity.kind == "share":
        return quantity.span.text, other_shares(quantity.span.text, rng)
    form = figure_form(quantity)
    if form is None:
        return "", ()
    shown = with_unit(form, quantity) if wording.whole else form
    wrong = wrong_options(quantity, shown, wording.stem, rivals, rng)
    return write_figure(shown, quantity.low, quantity.high) or "", wrong


def unit_of(quantity: Quantity) -> str:
    """The unit that a typed answer is in, as it is beside the gap: "tons", "dollars", "buses"."""
    if quantity.kind == "money":
        return currency_words(quantity)
    if quantity.unit:
        return unit_words(quantity.unit, Decimal(2))
    return counted_by(quantity).rpartition(" ")[2] if quantity.kind == "count" else ""


def _with_advice(stem: str, quantity: Quantity, hedge: str) -> str:
    """The stem with the unit to answer in, where it shows none."""
    head, mark, rest = stem.partition("?")
    unit = unit_of(quantity)
    if quantity.kind == "money" and mark and unit not in head:
        head += f", in {unit}"
    return f"{head}{mark}{rest}" + (f" {article_says(f'{hedge} …')}." if hedge else "")


def _says(wording: Wording) -> str:
    return article_says(_in_full(wording.evidence))


def _in_full(evidence: Span) -> str:
    """The words that prove a key, with full names in place of single short ones: "According to [Ada Moss]"."""
    tree, text = tree_at(evidence), evidence.text
    if tree is None or tree.sentence.span != evidence:
        return text
    names = full_names(tree, range(len(tree.tokens)))
    for index in sorted(names, reverse=True):
        token = tree.tokens[index]
        start, end = token.span.start - evidence.start, token.span.end - evidence.start
        if names[index] and token.upos == "PROPN" and not names.get(index + 1, "x"):
            continue  # a name of several words is clear enough
        if names[index] and token.upos == "PROPN":
            text = f"{text[:start]}[{names[index]}]{text[end:]}"
    return text
