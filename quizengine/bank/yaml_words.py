"""What PyYAML and libyaml say about a text that is not YAML, said so that a teacher can mend it."""

_QUOTES = "put the whole text in quotation marks"

_PLAIN_WORDS = (
    ("mapping values are not allowed", f"found a colon inside a text; {_QUOTES}"),
    ("cannot start any token", f"found a character that no text may begin with (tab, @, %, `); {_QUOTES}"),
    ("alphabetic or numeric character", f"found * or & at the beginning of a text; {_QUOTES}"),
    ("unexpected end of stream", "found the end of the file inside a quoted text; a closing quotation mark is missing"),
    ("unexpected document separator", "found --- or ... inside a quoted text; a closing quotation mark is missing"),
    ("escape", "found a backslash that means nothing in double quotation marks; write it twice: \\\\"),
    ("hexdecimal", "found a backslash that means nothing in double quotation marks; write it twice: \\\\"),
    ("',' or ']'", "found a list that is not closed; expected a comma or ]"),
    ("',' or '}'", f"found a brace that is not closed, expected a comma or }}; if it belongs to a text, {_QUOTES}"),
    ("expected ':'", "found a line that is neither `name: value` nor part of the text above; compare the indentation"),
    (
        "expected key",
        "found something that does not fit the fields above; compare the indentation, and look for quotation marks "
        "inside a quoted text",
    ),
    ("expected '-' indicator", "found a line that does not fit the list above; compare the indentation"),
    ("sequence entries are not allowed", "found a dash (-) that begins no list here; a list begins on its own line"),
    ("<block end>", "found a line that does not fit what stands above; compare the indentation"),
    ("<document start>", "found more after the end of the bank; compare the indentation with the lines above"),
    ("incompatible YAML document", "found another version of YAML in the first line; remove that line"),
    ("tag", f"found ! at the beginning of a text; {_QUOTES}"),
    ("block scalar", "found something after | or > ; the text begins on the next line"),
    ("indentation", "found a line that is not indented like the ones beside it; use spaces, never tabs"),
)
_ELSE = "found something that is not YAML; compare the indentation and the quotation marks of this line and the last"


def in_plain_words(problem: str, context: str) -> str:
    """The words for what a YAML parser reports as its problem in its context."""
    return next((words for sign, words in _PLAIN_WORDS if sign in problem or sign in context), _ELSE)
