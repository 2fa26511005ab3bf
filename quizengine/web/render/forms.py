"""Turns parts into fields of a form, and a sent form into a response or errors in words."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from types import MappingProxyType
from typing import Literal, assert_never

from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest

from quizengine.quiz.markup import PLAIN, Markup
from quizengine.quiz.parts import Choice, Gap, Key, Ordering, Response, Text
from quizengine.quiz.quiz import SheetQuestion
from quizengine.web.render.answer_faults import fault_of_places, fault_of_text
from quizengine.web.render.languages import gettext
from quizengine.web.render.wording import only_words

Answerable = Choice | Gap | Ordering


@dataclass(frozen=True)
class Field:
    """A part to respond to as it is on the page, with what is shown in it."""

    id: str
    """The id of the field in the page, by its place there."""
    input: str
    """The name of the field in the form, wherever on the page it is."""
    part: Answerable
    values: tuple[str, ...] = ()
    """The value of each option in the form; in a line of an ordering, the end of the name of its place."""
    shown: tuple[str, ...] = ()
    """A choice: the ids chosen. A gap: the text. An ordering: the place given to each option, in the options' order."""
    error: str = ""
    label: str = ""
    """The name of a gap among the others of a text: Gap 1 of 2."""
    name: str = ""
    """The short name, where the others are plain to see: Gap 1."""
    markup: Markup = PLAIN
    """The markup of its options and its label."""

    @property
    def drops_down(self) -> bool:
        """True if its options are words alone, which a drop-down list can show."""
        return isinstance(self.part, Gap) or only_words([option.text for option in self.part.options], self.markup)

    @property
    def text(self) -> str:
        """The text in a gap."""
        return self.shown[0] if self.shown else ""

    @property
    def kind(self) -> Literal["choice", "pick", "gap", "ordering"]:
        """The kind of control that is drawn; a `pick` is one of several choices, each with its label."""
        match self.part:
            case Choice(label=label, multiple=multiple):
                return "pick" if label and not multiple else "choice"
            case Gap():
                return "gap"
            case Ordering():
                return "ordering"
            case _:
                assert_never(self.part)


@dataclass(frozen=True)
class Form:
    """A question's form: the stem, then blocks, each a run of words and gaps or a single field."""

    stem: str
    blocks: tuple[tuple[str | Field, ...], ...]
    markup: Markup = PLAIN
    """The markup of its words."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """All that can be responded to, in order."""
        return tuple(piece for block in self.blocks for piece in block if isinstance(piece, Field))

    @property
    def alone(self) -> Field | None:
        """The field of a question that consists of the stem and this field, which the stem then names."""
        only = self.blocks[0] if len(self.blocks) == 1 else ()
        return only[0] if len(only) == 1 and isinstance(only[0], Field) and only[0].kind != "pick" else None

    @property
    def errors(self) -> tuple[Field, ...]:
        """The fields with something wrong."""
        return tuple(field for field in self.fields if field.error)


@lru_cache(4096)
def opaque_id(text: str) -> str:
    """Return what stands for a text in a form: eight hexadecimal digits that follow from what the student reads alone.

    Ids are the business of question types, and one of a plugin may say which option is right.
    """
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def form_of(question: SheetQuestion, response: Response, named: Callable[[str], str] = opaque_id) -> Form:
    """The form of a question with the response given so far; `named` gives what stands for a text in it."""
    fields = (
        replace(field, shown=_shown(field.part, response.get(field.part.name, ())))
        for field in _fields(question, named)
    )
    return _form(question, {field.id: field for field in fields})


@dataclass(frozen=True)
class Filled:
    """A question's form as it was sent; it is put together again only where it has to be shown again."""

    question: SheetQuestion
    fields: tuple[Field, ...]

    @property
    def faulty(self) -> bool:
        """True if anything in it could not be read."""
        return any(field.error for field in self.fields)

    @property
    def form(self) -> Form:
        """The form with what was filled in, and with its errors."""
        return _form(self.question, {field.id: field for field in self.fields})

    @property
    def response(self) -> Response:
        """The response, without the fields that have errors; empty if nothing in the form is filled in."""
        given = [(field.part.name, _given(field)) for field in self.fields if not field.error]
        return {name: texts for name, texts in given if any(text.strip() for text in texts)}


def read_form(
    question: SheetQuestion, sent: MultiDict[str, str], keys: Mapping[str, Key] = MappingProxyType({})
) -> Filled:
    """The form as it was filled in; raises BadRequest for what no page of ours could have sent.

    The `keys` tell whether a number that can be read in two ways has to be asked back.
    """
    return Filled(
        question, tuple(_filled(field, sent, keys.get(field.part.name)) for field in _fields(question, opaque_id))
    )


