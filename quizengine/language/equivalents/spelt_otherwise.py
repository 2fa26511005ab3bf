"""All the other ways in which everybody may write a name or a term. Next: `also_called`."""

from functools import lru_cache

from quizengine.language.equivalents.british_american import british_and_american
from quizengine.language.equivalents.numbered import numbered_otherwise
from quizengine.language.equivalents.well_known import known_otherwise


@lru_cache(maxsize=4096)
def spelt_otherwise(text: str, of_person: bool = False) -> tuple[str, ...]:
    """Return the other ways in which everybody writes a name or a term, without it; none if there is one way only.

    A person's name has one spelling on both sides of the Atlantic, and may have a number: "Henry the Eighth".
    """
    spelt = () if of_person else (*known_otherwise(text), *british_and_american(text))
    ways = (*spelt, *numbered_otherwise(text, of_person))
    return tuple(dict.fromkeys(way for way in ways if way != text))
