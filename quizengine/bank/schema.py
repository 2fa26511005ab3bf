"""The JSON Schema of a bank file, for editors: made from the same shapes that reading checks."""

from typing import Any

from quizengine.bank.reading import FORMAT
from quizengine.records import QuestionTypes

_TEXT = {"type": ["string", "number"]}


def bank_schema(types: QuestionTypes) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a bank file that holds these question types, as plain values."""
    from quizengine.bank.shapes import adapter  # brings pydantic, which costs 0.1 s

    definitions: dict[str, Any] = {}
    for name, cls in types.items():
        schema = adapter(cls).json_schema(ref_template="#/$defs/{model}")
        definitions |= schema.pop("$defs", {})
        schema["properties"] = {"type": {"const": name}} | schema["properties"]
        schema["required"] = ["type", *schema.get("required", ())]
        definitions[cls.__name__] = schema
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A quizengine question bank",
        "type": "object",
        "additionalProperties": False,
        "required": ["format", "title", "questions"],
        "properties": {
            "format": {"const": FORMAT, "description": "The first line of every bank."},
            "title": _TEXT | {"description": "The title of the quiz."},
            "description": _TEXT | {"description": "A sentence or two for whoever chooses a quiz."},
            "seed": {"type": "integer", "description": "Another number shuffles the options another way."},
            "article": {"$ref": "#/$defs/Article"},
            "questions": {
                "type": "array",
                "minItems": 1,
                "items": {"oneOf": [{"$ref": f"#/$defs/{cls.__name__}"} for cls in types.values()]},
            },
        },
        "$defs": definitions | {"Article": _ARTICLE},
    }


_ARTICLE = {
    "description": "The article that the evidence of the questions points into.",
    "type": "object",
    "additionalProperties": False,
    "required": ["sha256"],
    "properties": {"title": _TEXT, "file": _TEXT, "sha256": _TEXT | {"description": "The hash of the article's text."}},
}
