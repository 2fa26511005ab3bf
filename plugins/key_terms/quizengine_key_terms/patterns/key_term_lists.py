"""Lists of key terms, as chapters of textbooks end with: a heading, and a line for each term with its meaning.

Next: `naming`.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from quizengine import Article, cache_per_article

_HEADING = re.compile(
    r"^[ \t]*(?:(?:key|important) terms|key concepts|glossary|vocabulary|terms to know)[ \t]*:?[ \t]*$",
    re.IGNORECASE,
)
_LINE = re.compile(r"[ \t]*(?P<term>[^\W\d_][\w’'() -]{1,50}?)(?: ?(?P<mark>:)| (?P<dash>[–—-]) ) *[\w“(].{10,}")


@cache_per_article
def listed_terms(article: Article) -> Mapping[int, int]:
    """Return where the lines of such lists begin, by the place of the mark behind each term.

    A list ends at the first line that is none of a term.
    """
    found: dict[int, int] = {}
    inside, start = False, 0
    for line in article.text.splitlines(keepends=True):
        if _HEADING.match(line.rstrip("\r\n")):
            inside = True
        elif line.strip():
            entry = _LINE.match(line) if inside else None
            inside = entry is not None
            if entry is not None:
                mark = entry.start("mark" if entry["mark"] else "dash")
                found[start + mark] = start + entry.start("term")
        start += len(line)
    return MappingProxyType(found)
