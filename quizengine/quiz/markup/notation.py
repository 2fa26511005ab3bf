"""The notation of a text: plain words, or the small Markdown."""

from typing import Literal

Markup = Literal["plain", "markdown"]
"""How the texts of a question are written."""

PLAIN: Markup = "plain"
