"""The form in which a teacher writes a question: its fields in order, each with what is typed and what is wrong."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from werkzeug.datastructures import MultiDict

from quizengine.bank.form_fields import FormField, Typed, form_fields
from quizengine.quiz.questions import Question
from quizengine.web.render.field_labels import label_of
from quizengine.web.render.form_faults import FormFault
from quizengine.web.render.languages import gettext, later

PREFIX = "q."
"""The beginning of the fields' names in the form, which has others as well."""
_FIRST, _LAST, _MORE = ("stem",), ("points", "rationale", "evidence", "tags"), ("markup", "id")
_HIDDEN = frozenset({"origin"})
_MODEL_ANSWER = ("open", "answer")
"""The type and the field with a model answer, which is longer than the right answers of other types."""
_FEWEST_ROWS, _MORE_ROWS = 3, 5
"""Rows of a list that is needed, and those that are added on demand."""
_LONG = frozenset({"stem", "rationale", "text", "quote"})
_ON_ONE_LINE = frozenset({"unit", "id"})

_HINTS: Mapping[str, str] = {
    "pinned": later("All other options are shuffled."),
    "points": later("Leave empty for one point for each part."),
    "rationale": later("Students read it after the quiz."),
    "evidence": later("Copy them from the article, word for word."),
    "id": later("Leave empty unless results should stay with the question when its words change."),
    "tolerance": later("Fill in one of the three, or none if the number must be met exactly."),
    "match": later("Words: spelling alone. Code: signs and capitals too. Exact: every character."),
    "near_miss": later("Only in words of seven letters or more: Iran is not Iraq. Never in digits, signs or code."),
    "text": later("Put each gap in braces, with other right words after a bar: {water|H2O}."),
}
_WORDS: Mapping[str, str] = {
    "true": later("True"),
    "false": later("False"),
    "partial": later("part of the points"),
    "all-or-nothing": later("nothing"),
    "full": later("all points"),
    "half": later("half of the points"),
    "nothing": later("nothing"),
    "words": later("words"),
    "code": later("code"),
    "exact": later("exact"),
    "plain": later("plain text"),
    "markdown": later("Markdown"),
}


@dataclass(frozen=True)
class Control:
    """One control of the form, or one column of several rows of them."""

    name: str
    """The name in the form."""
    id: str
    label: str
    kind: str
    """text, long, line, number, truth, check, select."""
    values: tuple[str, ...]
    """The values in it; one for each row."""
    choices: tuple[tuple[str, str], ...] = ()
    """The values that can be chosen, each with its words."""


@dataclass(frozen=True)
class QuestionField:
    """A field of a question with its controls: one, several of a group, or rows of them."""

    name: str
    label: str
    hint: str
    controls: tuple[Control, ...]
    rows: int = 0
    """The number of rows; 0 if it is not a list."""
    several: Control | None = None
    """The box that tells a list of one from a single text."""
    required: bool = False
    is_more: bool = False
    """True if it is folded away because it is seldom needed."""
    faults: tuple[FormFault, ...] = ()
    findings: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of its first control, or of its first row."""
        return self.controls[0].id + ("-1" if self.rows else "")


def read_typed(sent: MultiDict[str, str], was: Typed) -> dict[str, tuple[str, ...]]:
    """Return what a form holds, by field, with what was there before in fields that the form does not show."""
    typed = {name.removeprefix(PREFIX): tuple(sent.getlist(name)) for name in sent if name.startswith(PREFIX)}
    hidden = {name: texts for name, texts in was.items() if name.partition(".")[0] in _HIDDEN}
    return hidden | typed


def followed(cls: type[Question], typed: Typed, was: Typed) -> dict[str, tuple[str, ...]]:
    """Return what was typed, where what repeats an option's text follows it: reworded, or gone with the option."""
    after = dict(typed)
    for field in form_fields(cls):
        for path, one_of in _repeating(field, field.name):
            now = {text.strip() for name in one_of for text in typed.get(name, ())}
            reworded = {
                old: new.strip()
                for name in one_of
                for old, new in zip_longest(was.get(name, ()), typed.get(name, ()), fillvalue="")
                if old and old not in now
            }
            told = typed.get(path, ())
            after[path] = tuple(reworded.get(text, text) for text in told)
            for column in (f"{field.name}.{each.name}" for each in field.inner if field.kind == "groups"):
                if column != path:
                    gone = [reworded.get(text) == "" for text in told]
                    after[column] = tuple(
                        "" if lost else text for text, lost in zip_longest(typed.get(column, ()), gone, fillvalue="")
                    )
    return after


