"""Mends as the tables hold them: JSON with a record for each key."""

import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, assert_never

from quizengine.quiz.mending import Mend, Treatment
from quizengine.quiz.parts import ChoiceKey, Key, ModelAnswer, NumberKey, OrderKey, TextKey


def mend_to_json(mend: Mend) -> str:
    """The mend as JSON, the same for equal ones."""
    record = {
        "keys": {part: _key_record(key) for part, key in mend.keys.items()},
        "points": None if mend.points is None else str(mend.points),
        "treatment": mend.treatment,
    }
    return json.dumps(record, ensure_ascii=False, sort_keys=True)


def mend_from_json(text: str) -> Mend:
    """The mend that `mend_to_json` wrote."""
    record = json.loads(text)
    return Mend(
        keys={part: _key(each) for part, each in record["keys"].items()},
        points=None if record["points"] is None else Decimal(record["points"]),
        treatment=Treatment(record["treatment"]),
    )


def _key_record(key: Key) -> dict[str, Any]:
    match key:
        case ChoiceKey(ids, wrong, either):
            return {"kind": "choice", "ids": sorted(ids), "wrong": wrong, "either": either}
        case TextKey(accepted, match, near):
            return {"kind": "text", "accepted": list(accepted), "match": match, "near": str(near)}
        case NumberKey(value, low, high, unit, unit_required):
            ends = {"value": str(value), "low": str(low), "high": str(high)}
            return {"kind": "number", **ends, "unit": unit, "unit_required": unit_required}
        case OrderKey(ids):
            return {"kind": "order", "ids": list(ids)}
        case ModelAnswer(answer):
            return {"kind": "model answer", "text": answer}
        case _:
            assert_never(key)


def _key(record: Mapping[str, Any]) -> Key:
    if record["kind"] == "choice":
        return ChoiceKey(frozenset(record["ids"]), record["wrong"], record["either"])
    if record["kind"] == "text":
        return TextKey(tuple(record["accepted"]), record["match"], Fraction(record["near"]))
    if record["kind"] == "number":
        value, low, high = (Decimal(record[name]) for name in ("value", "low", "high"))
        return NumberKey(value, low, high, record["unit"], record["unit_required"])
    if record["kind"] == "model answer":
        return ModelAnswer(record["text"])
    return OrderKey(tuple(record["ids"]))
