"""The fields of an item of QTI 1.2, and the conditions under which responses earn marks."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from quizengine.formats.content.number_keys import read_decimal
from quizengine.formats.content.read_questions import UnreadError
from quizengine.formats.encodings.html_text import html_to_text
from quizengine.formats.encodings.xml_tree import Node


@dataclass(frozen=True)
class Condition:
    """A condition that earns marks: the points, what has to be chosen or typed, and the bounds of a number."""

    points: Decimal
    equal: tuple[tuple[str, str], ...]
    """The name of what is answered, and what it has to be."""
    low: str | None
    high: str | None


@dataclass(frozen=True)
class ItemField:
    """One thing to answer: its name, what is beside it, and the options by their identifiers."""

    name: str
    label: str
    options: Mapping[str, str]
    several: bool


def _words_in(node: Node | None) -> str:
    """The words of the first text in a node, as plain text."""
    mattext = node.first("mattext") if node else None
    if mattext is None:
        return ""
    return html_to_text(mattext.text) if mattext.attributes.get("texttype") == "text/html" else mattext.text


def fields_of_item(item: Node) -> list[ItemField]:
    """Return what is answered with options, in order."""
    found = []
    for field in item.all("response_lid"):
        label = _words_in(next((child for child in field.children if child.name == "material"), None))
        options = {one.attributes.get("ident", ""): _words_in(one) for one in field.all("response_label")}
        several = field.attributes.get("rcardinality") == "Multiple"
        found.append(ItemField(field.attributes.get("ident", ""), label, options, several))
    return found


def only_field_of(item: Node) -> ItemField:
    """Return the one list of options; raises UnreadError for none or several."""
    fields = fields_of_item(item)
    if len(fields) != 1:
        raise UnreadError(f"found {len(fields)} lists of options, expected one")
    return fields[0]


def ids_that_earn_most(item: Node) -> list[str]:
    """The identifiers of the options that earn the most."""
    conditions, options = conditions_of(item), only_field_of(item).options
    best = max((condition.points for condition in conditions), default=Decimal(0))
    chosen = [ident for condition in conditions if condition.points == best for _, ident in condition.equal]
    return [ident for ident in dict.fromkeys(chosen) if ident in options]


def conditions_of(item: Node) -> list[Condition]:
    """Everything that earns more than nothing."""
    found = []
    for node in item.all("respcondition"):
        points = [points_written(one.text) for one in node.all("setvar")]
        if points and max(points) > 0:
            found.append(_condition(node, max(points)))
    return found


def _condition(node: Node, points: Decimal) -> Condition:
    refused = {id(inner) for outer in node.all("not") for inner in outer.all("varequal")}
    wanted = [one for one in node.all("varequal") if id(one) not in refused]
    equal = tuple((one.attributes.get("respident", ""), one.text.strip()) for one in wanted)
    low, high = node.first("vargte", "vargt"), node.first("varlte", "varlt")
    return Condition(points, equal, low.text if low else None, high.text if high else None)


def points_written(text: str) -> Decimal:
    """The points that are written; none if nothing or no number is."""
    try:
        return read_decimal(text)
    except UnreadError:
        return Decimal(0)