def fields_to_show(
    cls: type[Question],
    typed: Typed,
    faults: Mapping[str, Sequence[FormFault]],
    findings: Mapping[str, Sequence[str]],
    *,
    more_rows: bool = False,
) -> tuple[QuestionField, ...]:
    """The fields of a question type in the order in which a teacher fills them in."""
    known = {field.name: field for field in form_fields(cls) if field.name not in _HIDDEN}
    own = [name for name in known if name not in (*_FIRST, *_LAST, *_MORE)]
    order = [name for name in (*_FIRST, *own, *_LAST, *_MORE) if name in known]
    blank = _MORE_ROWS if more_rows else 1
    shown = (_shown(known[name], typed, blank) for name in order)
    shown = (_as_model_answer(one) if (cls.type, one.name) == _MODEL_ANSWER else one for one in shown)
    return tuple(
        replace(one, faults=tuple(faults.get(one.name, ())), findings=tuple(findings.get(one.name, ())))
        for one in shown
    )


def _repeating(field: FormField, path: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    """The fields in the form that repeat texts of others, with the names of those."""
    if field.one_of:
        yield path, field.one_of
    for inner in field.inner if field.kind == "groups" else ():
        yield from _repeating(inner, f"{path}.{inner.name}")


def _shown(field: FormField, typed: Typed, blank: int) -> QuestionField:
    name, several, rows = field.name, None, 0
    if name == "evidence":
        controls = [
            _control(replace(each, kind="text"), typed, "evidence.") for each in field.inner if each.name == "quote"
        ]
    elif field.kind in ("group", "groups"):
        controls = [control for each in field.inner for control in _in_group(each, typed, f"{name}.")]
    elif field.kind == "list":
        controls = [replace(_control(replace(field, kind=field.inner[0].kind), typed, ""), label="")]
        if len(field.inner) > 1:
            rows = len(field.inner)
    else:
        controls = [_control(field, typed, "")]
    if field.kind in ("list", "groups"):
        filled = max(_filled(control.values) for control in controls)
        rows = rows or max(filled + blank, _FEWEST_ROWS if field.required and not field.one_or_list else 0)
        controls = [replace(control, values=(*control.values, *[""] * rows)[:rows]) for control in controls]
    if field.one_or_list:
        several = Control(
            f"{PREFIX}{name}.several",
            f"f-{name}-several",
            label_of("several"),
            "check",
            typed.get(f"{name}.several", ()),
        )
    return QuestionField(
        name,
        label_of(name),
        gettext(_HINTS[name]) if name in _HINTS else "",
        tuple(controls),
        rows,
        several,
        field.required,
        name in _MORE,
    )


def _as_model_answer(field: QuestionField) -> QuestionField:
    label = gettext("Model answer")
    return replace(
        field,
        label=label,
        hint=gettext(
            "What a good answer says. Students read it after they have answered, and mark their answer by it."
        ),
        controls=tuple(replace(control, label=label, kind="long") for control in field.controls),
    )


def _in_group(field: FormField, typed: Typed, path: str) -> list[Control]:
    """The control of a field in a group; of two ends, one for each."""
    control = _control(field, typed, path)
    if field.kind != "list" or len(field.inner) != 2:
        return [control]
    ends = zip(
        (gettext("From"), gettext("To")), (*control.values, "", "")[:2], (control.id, f"{control.id}-to"), strict=True
    )
    return [replace(control, label=label, values=(value,), id=id_) for label, value, id_ in ends]


def _control(field: FormField, typed: Typed, path: str) -> Control:
    name = f"{path}{field.name}"
    kind, choices = _kind(field)
    if field.one_of:
        options = dict.fromkeys(text.strip() for each in field.one_of for text in typed.get(each, ()) if text.strip())
        kind, choices = "select", (("", ""), *((text, text) for text in options))
    elif field.kind == "one of":
        choices = tuple((each, gettext(_WORDS[each]) if each in _WORDS else each) for each in field.choices)
    return Control(
        f"{PREFIX}{name}", f"f-{name.replace('.', '-')}", label_of(field.name), kind, typed.get(name, ()), choices
    )


def _kind(field: FormField) -> tuple[str, tuple[tuple[str, str], ...]]:
    if field.kind == "truth":
        return (
            ("truth", tuple((each, gettext(_WORDS[each])) for each in ("true", "false")))
            if field.required
            else ("check", ())
        )
    if field.kind == "one of":
        return "select", ()
    if field.kind == "list":
        return "number", ()
    if field.kind == "yaml" or field.name in _LONG:
        return "long", ()
    return ("line" if field.name in _ON_ONE_LINE else field.kind), ()


def _filled(values: Sequence[str]) -> int:
    """Return how many rows there are up to the last one that is not blank."""
    return max((row for row, text in enumerate(values, 1) if text.strip()), default=0)
