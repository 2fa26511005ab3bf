"""The notation of a text: plain words, or the small Markdown."""

from typing import Literal

Markup = Literal["plain", "markdown"]
"""The notation of the texts of a question."""

PLAIN: Markup = "plain"
