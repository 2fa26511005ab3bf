"""How a text is written: in plain words, or in the small Markdown."""

from typing import Literal

Markup = Literal["plain", "markdown"]
"""How the texts of a question are written."""

PLAIN: Markup = "plain"
