"""Writes a quiz as a bank file: the same quiz always gives the same bytes, and reading them gives the same quiz."""

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from itertools import chain
from typing import Any

import yaml

from quizengine.bank.reading import FORMAT
from quizengine.bank.values import MOST_DIGITS, clip
from quizengine.bank.yaml_tree import MOST_CHARACTERS
from quizengine.errors import FormatError
from quizengine.quiz.availability import Availability
from quizengine.quiz.markup import PLAIN, Markup
from quizengine.quiz.parts import ENGLISH
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import Quiz

_LINE = 90
_PLAIN = re.compile(r"[^\W\d_](?:[\w ,;.…()'’“”?!%/–—-]*[\w.…)’”?!%])?")
_WORDS_WITH_MEANING = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_BLOCK = re.compile(r"\S[^\r\t\x85\u2028\u2029]*\S\n?")
_LAST = ("points", "rationale", "evidence", "origin", "tags")


def dump_bank(quiz: Quiz) -> bytes:
    """Return the quiz as YAML in UTF-8; raises FormatError if a bank file cannot express it.

    Fields have a fixed order; those with their default value and ids that follow from the content are left out. Texts
    are quoted wherever a YAML reader could mistake them for something else.
    """
    head: dict[str, Any] = {"format": FORMAT, "title": quiz.title}
    head |= {"description": quiz.description} if quiz.description else {}
    head |= {"seed": quiz.seed} if quiz.seed else {}
    head |= {"locale": quiz.locale} if quiz.locale != ENGLISH else {}
    head |= {"markup": quiz.markup} if quiz.markup != PLAIN else {}
    head |= {"article": _given(quiz.article, ("title", "file", "sha256"))} if quiz.article else {}
    head |= {"article_shown": quiz.article_shown} if quiz.article_shown != "page" else {}
    head |= _availability(quiz.availability)
    questions = tuple(_question(question, quiz.markup) for question in quiz.questions)
    text = yaml.serialize(_node(head | {"questions": questions}), Dumper=_Dumper, allow_unicode=True, width=sys.maxsize)
    before, _, after = text.partition("\nquestions:\n")
    spaced = re.sub("\n  - ", "\n\n  - ", after)  # only questions begin there: all else stands deeper
    return (f"{before}\nquestions:\n{spaced}" if after else text).encode()


def _availability(availability: Availability) -> dict[str, str]:
    state = availability.state.value if availability.state else ""
    given = {"state": state, "open_from": availability.opens, "open_until": availability.closes}
    return {name: value for name, value in given.items() if value}


class _Dumper(yaml.SafeDumper):
    """PyYAML's emitter in pure Python, so that the bytes do not depend on how PyYAML was built."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists inside mappings, too, as most people write them."""
        super().increase_indent(flow, False)


def _question(question: Question, markup: Markup) -> dict[str, Any]:
    names = [field.name for field in fields(question) if field.name not in ("id", "markup", "stem", *_LAST)]
    first = {"id": question.id} if question.id != question.content_id else {}
    first |= {"markup": question.markup} if question.markup != markup else {}
    return {"type": question.type} | first | {"stem": question.stem} | _given(question, (*names, *_LAST))


def _given(record: Any, names: Iterable[str]) -> dict[str, Any]:
    """The fields of a dataclass that differ from their defaults, in this order."""
    known = {field.name: field for field in fields(record) if field.init}
    return {
        name: getattr(record, name)
        for name in names
        if name in known and getattr(record, name) != _default(known[name])
    }


def _default(field: Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _node(value: Any) -> yaml.Node:
    match value:
        case bool():
            return _scalar("bool", "true" if value else "false")
        case None:
            return _scalar("null", "null")
        case int() | float() | Decimal():
            return _number(Decimal(str(value)) if isinstance(value, float) else Decimal(value))
        case str():
            return _text(value)
        case Mapping():
            pairs = [(_text(str(name)), _node(inner)) for name, inner in value.items()]
            brackets = "type" not in value and _fits(list(chain(*pairs)))
            return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=brackets)
        case list() | tuple():
            nodes = [_node(inner) for inner in value]
            return yaml.SequenceNode("tag:yaml.org,2002:seq", nodes, flow_style=_fits(nodes))
        case _ if is_dataclass(value):
            return _node(_given(value, (field.name for field in fields(value))))
        case _:
            raise FormatError(
                f"found a value of the kind {type(value).__name__} in a question, expected text or numbers"
            )


def _fits(nodes: Sequence[yaml.Node]) -> bool:
    """Return whether a list or mapping is short and flat enough for one line in brackets."""
    flat = all(isinstance(node, yaml.ScalarNode) and node.style != "|" for node in nodes)
    return flat and sum(len(node.value) + 2 for node in nodes) <= _LINE


def _number(value: Decimal) -> yaml.ScalarNode:
    plain = format(value, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    if not value.is_finite() or len(plain) > MOST_DIGITS:
        raise FormatError(f"found the number {clip(str(value))}, expected one of at most {MOST_DIGITS} characters")
    if not value:  # 0E+3 is written with three zeros otherwise; minus zero keeps its sign, which its id knows
        plain = "-0" if value.is_signed() else "0"
    return _scalar("float" if "." in plain else "int", plain)


def _text(value: str) -> yaml.ScalarNode:
    try:
        value.encode()
    except UnicodeEncodeError as fault:
        half = f"U+{ord(value[fault.start]):04X}"
        raise FormatError(f"found half a character ({half}) in “{clip(value)}”, expected text") from None
    if len(value) > MOST_CHARACTERS:
        raise FormatError(
            f"found a text of {len(value):,} characters, “{clip(value)}”, expected at most {MOST_CHARACTERS:,}"
        )
    if _PLAIN.fullmatch(value) and value.casefold() not in _WORDS_WITH_MEANING:
        return _scalar("str", value)
    if "\n" in value and _BLOCK.fullmatch(value):
        return _scalar("str", value, "|")
    single = '"' in value and "'" not in value and value.isprintable()
    return _scalar("str", value, "'" if single else '"')


def _scalar(kind: str, value: str, style: str | None = None) -> yaml.ScalarNode:
    return yaml.ScalarNode(f"tag:yaml.org,2002:{kind}", value, style=style)


def yaml_of(value: Any) -> str:
    """Return a value of a question's field as a bank file has it: texts, numbers, lists, mappings and dataclasses."""
    return yaml.serialize(_node(value), Dumper=_Dumper, allow_unicode=True, width=sys.maxsize)
