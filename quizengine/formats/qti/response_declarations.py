"""The declarations of responses in an item of QTI: which are right, and what each earns."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from quizengine.formats.content.number_keys import read_decimal
from quizengine.formats.content.read_questions import UnreadError
from quizengine.formats.encodings.xml_tree import Node
from quizengine.language.normalisation import normalise


@dataclass(frozen=True)
class Declared:
    """The declaration of one response."""

    base: str
    several: bool
    correct: tuple[str, ...]
    mapped: Mapping[str, Decimal]
    cased: bool


def declared_response(item: Node, field: Node) -> Declared:
    """Return the declaration of the response in a field; raises UnreadError without one."""
    name = field.attributes.get("responseIdentifier", "")
    declaration = next((n for n in item.all("responseDeclaration") if n.attributes.get("identifier") == name), None)
    if declaration is None:
        raise UnreadError(f"found no declaration of the response “{name}”, expected one with what is right")
    correct = declaration.first("correctResponse")
    entries = list(declaration.all("mapEntry"))
    return Declared(
        declaration.attributes.get("baseType", ""),
        declaration.attributes.get("cardinality") == "multiple",
        tuple(value.text.strip() for value in correct.all("value")) if correct else (),
        {
            entry.attributes.get("mapKey", ""): read_decimal(entry.attributes.get("mappedValue", ""))
            for entry in entries
        },
        bool(entries) and all(entry.attributes.get("caseSensitive", "true") == "true" for entry in entries),
    )


def texts_called_right(declared: Declared) -> tuple[str, ...]:
    """The texts that are right, those that are called correct first, and none that differs in capitals alone."""
    most = max(declared.mapped.values(), default=Decimal(0))
    earning = [text for text, points in declared.mapped.items() if points == most > 0]
    plain = _with_single_blanks if declared.cased else normalise
    found = {plain(text): text for text in reversed((*declared.correct, *earning))}
    texts = tuple(reversed(found.values()))
    if not texts:
        raise UnreadError("found no accepted answer, expected at least one")
    return texts


def _with_single_blanks(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
