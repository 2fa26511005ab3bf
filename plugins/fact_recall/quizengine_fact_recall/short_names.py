"""Full names in place of short ones that a question shows: "the Society", and people by one name.

`full_names` of the language layer replaces what surely is a mention of a known name; what remains is here. Next:
`missing_names`.
"""

import re
from collections.abc import Iterator

from quizengine import Article, cache_per_article
from quizengine.language import Name, central_names, names_in, word_set
from quizengine_fact_recall.name_overlaps import shares_word
from quizengine_fact_recall.participant_kinds import PERSON

_BODIES = word_set(
    """
    society company act association institute commission committee council foundation treaty agreement board bureau
    club college university corporation department fund trust project programme program academy agency bill charter
    conference convention
    """
)
"""Nouns that stand with a capital and alone for a longer name."""
_ALONE = re.compile(r"\b[Tt]he (?P<noun>[A-Z][a-z]+)\b(?! (?:of|for|on|to) |[ -][A-Z])")
_BEFORE_NO_SURNAME = re.compile(r"(?:[A-Z][\w.’'-]*|the) \Z")
"""Words before a name that belong to it, or tell that it is no person's: "the Moss company"."""
_BORN = re.compile(r"\bwas (?P<who>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*) born\b")
_FULL = 2
"""Words of a full name."""
_RULER = re.compile(r"(?P<name>[A-Z]\w+) [IVX]{2,}")


def with_full_names(text: str, article: Article, answer: str) -> str | None:
    """The text with the full name of each body and person that it names by half.

    None if the article does not give exactly one full name, or gives one that tells the answer. Somebody of the title,
    or whom the article is about, may have one name.
    """
    for half, fulls in (*_bodies(text, article), *_people(text, article)):
        if any(full in text for full in fulls):
            continue
        if len(fulls) != 1 or shares_word(fulls[0], answer):
            return None
        text = re.sub(rf"\b{re.escape(half)}\b", fulls[0], text, count=1)
    return text


def is_born_as_somebody_else(text: str, article: Article) -> bool:
    """Return whether a text tells the birth of the article's subject by another surname, which nothing in it explains.

    An article on Ada Moss may begin "Ada Jane Reed was born in Orra".
    """
    title = article.title.text.split() if article.title else []
    found = _BORN.search(text)
    if found is None or len(title) < _FULL or title[-1] in text:
        return False
    words = found["who"].split()
    return len(words) >= _FULL and words[0] == title[0]


def _bodies(text: str, article: Article) -> Iterator[tuple[str, list[str]]]:
    """Yield each noun that stands alone for a body, with the full names that have it first or last."""
    for found in _ALONE.finditer(text):
        noun = found["noun"]
        if noun.lower() not in _BODIES:
            continue
        first = (f"{noun} of", f"{noun} for")
        names = [name.full for name in names_in(article) if " " in name.full]
        yield noun, [full for full in names if noun == full.split()[-1] or full.startswith(first)]


def _people(text: str, article: Article) -> Iterator[tuple[str, list[str]]]:
    """Yield each person whom the text names by one name that the article is not about, with the names that have it."""
    for half in _halves(article):
        if _stands_alone(half, text):
            yield half, [name.full for name in names_in(article) if _may_be(name, half)]


@cache_per_article
def _halves(article: Article) -> tuple[str, ...]:
    """The surnames and the names of rulers that the article has by themselves and is not about, in order."""
    names = names_in(article)
    title = article.title.text.split() if article.title else []
    people = [name for name in names if name.kind == PERSON]
    open_names = {name.full for name in names if not name.certain}
    lone = {name.full for name in people} | open_names
    surnames = {name.full.rpartition(" ")[2] for name in people}
    rulers = {found["name"] for name in names if (found := _RULER.fullmatch(name.full))}
    rulers -= {name.full for name in names}  # Apollo beside Apollo XI
    about = {*title, *central_names(article)} - open_names  # a relative may be meant
    return tuple(sorted(((lone & surnames) | rulers) - about))


def _stands_alone(half: str, text: str) -> bool:
    """Return whether a text has a name without another word with a capital right beside it, such as "Mr."."""
    found = re.finditer(rf"\b{re.escape(half)}\b(?! [A-Z])", text)
    return any(not _BEFORE_NO_SURNAME.search(text[: each.start()]) for each in found)


def _may_be(name: Name, half: str) -> bool:
    """Return whether a person's full name ends in a surname, or a ruler's begins with a name."""
    ruler = _RULER.fullmatch(name.full)
    return (ruler is not None and ruler["name"] == half) or (name.kind == PERSON and name.full.endswith(f" {half}"))
