"""Neighbours of a country or a state by the side on which they lie: "Peru is bordered by Chile to the south".

Next: `event_facts`.
"""

import re
from collections.abc import Iterator
from itertools import islice

from quizengine import Article, Span
from quizengine.language import is_inside_quotation, name_at, place_type, sentences_in
from quizengine_fact_recall.eligibility import is_news
from quizengine_fact_recall.glosses import Gloss
from quizengine_fact_recall.name_overlaps import shares_word

RULE = "which-borders"
_MOST_QUESTIONS = 2
_SIDE = "(?:north|south)(?:-?(?:east|west))?|east|west"
_NAME = r"[A-Z][\w’'-]*(?: (?:(?:of|and|the) ){0,2}[A-Z][\w’'-]*)*"
_BORDERED = re.compile(
    rf"\A(?P<owner>It|The (?:country|state)|{_NAME}) (?:is|shares) (?:bordered|bounded|borders) (?:by|with) "
)
_NEIGHBOUR = re.compile(
    rf"(?:by|with|[,;]|,? and) (?:the )?(?P<name>{_NAME}) (?:to|on|in) the (?P<side>{_SIDE})"
    rf"(?=[,;.]| and (?!the |{_SIDE}))"
)
_KINDS = frozenset({"country", "state"})


def borders(article: Article) -> Iterator[Gloss]:
    """Yield the neighbours of the country or state that a text other than news is about, the first two in order."""
    title = article.title.text.strip() if article.title else ""
    kind = place_type(title) if title else ""
    if kind not in _KINDS or is_news(article):
        return
    for span in sentences_in(article):
        found = _BORDERED.match(span.text)
        if (
            found
            and found["owner"] in ("It", f"The {kind}", title)
            and not is_inside_quotation(span.paragraph, span.start)
        ):
            yield from islice(_neighbours(span, found.end(), title, kind), _MOST_QUESTIONS)
            return


def _neighbours(span: Span, start: int, title: str, kind: str) -> Iterator[Gloss]:
    """Yield each neighbour that alone lies on its side."""
    told = list(_NEIGHBOUR.finditer(span.text, start - len("with ")))
    sides = [each["side"] for each in told]
    for each in told:
        at = span.start + each.start("name")
        key = span.article.span(at, at + len(each["name"]))
        name = name_at(key)
        alone = sides.count(each["side"]) == 1 and name is not None and key.text in (name.full, *name.forms)
        if name is not None and alone and place_type(name.full) == kind and not shares_word(title, name.full):
            stem = f"Which {kind} borders {title} to the {each['side']}?"
            yield Gloss(term=key, said=span, name=name, stem=stem, rule=RULE)
