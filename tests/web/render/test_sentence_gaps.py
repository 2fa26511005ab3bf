"""A stem with one blank has its field in that place; every other stem stays whole."""

import pytest

from quizengine.quiz.parts import Gap, Text
from quizengine.quiz.quiz import SheetQuestion
from quizengine.web.render.forms import Field, Form, form_of
from quizengine.web.render.sentence_gaps import with_field_in_sentence


def form(stem: str, unit: str = "") -> Form:
    return with_field_in_sentence(form_of(SheetQuestion("id", 1, (Text(stem), Gap("answer", unit=unit))), {}))


def words(shown: Form) -> list[str]:
    """The words around the field, which stands as a bar."""
    return ["|" if isinstance(piece, Field) else piece for block in shown.blocks for piece in block]


def test_what_asks_stays_the_stem_and_the_field_stands_in_the_sentence(app) -> None:
    with app.test_request_context():
        shown = form("Which word is missing? “Ice is ____ than water.”")
        assert shown.stem == "Which word is missing?" and words(shown) == ["“Ice is ", "|", " than water.”"]
        assert shown.fields[0].label == "Gap" and shown.fields[0].input == "part-1"


def test_a_sentence_that_asks_nothing_gets_a_heading(app) -> None:
    with app.test_request_context():
        assert (form("Ice is ____.").stem, words(form("Ice is ____."))) == ("Fill the gap", ["Ice is ", "|", "."])


def test_a_unit_that_the_sentence_has_is_not_said_twice(app) -> None:
    with app.test_request_context():
        for stem, unit in (("It has ____ metres.", ""), ("It has ____ in all.", "metres")):
            part = form(stem, "metres").fields[0].part
            assert isinstance(part, Gap) and part.unit == unit


@pytest.mark.parametrize("stem", ["What is ice?", "____ is ____.", "What does __init__ do?"])
def test_a_stem_without_one_blank_stays_whole(app, stem: str) -> None:
    with app.test_request_context():
        assert form(stem).stem == stem and form(stem).alone
