"""Twenty responses to each question earn in eight targets what they earn here, but for what the loss report names."""

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from anki.collection import Collection, ImportAnkiPackageRequest
from python_calamine import CalamineWorkbook
from sample_responses import QUIZ, comparable, lost_in, samples
from target_marks import (
    Marking,
    any_of,
    blackboard,
    brightspace,
    given_words,
    google_forms,
    h5p,
    one_of_texts,
    one_set,
    part_by_part,
    whole_only,
)

from quizengine import Format, start
from quizengine.formats.content.features import kind_of
from quizengine.formats.content.interactions import ExportedQuestion, GapText, NumberEntry, PairMatching, Sequencing
from quizengine.formats.encodings.html_text import html_to_text

FORMATS = start(strict=True).registry.formats


def carried(form: Format) -> tuple[ExportedQuestion, ...]:
    """The questions that a file of the format holds."""
    losses: Any = form.losses
    found: tuple[ExportedQuestion, ...] = losses.__self__.carried(QUIZ)
    return found


def rows(form: Format) -> list[list[str]]:
    """The rows of a table, read by a library that is not ours."""
    data = form.written(QUIZ)[0]
    if form.suffix == ".xlsx":
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
        found = sheet.to_python(skip_empty_area=False)
        return [[str(int(cell)) if isinstance(cell, float) else str(cell) for cell in row] for row in found]
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t" if form.suffix == ".txt" else ","))


def of_game(form: Format) -> list[Marking]:
    """A quiz game: the options from the third column on, and the numbers of the right ones in the eighth."""
    found = rows(form)[-len(carried(form)) :]
    keys = [[row[1 + int(place)] for place in row[7].split(",")] for row in found]
    return [(any_of if form.name == "blooket" else one_set)(key) for key in keys]


def of_brightspace(form: Format) -> list[Marking]:
    """The rows of each question, from one NewQuestion to the next."""
    blocks: list[list[Sequence[str]]] = []
    for row in rows(form):
        if row[0] == "NewQuestion":
            blocks.append([])
        if blocks:
            blocks[-1].append(row)
    return [brightspace(block) for block in blocks]


def of_h5p(form: Format) -> list[Marking]:
    """The content of the package."""
    with ZipFile(io.BytesIO(form.written(QUIZ)[0])) as package:
        content = json.loads(package.read("content/content.json"))
    return [h5p(one["library"], one["params"]) for one in content["questions"]]


def of_google(form: Format) -> list[Marking]:
    """The items in the script's JSON; those of one question begin with its stem, and its gaps follow its words."""
    held = re.search(r"= (\{\n.*?\n\});?\n", form.written(QUIZ)[0].decode(), re.DOTALL)
    assert held
    items = [item for item in json.loads(held[1])["items"] if item["kind"] not in ("words", "image")]
    waiting: Iterator[dict[str, Any]] = iter(items)
    return [google_forms([next(waiting) for _ in range(_items_of(one))]) for one in carried(form)]


def _items_of(one: ExportedQuestion) -> int:
    match one.interaction:
        case GapText(gaps=gaps):
            return len(gaps)
        case PairMatching(pairs=pairs):
            return len(pairs)
        case Sequencing(answer=answer):
            return len(answer)
        case _:
            return 1


MARKINGS = {
    "kahoot": of_game,
    "wayground": of_game,
    "blooket": of_game,
    "h5p": of_h5p,
    "google-forms": of_google,
    "blackboard": lambda form: [blackboard(row) for row in rows(form)],
    "brightspace": of_brightspace,
}
COMPARED = {
    "kahoot": 12,
    "wayground": 12,
    "blooket": 6,
    "h5p": 50,
    "google-forms": 25,
    "blackboard": 50,
    "brightspace": 50,
}
"""How many responses are compared at least; those that the report names are not."""


