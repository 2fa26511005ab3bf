"""The events of a YAML text from PyYAML's parser; if it fails, the reason in a teacher's words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from quizengine.bank.decoding import unreadable_bank

LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where PyYAML was built with it, which is ten times faster."""

_QUOTES = "put the whole text in quotation marks"
_OPEN = "a closing quotation mark is missing"
_INDENT = "compare the indentation with the lines above"


@dataclass(frozen=True)
class Trouble:
    """One of the things that can make a text invalid YAML."""

    sign: str
    """Part of the parser's message about it."""
    words: str
    at_beginning: bool = False
    """True if the message should point at the opening mark rather than at the place where the parser failed."""


_TROUBLES = (
    Trouble("mapping values are not allowed", f"found a colon inside a text; {_QUOTES}, or {_INDENT}"),
    Trouble("cannot start any token", f"found a character that no text may begin with (tab, @, %, `); {_QUOTES}"),
    Trouble("alphabetic or numeric character", f"found * or & at the beginning of a text; {_QUOTES}"),
    Trouble("unexpected end of stream", f"found a quoted text that never ends; {_OPEN}", at_beginning=True),
    Trouble("unexpected document separator", f"found a quoted text that runs into ---; {_OPEN}", at_beginning=True),
    Trouble("escape", "found a backslash that means nothing in double quotation marks; write it twice: \\\\"),
    Trouble("hexdecimal", "found a backslash that means nothing in double quotation marks; write it twice: \\\\"),
    Trouble("',' or ']'", "found a list that is not closed, expected a comma or ]", at_beginning=True),
    Trouble("',' or '}'", f"found a brace that is not closed; in a text, {_QUOTES}", at_beginning=True),
    Trouble("expected ':'", f"found a line that is no `name: value`, expected a colon and a space; or {_INDENT}", True),
    Trouble(
        "expected key", f"found more after the end of a value; {_QUOTES} (single ones around double ones), or {_INDENT}"
    ),
    Trouble("expected '-' indicator", f"found a line that does not fit the list above; {_INDENT}"),
    Trouble("sequence entries are not allowed", "found a dash where no list can begin, expected it on its own line"),
    Trouble("<block end>", f"found a line that does not fit what stands above; {_INDENT}"),
    Trouble("<document start>", f"found more after the end of the bank; {_INDENT}"),
    Trouble("incompatible YAML document", "found another version of YAML in the first line; remove that line"),
    Trouble("tag", f"found ! at the beginning of a text; {_QUOTES}"),
    Trouble("block scalar", "found something after | or > in one line; the text begins on the next line"),
    Trouble("indentation", "found a line that is not indented like the ones beside it; use spaces, never tabs"),
)
_ELSE = Trouble("", f"found something that is not YAML; look at the quotation marks, and {_INDENT}")


def parse_events(text: str, name: str, loader: type[Any]) -> Iterator[yaml.Event]:
    """Yield the events one by one, never more than requested; raises BankError if the text is not YAML."""
    try:
        yield from yaml.parse(text, Loader=loader)
    except yaml.MarkedYAMLError as fault:
        known = _trouble(fault.problem or "", fault.context or "")
        mark = (fault.context_mark if known.at_beginning else None) or fault.problem_mark
        place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise unreadable_bank(known.words, name, *place) from None
    except (yaml.YAMLError, RecursionError):
        raise unreadable_bank(_ELSE.words, name) from None


def _trouble(problem: str, context: str) -> Trouble:
    """Return the trouble that a YAML parser means by its problem and context."""
    return next((known for known in _TROUBLES if known.sign in problem or known.sign in context), _ELSE)
