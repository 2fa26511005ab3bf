"""The JSON Schema of bank files, for editors, made from the same shapes that are used for reading."""

from typing import Any

from quizengine.bank.reading import FORMAT, Head
from quizengine.errors import PluginError
from quizengine.extensions.records import QuestionTypes

_HEAD = ""  # beside the question types, none of which has an empty name
_DESCRIPTIONS = {
    "format": "The first line of every bank.",
    "title": "The title.",
    "description": "A sentence or two for whoever chooses a quiz.",
    "seed": "Another whole number shuffles the options another way.",
    "locale": "How students write numbers, as browsers name it: in a German quiz (de), 1.080 is 1080.",
    "markup": "How the texts are written: plain, or in a small Markdown (docs/bank-format.md says which).",
    "article": "The article that the evidence of the questions points into.",
    "article_shown": "Where students find the article: hidden, page (of its own), beside or before the questions.",
    "file": "Where the article's file lies.",
    "sha256": "The hash of the article's text, so that evidence is never held against another text.",
    "state": "What students see of it: draft, ready (hidden), open or closed; without it, the working folder decides.",
    "open_from": "An open quiz can be taken from then on: a day, or a day and a time, in the time zone of the school.",
    "open_until": "An open quiz can be taken until then; a day counts to its end.",
    "questions": "The questions, in the order in which they are asked.",
    "type": "What kind of question this is.",
    "stem": "The part that asks.",
    "id": "A name that stays when the words change; without it, the id follows from what is asked.",
    "points": "What a right answer earns in all; without it, one point for each part.",
    "rationale": "Why the answer is right, shown after the quiz.",
    "evidence": "The stretch of the article that proves the answer, in characters from its beginning.",
    "start": "The first character, counted from 0.",
    "end": "The first character after it.",
    "quote": "What stands there, word for word.",
    "origin": "Which generator made the question, by which rule.",
    "generator": "The name of the generator.",
    "rule": "The name of the rule.",
    "tags": "Words to find the question by.",
    "answer": "What is right.",
    "distractors": "Wrong options.",
    "pinned": "Options that keep the last places, in this order; all others are shuffled.",
    "feedback": "What students who chose an option read about it after the quiz.",
    "option": "The option, word for word.",
    "says": "What those who chose it read.",
    "tolerance": "How far from the answer a number may lie: percent, absolute or range.",
    "percent": "So many per cent of the answer above or below it.",
    "absolute": "So far above or below the answer.",
    "range": "The lowest and the highest number that are right.",
    "unit": "Shown beside the gap; may be typed, in any usual spelling or in another unit of its kind.",
    "unit_required": "Whether the unit is not shown and has to be typed.",
    "match": "What counts: words, code (signs and capitals, no blanks) or exact (every character).",
    "near_miss": "What one wrong letter in a long word earns: full, half or nothing.",
    "scoring": "What an answer that is partly right earns: partial, or all-or-nothing.",
    "accept": "Other answers that are right.",
    "text": "The text with its gaps in braces; variants are separated by a bar: {water|H2O}.",
    "pairs": "Texts that belong together.",
    "left": "Given.",
    "right": "To be found.",
}


def bank_schema(types: QuestionTypes) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of bank files with these question types, as plain values.

    Raises PluginError for a question type with a field that a bank file cannot express.
    """
    from pydantic import TypeAdapter  # costs 0.1 s, so it is paid by those who ask for the schema

    asked: dict[str, type] = {_HEAD: Head, **types}
    references, together = TypeAdapter.json_schemas(
        [(name, "validation", _adapter(cls)) for name, cls in asked.items()], ref_template="#/$defs/{model}"
    )
    definitions: dict[str, dict[str, Any]] = together["$defs"]
    places = {name: references[name, "validation"]["$ref"].rpartition("/")[2] for name in asked}
    for name in types:
        _begin(definitions[places[name]], {"type": {"const": name}})
    head = definitions.pop(places[_HEAD])
    _begin(head, {"format": {"const": FORMAT}})
    one = {"oneOf": [references[name, "validation"] for name in types]}
    head["properties"]["questions"] = {"type": "array", "minItems": 1, "items": one}
    head["required"].append("questions")
    for schema in (head, *definitions.values()):
        _describe(schema.get("properties", {}))
    head |= {"title": "A quizengine question bank", "description": "Questions in YAML, one file for each quiz."}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | head | {"$defs": definitions}


def _adapter(cls: type) -> Any:
    from quizengine.bank.shapes import adapter

    try:
        adapter(cls).json_schema()
    except Exception as fault:
        raise PluginError(
            f"the question type `{cls.__name__}` has a field that no bank can hold, expected texts, numbers, truth "
            f"values, lists and dataclasses of them: {fault}"
        ) from fault
    return adapter(cls)


def _begin(schema: dict[str, Any], first: dict[str, Any]) -> None:
    """Insert one more required field before the others."""
    schema["properties"] = first | schema["properties"]
    schema["required"] = [*first, *schema.get("required", ())]


def _describe(properties: dict[str, dict[str, Any]]) -> None:
    for name, field in properties.items():
        field.pop("title", None)
        if name in _DESCRIPTIONS:
            field["description"] = _DESCRIPTIONS[name]
