"""Typed options: a generator, check or format declares them, and a folder's `quizengine.toml` sets them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import partial
from typing import Any

from quizengine.errors import PLUGIN_FAULTS, error_message
from quizengine.extensions.folder_settings import FolderSettings
from quizengine.extensions.records import Check, Finding, Format, Generator

WithOptions = Generator | Check | Format
_FUNCTIONS: Mapping[type, tuple[str, ...]] = {
    Generator: ("find", "ask"),
    Check: ("look", "between"),
    Format: ("write", "read", "losses", "embed"),
}
"""The functions of each kind of record that are called with `options`."""


@dataclass(frozen=True)
class OptionValue:
    """An option as it is set: its name, its value in words, and what it means."""

    name: str
    value: str
    meaning: str
    is_default: bool


def with_options(record: WithOptions, settings: FolderSettings) -> tuple[WithOptions, list[Finding]]:
    """Return a record whose functions have the options that the folder sets, and what is wrong with these.

    Options at fault have their defaults. Raises PluginError, as any fault of a plugin, if the defaults are not valid.
    """
    if record.options is None:
        return record, []
    given, model = settings.options.get(record.name, {}), record.options
    values, findings = _validated(record.name, model, given, settings)
    functions = {name: getattr(record, name) for name in _FUNCTIONS[type(record)]}
    bound: dict[str, Any] = {name: partial(one, options=values) for name, one in functions.items() if one is not None}
    return replace(record, **bound, chosen=values), findings


def unused_options(settings: FolderSettings, records: Iterable[WithOptions]) -> list[Finding]:
    """A finding for each table of options that no record takes."""
    known = {one.name for one in records if one.options is not None}
    return [
        settings.finding(f"found options for {name}, which takes none{_hint(name, known)}", "options", name)
        for name in settings.options
        if name not in known
    ]


def _hint(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), 1)
    return f"; did you mean {near[0]}?" if near else ""


def option_values(record: WithOptions) -> tuple[OptionValue, ...]:
    """The options of a record as they are set; none for a record without options."""
    values = record.chosen
    if values is None:
        return ()
    return tuple(
        OptionValue(name, str(getattr(values, name)), one.description or "", name not in values.model_fields_set)
        for name, one in type(values).model_fields.items()
    )


def _validated(
    record: str, model: Any, given: Mapping[str, Any], settings: FolderSettings
) -> tuple[Any, list[Finding]]:
    """The model's values, and findings; a value at fault is left out, so that its default is used."""
    from pydantic import ValidationError  # costs 0.1 s, so it is paid by those whose plugins have options

    unknown = [name for name in given if name not in model.model_fields]
    findings = [
        settings.finding(f"found the unknown option {name}; {_options_of(model, name)}", "options", record, name)
        for name in unknown
    ]
    sound = {name: value for name, value in given.items() if name not in unknown}
    try:
        return model.model_validate(sound), findings
    except ValidationError as error:
        faults = {str(each["loc"][0]) if each["loc"] else "": each["msg"] for each in error.errors(include_url=False)}
    except PLUGIN_FAULTS as fault:
        faults = {"": error_message(fault, model.__module__)}
    for name, words in faults.items():
        found = f"found {sound[name]!r}: " if name in sound else ""
        at = (name,) if name else ()
        findings.append(settings.finding(f"{found}{_in_words(words)}", "options", record, *at))
    kept = {name: value for name, value in sound.items() if name not in faults and "" not in faults}
    return model.model_validate(kept), findings


def _in_words(message: str) -> str:
    """A message of pydantic in the words of the other messages."""
    return message.replace("Input should be", "expected").replace("Value error, ", "")


def _options_of(model: Any, name: str) -> str:
    near = get_close_matches(name, list(model.model_fields), 1)
    return f"did you mean {near[0]}?" if near else f"expected one of: {', '.join(model.model_fields)}"
