"""Lists of key terms, as chapters of textbooks end with: a heading, and a line for each term with its meaning.

Next: `naming`.
"""

import re

from quizengine import Article, cache_per_article

_HEADING = re.compile(
    r"^[ \t]*(?:(?:key|important) terms|key concepts|glossary|vocabulary|terms to know)[ \t]*:?[ \t]*$",
    re.IGNORECASE,
)
_LINE = re.compile(r"[ \t]*(?P<entry>[^\W\d_][\w’'() -]{1,50}(?::| [–—-]) *[\w“(].{10,})")


@cache_per_article
def listed_terms(article: Article) -> frozenset[int]:
    """Return where the lines of such lists begin; a list ends at the first line that is none of a term."""
    found: set[int] = set()
    inside, start = False, 0
    for line in article.text.splitlines(keepends=True):
        if _HEADING.match(line.rstrip("\r\n")):
            inside = True
        elif line.strip():
            entry = _LINE.match(line) if inside else None
            inside = entry is not None
            if entry is not None:
                found.add(start + entry.start("entry"))
        start += len(line)
    return frozenset(found)
