"""Birthplaces of those whom biographies are about: "She was born in the village of Orra", "Born in Toronto, Moss …".

Next: `event_facts`.
"""

import re
from collections.abc import Iterator

from quizengine import Article, Span
from quizengine.language import Name, central_names, is_inside_quotation, name_at, names_in, place_type, sentences_in
from quizengine_fact_recall.eligibility import is_news
from quizengine_fact_recall.glosses import Gloss
from quizengine_fact_recall.name_overlaps import shares_word
from quizengine_fact_recall.participant_kinds import PERSON

RULE = "born-where"
_NAME = r"[A-Z][\w’'-]*(?: (?:(?:of|the|la|de|del) ){0,2}[A-Z][\w’'-]*)*"
_WORDS = r"(?: (?:and raised|on|as|of|[A-Z][\w’'.-]*,?|\d{1,4},?))*"
_BORN = re.compile(
    rf"\A(?P<who>{_NAME}|He|She)(?: \([^()]*\))? was born{_WORDS},? in "
    rf"(?:the (?P<sort>city|town|village) of )?(?P<place>{_NAME})(?P<behind>[,.;]| \(| in | on | to | and )"
)
_BORN_FIRST = re.compile(
    rf"\ABorn{_WORDS},? in (?:the (?P<sort>city|town|village) of )?(?P<place>{_NAME})(?P<behind>,)"
    rf"(?: {_NAME},)*(?: {_NAME})? (?P<who>{_NAME}|he|she)\b"
)


def birthplaces(article: Article) -> Iterator[Gloss]:
    """Yield the birthplace of the person whom a text other than news is about, if it is surely a town or a city."""
    about = _person(article)
    if about is None or is_news(article):
        return
    for span in sentences_in(article):
        found = _BORN.match(span.text) or _BORN_FIRST.match(span.text)
        if found and not is_inside_quotation(span.paragraph, span.start) and _is_the_one(found["who"], about):
            made = _told(span, found, about)
            if made is not None:
                yield made
            return


def _person(article: Article) -> Name | None:
    """The person who is the title of an article and is named in it most."""
    title = article.title.text.strip() if article.title else ""
    first = central_names(article)[:1]
    return next(
        (
            each
            for each in names_in(article)
            if each.kind == PERSON and each.full in first and shares_word(title, each.full)
        ),
        None,
    )


def _is_the_one(who: str, about: Name) -> bool:
    """Return whether the subject is the person of the title by name; a pronoun may be somebody else's."""
    return who in about.forms or who == about.full or who.split()[-1] == about.surname


def _told(span: Span, found: re.Match[str], about: Name) -> Gloss | None:
    start = span.start + found.start("place")
    key = span.article.span(start, start + len(found["place"]))
    name = name_at(key)
    if name is None or key.text not in (name.full, *name.forms):
        name = Name(key.text, "place", (key,))
    sort = found["sort"] or ("city" if place_type(key.text) == "city" else "")
    title = span.article.title.text.strip() if span.article.title else about.full
    if not sort or shares_word(title, key.text):
        return None
    return Gloss(term=key, said=span, name=name, stem=f"In which {sort} was {title} born?", rule=RULE)
