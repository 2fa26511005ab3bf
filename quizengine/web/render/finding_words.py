"""Findings in words for teachers, who do not know the names of generators."""

import re
from collections.abc import Collection

from quizengine.web.render.display_names import generator_named
from quizengine.web.render.formatting import quoted


def without_generator_names(words: str, generators: Collection[str]) -> str:
    """Return an English message with the headings of generators' questions in place of the generators' names."""
    if not generators:
        return words
    names = "|".join(map(re.escape, sorted(generators, key=len, reverse=True)))
    return re.sub(rf"(?<![\w-])(?:{names})(?![\w-])", lambda name: quoted([generator_named(name[0])]), words)
