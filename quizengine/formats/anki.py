"""Anki packages, by genanki: a card for each question, and one for each gap of a text with gaps.

The same question is the same note in every package (its guid follows from its id), so that it is replaced and not
doubled when a quiz that was repaired is imported again with “Update notes: Always”.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING, assert_never

from quizengine.formats.content.as_html import WITH_LATEX, in_html
from quizengine.formats.content.images import needed
from quizengine.formats.content.interactions import (
    ExportedQuestion,
    GapText,
    Mixed,
    MultipleChoice,
    NumberEntry,
    OpenAnswer,
    PairMatching,
    Sequencing,
    SingleChoice,
    TextEntry,
    TrueFalse,
)
from quizengine.formats.content.loss_tables import (
    Losses,
    LossTable,
    changes_marks,
    format_with_losses,
    not_carried,
    weakens,
)
from quizengine.formats.content.number_keys import asked_with_unit, figures
from quizengine.formats.content.typed_losses import OTHER_BLANKS
from quizengine.formats.encodings.html_text import html_of
from quizengine.formats.encodings.packages import packed
from quizengine.language.truth_words import truth_words
from quizengine.quiz.quiz import Quiz

if TYPE_CHECKING:
    from genanki import Model, Note

_EARLIEST = 946_684_800
"""2000-01-01, in seconds since 1970."""
_BASIC, _TYPED, _GAPS = 1_607_392_301, 1_607_392_302, 1_607_392_303
"""The ids of the note types: another id would make Anki skip notes that it has."""
_STYLE = """.card { font: 1.2em/1.45 sans-serif; text-align: left; max-width: 40em; margin: 0 auto; padding: .5em }
.why { margin-top: 1em; padding-top: .6em; border-top: 1px solid #999; font-size: .9em }
ol.letters { list-style-type: upper-alpha }
.cloze { font-weight: bold }"""
_PLAYED = re.compile(r'<audio [^>]*src="([\w.-]+)"[^>]*></audio>')
_WHY = '{{#Explanation}}<div class="why">{{Explanation}}</div>{{/Explanation}}'


def _write(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
    from genanki import Deck, Package

    deck = Deck(_number(quiz.title), quiz.title.replace("::", ": :") or "quizengine", html_of(quiz.description))
    models = _models()
    for one in kept:
        deck.add_note(_note(in_html(one, quiz.seed, WITH_LATEX, _named), quiz.locale, models))
    when = _made_at(deck.notes)
    database = sqlite3.connect(":memory:")
    try:
        Package(deck).write_to_db(database.cursor(), when, count(when * 1000))
        database.commit()
        collection = database.serialize()
    finally:
        database.close()
    media = needed(kept)
    names = {str(number): _named(file, data) for number, (file, data) in enumerate(media.items())}
    files = {str(number): data for number, data in enumerate(media.values())}
    return packed({"collection.anki2": collection, "media": json.dumps(names).encode(), **files})


def _named(file: str, data: bytes) -> str:
    """The name of a file in Anki, which keeps the files of all decks in one folder."""
    return f"quizengine-{sha256(data).hexdigest()[:16]}{file[file.rfind('.') :].lower()}"


def _made_at(notes: "Sequence[Note]") -> int:
    """The time that a package gives: the same for the same words, and another one for others.

    Anki replaces a note that it has only where the time of the new one differs.
    """
    words = "\0".join("\0".join((*note.fields, *note.tags)) for note in notes)
    return _EARLIEST + (int.from_bytes(sha256(words.encode()).digest()[:4]) >> 4)


def _number(name: str) -> int:
    """The id of a deck, which follows from its name."""
    return 1 << 30 | int.from_bytes(sha256(name.encode()).digest()[:4]) >> 2


def _models() -> "dict[int, Model]":
    from genanki import Model

    fields = [{"name": "Question"}, {"name": "Answer"}, {"name": "Explanation"}]
    asked, answered = "{{Question}}", "{{FrontSide}}<hr id=answer>{{Answer}}"
    card, typed, gaps = (
        {"name": "Card 1", "qfmt": front, "afmt": back + _WHY}
        for front, back in (
            (asked, answered),
            (asked + "<p>{{type:Answer}}</p>", "{{Question}}<hr id=answer>{{type:Answer}}"),
            ("{{cloze:Question}}", "{{cloze:Question}}"),
        )
    )
    return {
        _BASIC: Model(_BASIC, "quizengine question", fields, [card], _STYLE),
        _TYPED: Model(_TYPED, "quizengine typed answer", fields, [typed], _STYLE),
        _GAPS: Model(_GAPS, "quizengine gaps", [fields[0], fields[2]], [gaps], _STYLE, model_type=Model.CLOZE),
    }


def _note(one: ExportedQuestion, locale: str, models: "dict[int, Model]") -> "Note":
    from genanki import Note, guid_for

    tags = [re.sub(r"\s+", "_", tag.strip()) for tag in one.question.tags]
    model, fields = _fields(one, locale)
    explained = [*fields, _shown(one.feedback)]
    return Note(models[model], explained, guid=guid_for("quizengine", one.question.id), tags=tags)


def _fields(one: ExportedQuestion, locale: str) -> tuple[int, list[str]]:
    """The note type of a question, and its fields without the explanation."""
    match one.interaction:
        case TrueFalse(answer=answer):
            words = truth_words(locale)
            return _BASIC, [_shown(one.stem) + _listed("ul", words.values()), words["true" if answer else "false"]]
        case SingleChoice(options=options, right=right):
            texts = [option.text for option in options]
            return _BASIC, [_shown(one.stem) + _listed("ol", texts), _shown(right.text)]
        case MultipleChoice(options=options, right=several):
            texts = [option.text for option in options]
            return _BASIC, [_shown(one.stem) + _listed("ol", texts), _listed("ul", [each.text for each in several])]
        case NumberEntry():
            return _BASIC, [_shown(asked_with_unit(one)), _shown(html_of(_number_words(one.interaction)))]
        case TextEntry(key=key):
            first, *others = map(html_of, key.accepted)
            also = f"<br>({_shown('; '.join(others))})" if others else ""
            return (_BASIC if also else _TYPED), [_shown(one.stem), _shown(first) + also]
        case OpenAnswer(model=model):
            return _BASIC, [_shown(one.stem), _shown(model)]
        case GapText():
            return _GAPS, ["".join((_shown(one.stem), "<br><br>", *_with_gaps(one.interaction)))]
        case PairMatching(pairs=pairs, rights=rights):
            lefts = sorted((left for left, _ in pairs), key=lambda left: left.id)
            offered = _listed("ul", [left.text for left in lefts]) + _listed("ol", [right.text for right in rights])
            return _BASIC, [_shown(one.stem) + offered, _listed("ul", [f"{a.text} → {b.text}" for a, b in pairs])]
        case Sequencing(answer=ordered, options=shuffled):
            asked = _shown(one.stem) + _listed("ul", [option.text for option in shuffled])
            return _BASIC, [asked, _listed("ol", [option.text for option in ordered], "")]
        case Mixed():
            return not_carried(one.interaction)
        case _:
            assert_never(one.interaction)


def _number_words(entry: NumberEntry) -> str:
    key = entry.key
    found = " ".join(filter(None, (figures(key.value), entry.unit)))
    return found if key.low == key.high else f"{found} ({figures(key.low)} – {figures(key.high)})"


def _with_gaps(interaction: GapText) -> Iterator[str]:
    """The text with its gaps as Anki has them; what would end a gap early is written as entities."""
    numbers = count(1)
    for piece in interaction.pieces:
        if isinstance(piece, str):
            yield _in_cloze(piece)
        else:
            accepted = piece.key.accepted if isinstance(piece, TextEntry) else (_number_words(piece),)
            yield f"{{{{c{next(numbers)}::{_in_cloze(html_of(' / '.join(accepted)))}}}}}"


def _in_cloze(text: str) -> str:
    entities = _shown(text).replace("::", ":&#58;")
    return entities.replace("{", "&#123;").replace("}", "&#125;")


def _shown(html: str) -> str:
    """A text of a question, which is HTML, as a field in which only a recording is a command: `[sound:…]` is played."""
    return _PLAYED.sub(lambda found: f"[sound:{found[1]}]", html.replace("[", "&#91;"))


def _listed(tag: str, texts: Iterable[str], style: str = "letters") -> str:
    items = "".join(f"<li>{_shown(text)}</li>" for text in texts)
    return f'<{tag} class="{style}">{items}</{tag}>' if tag == "ol" and style else f"<{tag}>{items}</{tag}>"


_SELF = changes_marks("marks", "whoever learns says how well they knew it")
_LOSSES: LossTable = {
    "markup": weakens("Markdown", "written as HTML"),
    "formulas": None,
    "tabs and no-break spaces": OTHER_BLANKS,
    "images": None,
    "recordings": None,
    "true or false": _SELF,
    "single choice": _SELF,
    "multiple choice": _SELF,
    "number": _SELF,
    "short text": _SELF,
    "open question": _SELF,
    "cloze": _SELF,
    "matching": _SELF,
    "ordering": _SELF,
    "several points": weakens("what a question is worth"),
    "article": weakens("the article"),
    "seed": weakens("the order of options for each student", "a card has one order"),
    "evidence": weakens("the place of the evidence in the article", "its words are in the explanation"),
    "feedback for single options": weakens("feedback for single options"),
    "origin": weakens("which generator made a question"),
}

ANKI = format_with_losses(
    "anki",
    ".apkg",
    "A deck of cards for Anki.",
    write=_write,
    losses=Losses(_LOSSES),
    holds_images=True,
    holds_recordings=True,
)