@pytest.mark.parametrize("name", MARKINGS)
def test_a_target_marks_as_quizengine_does_but_for_what_is_named(name: str) -> None:
    form = FORMATS[name]
    lost, compared = lost_in(form), 0
    for one, mark in zip(carried(form), MARKINGS[name](form), strict=True):
        if kind_of(one.interaction) in lost:
            continue
        for sample in comparable(form, one.question):
            theirs = mark(given_words(one, sample.response))
            assert abs(theirs - sample.share) < Fraction(1, 1000), (one.stem, sample, theirs)
            compared += 1
    assert compared >= COMPARED[name], compared


@pytest.mark.parametrize("name", [*MARKINGS, "anki"])
def test_what_the_report_calls_marked_differently_is(name: str) -> None:
    """A loss that never shows would only frighten: each format has questions that it marks differently."""
    form = FORMATS[name]
    assert any(loss.effect == "changes marks" for loss in form.losses(QUIZ))
    if name == "anki":
        return
    marks = zip(carried(form), MARKINGS[name](form), strict=True)
    assert any(
        mark(given_words(one, sample.response)) != sample.share
        for one, mark in marks
        for sample in samples(one.question)
    )


def test_an_honest_learner_marks_as_quizengine_does_by_what_a_card_shows(tmp_path: Path) -> None:
    collection = Collection(str(tmp_path / "collection.anki2"))
    try:
        (tmp_path / "quiz.apkg").write_bytes(FORMATS["anki"].written(QUIZ)[0])
        collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(tmp_path / "quiz.apkg")))
        notes = [collection.get_note(ident) for ident in sorted(collection.find_notes(""))]
        cards = [(note["Question"], dict(note.items()).get("Answer", "")) for note in notes]
    finally:
        collection.close()
    compared = 0
    for one, (question, answer) in zip(carried(FORMATS["anki"]), cards, strict=True):
        mark = honest(one, question, answer)
        plain = lost_in(FORMATS["h5p"])  # what is typed is compared sign by sign
        for sample in samples(one.question):
            if not sample.needs & plain:
                right = mark(given_words(one, sample.response)) == 1
                assert right == (sample.share == 1), (one.stem, sample)
                compared += 1
    assert compared >= 100, compared


def honest(one: ExportedQuestion, question: str, answer: str) -> Marking:
    """Whoever learns compares what they thought of with what the card shows."""
    shown = html_to_text(answer).split("\n")
    match one.interaction:
        case GapText():
            gaps = [html_to_text(gap).split(" / ") for gap in re.findall(r"\{\{c\d+::(.*?)\}\}", question)]
            return whole_only([one_of_texts(gap) for gap in gaps])
        case PairMatching():
            return whole_only([one_set([line.partition(" → ")[2]]) for line in shown])
        case Sequencing():
            return whole_only([one_set([line]) for line in shown])
        case NumberEntry():
            numbers = [Fraction(text) for text in re.findall(r"-?\d+(?:\.\d+)?", shown[0])]
            low, high = numbers[-2:] if len(numbers) == 3 else (numbers[0], numbers[0])
            return lambda given: Fraction(_is_between(low, "".join(given), high))
        case _ if "(" in shown[-1] and len(shown) > 1:
            return one_of_texts([shown[0], *shown[-1].strip("()").split("; ")])
        case _ if one.question.type == "short_text":
            return one_of_texts(shown)
        case _:
            return one_set(shown)


def _is_between(low: Fraction, typed: str, high: Fraction) -> bool:
    try:
        return low <= Fraction(typed) <= high
    except ValueError:
        return False


def test_parts_are_marked_one_by_one_or_together() -> None:
    parts = [one_set(["a"]), one_set(["b"])]
    assert [part_by_part(parts)(given) for given in (["a", "b"], ["a", "x"], [])] == [1, Fraction(1, 2), 0]
    assert [whole_only(parts)(given) for given in (["a", "b"], ["a", "x"], ["a"])] == [1, 0, 0]
