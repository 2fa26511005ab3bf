"""Parts become fields of a form, and a form that was sent becomes a response or errors in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, assert_never

from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest

from quizengine.grading import Misread, misread
from quizengine.parts import Choice, Gap, Ordering, Response, Text
from quizengine.quiz import SheetQuestion
from quizengine.web.languages import gettext, spoken

LONGEST_TEXT = 1000

Answerable = Choice | Gap | Ordering


@dataclass(frozen=True)
class Field:
    """A part to respond to as it stands on the page, with what is shown in it."""

    id: str
    """Its name in the form and on the page."""
    part: Answerable
    shown: tuple[str, ...] = ()
    """A choice: the ids chosen. A gap: the text. An ordering: the place given to each option, in the options' order."""
    error: str = ""
    label: str = ""
    """What a gap in a text is called beside the others: Gap 1 of 2."""
    name: str = ""
    """What it is called where that is plain to see: Gap 1."""

    @property
    def text(self) -> str:
        """The text in a gap."""
        return self.shown[0] if self.shown else ""

    @property
    def kind(self) -> Literal["choice", "pick", "gap", "ordering"]:
        """How it is drawn; a `pick` is one of several choices, each with its label."""
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


def form_of(question: SheetQuestion, response: Response) -> Form:
    """The form of a question with the response given so far."""
    return _form(
        question,
        {
            field.id: Field(field.id, field.part, _shown(field.part, response.get(field.part.name, ())))
            for field in _fields(question)
        },
    )


@dataclass(frozen=True)
class Filled:
    """A question's form as it was sent; it is put together again only where it has to be shown again."""

    question: SheetQuestion
    fields: tuple[Field, ...]

    @property
    def faulty(self) -> bool:
        """Whether anything in it could not be read."""
        return any(field.error for field in self.fields)

    @property
    def form(self) -> Form:
        """The form with what was filled in, and with its errors."""
        return _form(self.question, {field.id: field for field in self.fields})

    @property
    def response(self) -> Response:
        """What was given, without the fields that have errors; nothing filled in is an empty response."""
        given = [(field.part.name, _given(field)) for field in self.fields if not field.error]
        return {name: texts for name, texts in given if any(text.strip() for text in texts)}


def read_form(question: SheetQuestion, sent: MultiDict[str, str]) -> Filled:
    """The form as it was filled in; raises BadRequest for what no page of ours could have sent."""
    return Filled(question, tuple(_filled(field, sent.getlist(field.id)) for field in _fields(question)))


def _fields(question: SheetQuestion) -> list[Field]:
    return [Field(f"part-{number}", part) for number, part in enumerate(question.parts) if not isinstance(part, Text)]


def _form(question: SheetQuestion, fields: dict[str, Field]) -> Form:
    stem, rest = _stem(question)
    pieces: list[str | Field] = [
        part.text if isinstance(part, Text) else fields[f"part-{number}"] for number, part in rest
    ]
    blocks: list[tuple[str | Field, ...]] = []
    for flows, grouped in groupby(pieces, _flows):
        run = list(grouped)
        blocks += [tuple(_named(run))] if flows else [(piece,) for piece in run]
    return Form(stem, tuple(blocks))


def _stem(question: SheetQuestion) -> tuple[str, list[tuple[int, Text | Answerable]]]:
    numbered = list(enumerate(question.parts))
    first = question.parts[0] if question.parts else None
    return (
        (first.text, numbered[1:])
        if isinstance(first, Text)
        else (gettext("Question %(number)s", number=question.number), numbered)
    )


def _flows(piece: str | Field) -> bool:
    """Whether it stands in a run of words: the words themselves, and gaps without a label of their own."""
    return isinstance(piece, str) or (isinstance(piece.part, Gap) and not piece.part.label)


def _named(run: list[str | Field]) -> Iterator[str | Field]:
    """The run with its gaps named by number, so that each can be told from the others without seeing it."""
    gaps = sum(isinstance(piece, Field) for piece in run)
    number = 0
    for piece in run:
        if isinstance(piece, Field):
            number += 1
            yield Field(piece.id, piece.part, piece.shown, piece.error, *_gap_named(number, gaps))
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
    """What a field without errors shows, as a response."""
    if not isinstance(field.part, Ordering):
        return field.shown
    placed = sorted(
        (int(place), option.id) for place, option in zip(field.shown, field.part.options, strict=True) if place
    )
    return tuple(option for _, option in placed)


def _filled(field: Field, sent: list[str]) -> Field:
    part = field.part
    match part:
        case Choice():
            _expect(sent, {option.id for option in part.options}, most=len(part.options) if part.multiple else 1)
            return Field(field.id, part, tuple(option.id for option in part.options if option.id in sent))
        case Gap():
            text = (sent or [""])[0]
            return Field(field.id, part, (text,), _fault_of_text(part, text))
        case Ordering():
            places = [str(number) for number in range(1, len(part.options) + 1)]
            sent = sent or [""] * len(places)
            _expect(sent, {"", *places}, most=len(places), least=len(places))
            return Field(field.id, part, tuple(sent), _fault_of_places(sent))
        case _:
            assert_never(part)


def _expect(sent: list[str], known: Iterable[str], most: int, least: int = 0) -> None:
    values = [value for value in sent if value]
    if not least <= len(sent) or len(values) > most or not set(values) <= set(known):
        raise BadRequest(
            gettext("The form holds an answer that this question does not offer. Go back and load the page again.")
        )


def _fault_of_text(part: Gap, text: str) -> str:
    if len(text) > LONGEST_TEXT:
        figure = spoken().figure
        return gettext(
            "Your answer has %(found)s characters. Shorten it to %(most)s or fewer.",
            found=figure(len(text)),
            most=figure(LONGEST_TEXT),
        )
    found = misread(part, (text,))
    return _not_read(found) if found else ""


def _not_read(found: Misread) -> str:
    """What to type instead of what cannot be read as a number, with examples as the quiz's own locale writes them."""
    first, second = found.instead
    words = {"typed": found.typed, "first": first, "second": second}
    if found.twofold:
        return gettext(
            "“%(typed)s” can be read in two ways. Write %(first)s or %(second)s, whichever you mean.", **words
        )
    return gettext(
        "“%(typed)s” cannot be read as a number. Write digits, for example %(first)s or %(second)s.", **words
    )


def _fault_of_places(sent: list[str]) -> str:
    places = [place for place in sent if place]
    twice = sorted((place for place in set(places) if places.count(place) > 1), key=int)
    if twice:
        return gettext("You gave place %(place)s more than once. Give each place to one line.", place=twice[0])
    if places and len(places) < len(sent):
        return gettext("Some lines have no place yet. Give a place to every line, or to none to skip the question.")
    return ""
