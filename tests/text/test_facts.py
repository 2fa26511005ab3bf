"""Facts say what an article states, and JSON can hold them."""

import json
import pickle
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from quizengine.text.article import Article, Span
from quizengine.text.facts import Fact, Facts, cache_per_facts, fact_row

ARTICLE = Article("“Run!” said Ada. She ran 3.50 miles.")


@dataclass(frozen=True, kw_only=True)
class Saying(Fact):
    """A fact with fields of its own."""

    kind: str = "saying"
    words: Span
    cue: Span | None = None
    pieces: tuple[Span, ...] = field(default=())


def test_a_plain_fact_has_its_roles() -> None:
    fact = Fact("number", {"answer": ARTICLE.span(25, 29)})
    assert fact_row(fact, "numbers") == {
        "kind": "number",
        "generator": "numbers",
        "answer": {"start": 25, "end": 29, "text": "3.50"},
    }


def test_a_fact_with_fields_of_its_own_gives_them_in_order_and_its_roles_after_them() -> None:
    saying = Saying(words=ARTICLE.span(1, 5), roles={"mood": "urgent"})
    assert list(saying.values()) == ["words", "cue", "pieces", "mood"]


def test_json_can_hold_every_value() -> None:
    span = ARTICLE.span(0, 6)
    values = {
        "low": Decimal("3.50"),
        "big": Decimal("1E+3"),
        "spans": [span, (span,)],
        "yes": True,
        "none": None,
        "n": 3,
    }
    row = json.loads(json.dumps(fact_row(Fact("mixed", {**values, "path": Path("a")}), "g")))
    shown = {"start": 0, "end": 6, "text": "“Run!”"}
    assert (row["low"], row["big"], row["spans"], row["path"]) == ("3.50", "1000", [shown, [shown]], "a")
    assert (row["yes"], row["none"], row["n"]) == (True, None, 3)


def test_what_is_derived_from_all_facts_is_worked_out_once_for_them() -> None:
    worked_out: list[int] = []

    @cache_per_facts
    def kinds(facts: Sequence[Fact]) -> list[str]:
        worked_out.append(len(facts))
        return [fact.kind for fact in facts]

    found = Facts([Fact("number"), Fact("name")])
    assert kinds(found) is kinds(found) and kinds(found) == ["number", "name"] and worked_out == [2]
    assert kinds([Fact("number")]) == kinds((Fact("number"),)) == ["number"] and worked_out == [2, 1, 1]
    copied = pickle.loads(pickle.dumps(found))
    assert copied == found and not copied.derived
