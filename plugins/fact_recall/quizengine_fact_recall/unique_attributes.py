"""The one thing of its kind that a place or a body has: "The capital of Orra is Senn", "Its longest river is the Brin".

Next: `event_facts`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from quizengine import Article, Span
from quizengine.language import (
    Name,
    has_balanced_marks,
    is_inside_quotation,
    name_at,
    place_type,
    sentences_in,
)
from quizengine_fact_recall.eligibility import is_news
from quizengine_fact_recall.glosses import Gloss
from quizengine_fact_recall.name_overlaps import shares_word
from quizengine_fact_recall.participant_kinds import PERSON
from quizengine_fact_recall.participant_options import is_in_the_title

RULE = "what-is-the"
_MOST_QUESTIONS = 4
_SUPERLATIVE = "largest|biggest|oldest|highest|tallest|longest|deepest|most populous|busiest|second-largest"
_WHAT = (
    "city|town|lake|island|river|airport|port|harbour|harbor|ethnic group|religion|employer|county|province|state"
    "|municipality|planet|moon|ocean|desert|mountain|peak|point|building|volcano|glacier|waterfall|bridge|university"
    "|museum|artery|vein|bone|organ|muscle|gland"
)
_ATTRIBUTE = (
    rf"(?P<attribute>capital(?: city)?|(?:sole |only )?official (?:language|currency|religion)|currency|county seat"
    rf"|(?:national|state) (?:anthem|flower|bird|tree|animal|motto|sport|dish|dance|airline|instrument|flag|religion)"
    rf"|patron saint|(?:{_SUPERLATIVE}) (?:{_WHAT})|(?:main|principal) (?:river|port|airport|language|religion|export))"
)
_NAME = r"(?:[A-Z][\w’'.-]*\w(?: (?:(?:of|the|la|las|los|de|del|el|da|do|du|y) ){0,2}[A-Z][\w’'-]*)*)"
_PLACE = "country|state|province|city|island|nation|region|county|territory|republic|kingdom|continent|town|archipelago"
_WORLD = "(?:human )?body|solar system|world|universe|brain|eye|ear|heart|skin|cell"
_OWNER = rf"(?: (?:of|in|on) (?P<owner>(?:the )?{_NAME}|the (?:{_PLACE}|{_WORLD})))?"
_BY = r"(?P<by> by (?:population|(?:total )?(?:land )?area))?"
_THING = rf"(?:the |an? )?(?P<key>{_NAME}|(?<=the )[a-z]+(?: [a-z]+)?)"
_END = r"(?=[.;]| with | which | at | \(|,(?! (?:and )?[A-Z][\w ]*(?:,| and ))| – | — |, and the | and the )"
_FORMS = (
    re.compile(rf"(?:\A|[;,] (?:and )?)[Tt]he {_ATTRIBUTE}{_OWNER}{_BY} (?P<be>is|was) {_THING}{_END}"),
    re.compile(
        rf"(?:\A|[;,] (?:and )?)(?:(?P<owner>{_NAME})[’']s?|(?P<its>[Ii]ts)|[Tt]he (?:{_PLACE})[’']s) "
        rf"{_ATTRIBUTE}(?P<by>)(?:,| (?P<be>is|was))? {_THING}(?=[.,;]| is | \()"
    ),
    re.compile(rf"(?:\A|[;,] (?:and )?)(?P<key>{_NAME}) (?P<be>is|was) the {_ATTRIBUTE}{_OWNER}{_BY}{_END}"),
    re.compile(rf"(?P<key>{_NAME})(?P<be>), (?:which is )?the {_ATTRIBUTE}{_OWNER}{_BY}(?=[,.;])"),
)
_OPEN = re.compile(
    r"\b(?:one of|among|former(?:ly)?|once|then|previous(?:ly)?|may|might|perhaps|probably|possibly|disputed|claims?"
    r"|considered|not|never|until|co-official)\b"
)
_ANY_ATTRIBUTE = re.compile(_ATTRIBUTE)
_LONGEST = 600
"""Characters of a sentence that is searched."""
_OF_THE_PLACE = re.compile(rf"the (?:{_PLACE})")


def unique_attributes(article: Article) -> Iterator[Gloss]:
    """Yield what a text other than news names as the one thing of its kind in a place, the first four in order."""
    if is_news(article):
        return
    found: dict[str, list[Gloss]] = defaultdict(list)
    for span in sentences_in(article):
        if len(span.text) <= _LONGEST and _ANY_ATTRIBUTE.search(span.text) and not _OPEN.search(span.text):
            for form in _FORMS:
                for match in form.finditer(span.text):
                    if made := _told(span, match):
                        found[made.stem].append(made)
    one = [told[0] for told in found.values() if len({each.name.full for each in told}) == 1]
    yield from sorted(one, key=lambda each: each.term.start)[:_MOST_QUESTIONS]


def _told(span: Span, match: re.Match[str]) -> Gloss | None:
    """The question for what a sentence names, if it is certain whose it is."""
    article, start = span.article, span.start + match.start("key")
    key = article.span(start, span.start + match.end("key"))
    name = name_at(article.span(start, start + 1))
    if name is None or key.text not in (name.full, *name.forms):
        name = Name(key.text, "other", (key,))
    owner = _owner(span, match)
    shown = name.kind == PERSON or is_in_the_title(article, name.full) or is_inside_quotation(span.paragraph, start)
    if owner is None or shown:
        return None
    attribute = match["attribute"].removesuffix(" city") if match["attribute"].startswith("cap") else match["attribute"]
    where = "in" if re.match(rf"(?:{_SUPERLATIVE})\b", attribute) else "of"
    stem = f"What {match['be'] or 'is'} the {attribute} {where} {owner}{match['by'] or ''}?"
    if shares_word(stem, name.full) or not has_balanced_marks(key.text):
        return None
    said = article.span(span.start + match.start(), span.start + match.end())
    return Gloss(term=key, said=said, name=name, stem=stem, rule=RULE)


def _owner(span: Span, match: re.Match[str]) -> str | None:
    """The owner that the sentence names, or the place that the article is about; None if that is left open."""
    said = match.groupdict().get("owner") or ""
    if said and not _OF_THE_PLACE.fullmatch(said):
        return said
    title = span.article.title
    whole = title.text.strip() if title else ""
    place = whole != "" and (place_type(whole) != "" or _is_called_a_place(span.article, whole))
    others = [each for each in re.findall(_NAME, span.text[: match.start()]) if each not in whole]
    return whole if place and not others else None


def _is_called_a_place(article: Article, whole: str) -> bool:
    """Return whether an article says what its title is: "Orra is a province of Peru"."""
    said = rf"\b{re.escape(whole)}\b[^.\n]{{0,80}} (?:is|was) (?:an?|the) (?:[a-z-]+ ){{0,4}}(?:{_PLACE})\b"
    return re.search(said, article.text) is not None
