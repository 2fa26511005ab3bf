"""The JSON Schema of banks: as published, made from what reading checks, and in agreement with it."""

import json
from dataclasses import dataclass, make_dataclass
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from quizengine import BankError, PluginError, Question, TrueFalseQuestion
from quizengine.bank import bank_schema
from quizengine.bank.decoding import decode_bank
from quizengine.bank.values import Number
from quizengine.bank.yaml_tree import read_tree
from quizengine.extensions.shipped_types import quizengine_question_types

ROOT = Path(__file__).parents[2]
TYPES = {cls.type: cls for cls in quizengine_question_types()}
PUBLISHED = ROOT / "docs" / "bank.schema.json"
BANKS = Path(__file__).parents[1] / "banks"
BEYOND_A_SCHEMA = {
    "answer-outside-its-range", "brackets-as-a-name", "cloze-with-an-empty-gap", "cloze-with-an-open-brace",
    "cloze-without-a-gap", "comment-in-a-text", "distractors-are-empty", "duplicate-field", "duplicate-id",
    "duplicate-question", "empty-stem", "locale-by-its-name", "locale-of-another-spelling", "locale-of-nobody",
    "matching-with-equal-left-sides", "matching-with-one-pair", "ordering-of-one",
    "ordering-with-equal-texts", "questions-twice", "range-upside-down", "several-answers-none-given",
    "short-text-without-a-letter", "tolerance-below-zero", "tolerance-of-no-kind", "tolerance-of-two-kinds",
    "two-equal-options", "two-equal-options-of-a-number",
}  # fmt: skip


def plain(value: Any) -> Any:
    """Values as another YAML reader would give them to a schema."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, Number):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def values(path: Path) -> Any:
    """What a bank holds, or None when it is no YAML."""
    try:
        root = read_tree(decode_bank(path.read_bytes(), path.name), path.name).root
    except BankError:
        return None
    return plain(root.plain) if root else None


def test_the_published_schema_is_up_to_date() -> None:
    published = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    assert published == bank_schema(TYPES), "write it anew: quizengine schema > docs/bank.schema.json"


def test_every_question_type_is_one_of_the_alternatives() -> None:
    schema = bank_schema(TYPES)
    places = [one["$ref"].rpartition("/")[2] for one in schema["properties"]["questions"]["items"]["oneOf"]]
    assert [schema["$defs"][place]["properties"]["type"]["const"] for place in places] == list(TYPES)


def test_every_field_says_what_it_is_for() -> None:
    schema = bank_schema(TYPES)
    for part in (schema, *schema["$defs"].values()):
        for name, field in part["properties"].items():
            assert field["description"], name


def test_a_text_may_be_written_as_a_number_and_a_truth_value_may_not() -> None:
    choice = bank_schema(TYPES)["$defs"]["ChoiceQuestion"]["properties"]
    assert choice["distractors"]["items"]["type"] == ["string", "number"]
    assert bank_schema(TYPES)["$defs"]["TrueFalseQuestion"]["properties"]["answer"]["type"] == "boolean"


def test_a_question_type_that_no_bank_can_hold_is_named() -> None:
    @dataclass(frozen=True, kw_only=True)
    class LockedQuestion(TrueFalseQuestion):
        lock: Event

    with pytest.raises(PluginError, match="the question type `LockedQuestion` has a field that no bank can hold"):
        bank_schema({"locked": LockedQuestion})


def test_two_plugins_may_call_their_classes_alike() -> None:
    def of(field: str) -> type[Question]:
        return make_dataclass("Twin", [(field, str)], bases=(TrueFalseQuestion,), frozen=True, kw_only=True)

    schema = bank_schema({"one": of("left"), "other": of("right")})
    twins = [
        part["properties"]
        for part in schema["$defs"].values()
        if "left" in part["properties"] or "right" in part["properties"]
    ]
    assert [twin["type"]["const"] for twin in twins] == ["one", "other"]


def test_the_schema_accepts_what_reading_accepts_and_refuses_the_rest() -> None:
    reason = "jsonschema is not installed; it is needed for this test alone"
    validators = pytest.importorskip("jsonschema", reason=reason)
    schema = bank_schema(TYPES)
    validators.Draft202012Validator.check_schema(schema)
    holds = validators.Draft202012Validator(schema).is_valid
    good = {path.stem: holds(values(path)) for path in (BANKS / "good").glob("*.yaml")}
    assert [name for name, held in good.items() if not held] == []
    bad = {path.stem: holds(values(path)) for path in (BANKS / "bad").glob("*.yaml") if values(path) is not None}
    assert {name for name, held in bad.items() if held} == BEYOND_A_SCHEMA