def _fields(question: SheetQuestion, named: Callable[[str], str]) -> list[Field]:
    return [
        Field(
            f"part-{number}",
            f"part-{named(part.label)}" if isinstance(part, Choice) and part.label else f"part-{number}",
            part,
            () if isinstance(part, Gap) else tuple(named(option.text) for option in part.options),
            markup=question.markup,
        )
        for number, part in enumerate(question.parts)
        if not isinstance(part, Text)
    ]


def _form(question: SheetQuestion, fields: dict[str, Field]) -> Form:
    stem, rest = _stem(question)
    pieces: list[str | Field] = [
        part.text if isinstance(part, Text) else fields[f"part-{number}"] for number, part in rest
    ]
    blocks: list[tuple[str | Field, ...]] = []
    for flows, grouped in groupby(pieces, _flows):
        run = list(grouped)
        blocks += [tuple(_named(run))] if flows else [(piece,) for piece in run]
    return Form(stem, tuple(blocks), question.markup)


def _stem(question: SheetQuestion) -> tuple[str, list[tuple[int, Text | Answerable]]]:
    numbered = list(enumerate(question.parts))
    first = question.parts[0] if question.parts else None
    return (
        (first.text, numbered[1:])
        if isinstance(first, Text)
        else (gettext("Question %(number)s", number=question.number), numbered)
    )


def _flows(piece: str | Field) -> bool:
    """Return whether it is in a run of words: the words themselves, and gaps without a label of their own."""
    return isinstance(piece, str) or (isinstance(piece.part, Gap) and not piece.part.label)


def _named(run: list[str | Field]) -> Iterator[str | Field]:
    """The run with its gaps named by number, so that each can be told from the others without seeing it."""
    gaps = sum(isinstance(piece, Field) for piece in run)
    number = 0
    for piece in run:
        if isinstance(piece, Field):
            number += 1
            label, name = _gap_named(number, gaps)
            yield replace(piece, label=label, name=name)
        else:
            yield piece


def _gap_named(number: int, gaps: int) -> tuple[str, str]:
    if gaps == 1:
        return gettext("Gap"), gettext("Gap")
    return (
        gettext("Gap %(number)s of %(total)s", number=number, total=gaps),
        gettext("Gap %(number)s", number=number),
    )


def _shown(part: Answerable, given: tuple[str, ...]) -> tuple[str, ...]:
    """A response as the field shows it."""
    if not isinstance(part, Ordering):
        return given
    return tuple(str(given.index(option.id) + 1) if option.id in given else "" for option in part.options)


def _given(field: Field) -> tuple[str, ...]:
    """Return what a field without errors shows, as a response."""
    if not isinstance(field.part, Ordering):
        return field.shown
    placed = sorted(
        (int(place), option.id) for place, option in zip(field.shown, field.part.options, strict=True) if place
    )
    return tuple(option for _, option in placed)


def _filled(field: Field, sent: MultiDict[str, str], key: Key | None) -> Field:
    part, given = field.part, sent.getlist(field.input)
    if field.input != field.id and field.id in sent:  # a page of a version that named fields by their places
        raise BadRequest(_not_offered())
    match part:
        case Choice():
            _expect(given, field.values, most=len(part.options) if part.multiple else 1)
            chosen = (option.id for option, value in zip(part.options, field.values, strict=True) if value in given)
            return replace(field, shown=tuple(chosen))
        case Gap():
            text = (given or [""])[0].replace("\r\n", "\n")  # as browsers end the lines of a larger field
            return replace(field, shown=(text,), error=fault_of_text(part, text, key))
        case Ordering():
            _expect(given, (), most=0)
            places = [place for value in field.values for place in sent.getlist(f"{field.input}-{value}") or [""]]
            known = [str(number) for number in range(1, len(part.options) + 1)]
            _expect(places, known, most=len(known))
            return replace(field, shown=tuple(places), error=fault_of_places(places))
        case _:
            assert_never(part)


def _expect(given: list[str], known: Iterable[str], most: int) -> None:
    """Raise BadRequest for what is not offered, or for more of it than there can be."""
    values = [value for value in given if value]
    if len(values) > most or not set(values) <= set(known):
        raise BadRequest(_not_offered())


def _not_offered() -> str:
    return gettext("The form contains an answer that this question does not offer. Go back and load the page again.")
