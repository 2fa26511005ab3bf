"""Recognises the format of a file by its ending and its content."""

from collections.abc import Iterable

from quizengine.errors import PLUGIN_FAULTS, FormatError, error_message
from quizengine.extensions.records import Format


def format_of(formats: Iterable[Format], name: str, data: bytes, wanted: str = "") -> Format:
    """Return the format to read a file in; `wanted` is the name of one that somebody chose.

    Raises FormatError if no format reads the file, or where several might.
    """
    readers = {form.name: form for form in formats if form.read}
    if wanted:
        if wanted not in readers:
            raise FormatError(f"found no format {wanted} to read, expected one of: {_names(readers.values())}")
        return readers[wanted]
    by_ending = [form for form in readers.values() if _ends(form, name)]
    fitting = [form for form in by_ending if _recognises(form, data)]
    if len(fitting) == 1:
        return fitting[0]
    if not by_ending:
        endings = ", ".join(dict.fromkeys(end for form in readers.values() for end in (form.suffix, *form.also_read)))
        raise FormatError(f"{name}: found a file whose ending no format has, expected one of: {endings}")
    among = fitting or by_ending
    if not fitting and len(by_ending) == 1:
        return by_ending[0]  # its reader gives a better message
    raise FormatError(f"{name}: found a file that could be in several formats; say in which: {_names(among)}")


def _ends(form: Format, name: str) -> bool:
    return name.lower().endswith((form.suffix, *form.also_read))


def _recognises(form: Format, data: bytes) -> bool:
    try:
        return bool(form.recognises(data))
    except PLUGIN_FAULTS as fault:
        error_message(fault)
        return False


def _names(formats: Iterable[Format]) -> str:
    return ", ".join(sorted(form.name for form in formats))
