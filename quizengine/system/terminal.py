"""Makes text safe for a terminal: it cannot move the cursor, set the title or reverse a line.

Titles, names, stems and file names come from other people. A control character in them is a command to the terminal.
"""

import re

_ORDERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""C0 but for tab and line feed, DEL, C1, line and paragraph separators, what embeds, overrides or isolates a direction
(Unicode Standard Annex 9), and half characters, as in file names that are not UTF-8."""


def escape_controls(text: str) -> str:
    """The text with every order to a terminal written out as JSON writes it.

    In JSON that is the same text, so programs that read it lose nothing.
    """
    return _ORDERS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
