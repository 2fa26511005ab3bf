"""Writes what each file format can and cannot say into docs/formats.md, from the formats themselves.

python tools/format_table.py
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from quizengine import (
    ChoiceQuestion,
    ClozeQuestion,
    Format,
    MatchingQuestion,
    NumericQuestion,
    OpenQuestion,
    OrderingQuestion,
    Pair,
    Question,
    Quiz,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
)
from quizengine import formats as built_in
from quizengine.extensions.losses import Effect, Loss

PAGE = Path(__file__).parents[1] / "docs" / "formats.md"
BEGIN, END = "<!-- from here on made by tools/format_table.py -->", "<!-- up to here -->"

KINDS: Mapping[str, Question] = {
    "true or false": TrueFalseQuestion(stem="The Elbe is a river.", answer=True),
    "one of several": ChoiceQuestion(stem="Which river?", answer="Elbe", distractors=("Harz",)),
    "several of several": ChoiceQuestion(stem="Which rivers?", answer=("Elbe", "Po"), distractors=("Harz", "Alps")),
    "number": NumericQuestion(stem="How many?", answer=Decimal(5), tolerance=Tolerance(absolute=Decimal(1))),
    "short text": ShortTextQuestion(stem="Which river?", answer="Elbe"),
    "open question": OpenQuestion(stem="Why does it flow?", answer="Water runs down."),
    "one gap": ClozeQuestion(stem="Fill.", text="The {Elbe} is a river."),
    "several gaps": ClozeQuestion(stem="Fill.", text="The {Elbe} is a {river}."),
    "pairs": MatchingQuestion(stem="?", pairs=(Pair(left="Elbe", right="river"), Pair(left="Harz", right="hills"))),
    "order": OrderingQuestion(stem="Earliest first.", answer=("one", "two", "three")),
}
_SIGNS: Mapping[Effect, str] = {"drops": "left out", "changes marks": "marked differently", "weakens": "simplified"}


def formats() -> tuple[Format, ...]:
    """Return the formats that come with quizengine, in the order of their names."""
    return tuple(sorted(built_in.quizengine_formats(), key=lambda form: form.name))


def cell(form: Format, question: Question) -> str:
    """Return what becomes of a question in a format, in a word or two."""
    effects = {loss.effect for loss in form.losses(Quiz("", (question,))) if loss.number}
    return next((words for effect, words in _SIGNS.items() if effect in effects), "whole")


def table() -> Iterator[str]:
    """Return the lines of the table of formats and question types."""
    yield f"| format | {' | '.join(KINDS)} |"
    yield f"|---|{'---|' * len(KINDS)}"
    for form in formats():
        if form.write:
            yield f"| `{form.name}` | {' | '.join(cell(form, question) for question in KINDS.values())} |"


def losses_of(form: Format) -> tuple[Loss, ...]:
    """Return every row of a format's table of losses that says something, the worst first."""
    holder: Any = getattr(form.losses, "__self__", None)
    found = [loss for loss in (holder.table.values() if holder else ()) if loss]
    order = list(_SIGNS)
    return tuple(dict.fromkeys(sorted(found, key=lambda loss: order.index(loss.effect))))


def section(form: Format) -> Iterator[str]:
    """Return the lines about one format."""
    ways = " and ".join(way for way, there in (("written", form.write), ("read", form.read)) if there)
    endings = ", ".join(f"`{ending}`" for ending in (form.suffix, *form.also_read))
    yield f"### {form.name}"
    yield ""
    yield f"{form.summary} {ways.capitalize()}; {endings}."
    if losses := losses_of(form):
        yield ""
        for loss in losses:
            yield f"- {_SIGNS[loss.effect]}: {': '.join(filter(None, (loss.lost, loss.instead)))}"
    yield ""


def generated() -> str:
    """Return all that is made from the code."""
    lines = [*table(), "", "## What each format cannot say", ""]
    for form in formats():
        lines += section(form)
    return "\n".join(lines).strip()


def page(text: str) -> str:
    """Return the text of the page with what is generated brought up to date."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{generated()}\n\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
