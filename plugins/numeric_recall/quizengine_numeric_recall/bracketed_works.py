"""Years beside a work: "published Analytic Syntax (1937)", "In Common Sense (1776) he …", "her 1925 novel X".

Only where the words around say that it is a work of somebody. Next: `figure_stems`, which asks for them.
"""

import re
from collections.abc import Collection

from quizengine.language import Quantity, central_names, mentions_between, names_in, sentence_of
from quizengine_numeric_recall.lives import life_of, life_question
from quizengine_numeric_recall.named_events import named_event_question

_SMALL = "of|the|and|in|on|to|a|an|for|from|with|at|by|or|as|et|de|la|le|des|der|die|und|del|di"
_WORD = r"[A-ZÀ-Ý][\w’'-]*"
_TITLE = rf"(?P<mark>[“\"])?(?P<title>{_WORD}(?:(?:,|:)? (?:{_WORD}|{_SMALL})){{0,10}})(?(mark),?[”\"])"
_WRITTEN = (
    "novel|novella|book|essay|poem|pamphlet|treatise|textbook|monograph|memoir|autobiography|dictionary|grammar"
    "|short story|study|handbook|tract"
)
_RELEASED = "film|movie|documentary|album|single|song"
_OWNERS = r"(?:[Hh]is|[Hh]er|[Tt]heir|[A-ZÀ-Ý][\w-]+[’']s?)"
_A_WORK = re.compile(
    rf"\b{_OWNERS} (?P<adjectives>(?:[a-z-]+ ){{0,4}})(?P<kind>{_WRITTEN}|{_RELEASED}),? {_TITLE} \(\Z"
)
_PUBLISHED = re.compile(rf"\b(?:published|wrote|authored) {_TITLE} \(\Z")
_OPENS = re.compile(rf"\AIn {_TITLE} \(\Z")
_SUBJECT = re.compile(rf"\A{_TITLE} \(\Z")
_STATES = re.compile(
    r"\),? (?:he|she|[A-ZÀ-Ý][\w.-]+(?: [A-ZÀ-Ý][\w.-]+){0,3}) (?:first |also |later )?(?:argued|argues|challenged"
    r"|claimed|described|describes|showed|introduced|proposed|presented|presents|examined|explored|developed|traced|attacked"
    r"|defended|criticized|criticised|outlined|coined|suggested|wrote|explained|discussed)\b"
)
_IS_A_WORK = re.compile(
    r"\) (?:is|was|remains|became) [^.;]*\b(?:book|novel|works?|masterpiece|study|treatise|essay|poem|textbook|classic"
    r"|memoir|monograph|bestseller|best-seller)\b"
)
_OTHER_VERSION = re.compile(
    r"\b(?:translat\w+|editions?|reprint\w*|reissue\w*|revis\w+|unpublished|unfinished|lost|posthumous\w*|adapt\w+"
    r"|cover|version|sequel|edited|editor)\b",
    re.IGNORECASE,
)
_OF_THE_AUTHOR = re.compile(r"\b(?:he|she|his|her)\b", re.IGNORECASE)
_OWNED = re.compile(rf"\b(?P<owner>{_OWNERS}) \Z")
_AHEAD = re.compile(rf" (?P<kind>{_WRITTEN}|{_RELEASED}|work),? {_TITLE}(?=[.,;]|\Z)")
_IN_A_WORK_OF = re.compile(r"In (?:his|her) ")
_LEAST = 2
"""Words of a title that only an "In" or the beginning of a sentence is before: "In Paris (1924) she …" is no work."""


def year_beside_a_name(quantity: Quantity) -> tuple[str, str] | None:
    """The question for a year of a life, of an event by its name, or of a work, with the name of its rule."""
    life = life_question(quantity)
    if life is not None:
        return life, "which-year"
    if quantity.kind != "year" or quantity.ranged:
        return None
    if not quantity.span.article.text.startswith(")", quantity.span.end):
        work = _work_behind_its_year(quantity)
        return (work, "work-in-brackets") if work is not None else None
    event = named_event_question(quantity)
    if event is not None:
        return event, "named-event"
    work = _work_question(quantity)
    return (work, "work-in-brackets") if work is not None else None


def _work_question(quantity: Quantity) -> str | None:
    """The question in which year a work was published or released whose title the year follows in brackets."""
    text, sentence = quantity.span.article.text, sentence_of(quantity.span)
    before, behind = text[sentence.start : quantity.span.start], text[quantity.span.end : sentence.end]
    if not before.endswith(" (") or _OTHER_VERSION.search(before) or _OTHER_VERSION.search(behind[:60]):
        return None
    found = _A_WORK.search(before) or _PUBLISHED.search(before)
    if found is None and _STATES.match(behind):
        found = _if_long(_OPENS.match(before))
    if found is None and _IS_A_WORK.match(behind):
        found = _if_long(_SUBJECT.match(before))
    if found is None or _is_no_work(quantity, found["title"]):
        return None
    return _question(quantity, found, before, behind)


def _work_behind_its_year(quantity: Quantity) -> str | None:
    """The question for a work of somebody that follows its year: "her 1925 novel The Long Night"."""
    text, sentence = quantity.span.article.text, sentence_of(quantity.span)
    before, behind = text[sentence.start : quantity.span.start], text[quantity.span.end : sentence.end]
    found = _AHEAD.match(behind) if _OWNED.search(before) else None
    if found is None or _OTHER_VERSION.search(before) or _is_no_work(quantity, found["title"], {quantity.number.text}):
        return None
    return _question(quantity, found, before, behind)


def _question(quantity: Quantity, found: re.Match[str], before: str, behind: str) -> str | None:
    """The question for a work by its title, its kind and its author, as far as they are told."""
    kind = found.groupdict().get("kind")
    done = "released" if kind is not None and re.fullmatch(_RELEASED, kind) else "published"
    title = f"“{found['title']}”" if found["mark"] else found["title"]
    called = f"the {kind} {title}" if kind and kind != "work" else title
    if _is_told_once(quantity, found["title"]):
        return None
    author = _author(quantity, before, behind, found["title"]) if done == "published" else ""
    if kind and not author:
        owner = _named_behind(quantity, before) or _named_before(quantity)
        called = f"{owner}’s {kind} {title}" if owner else called
    return f"In which year did {author} publish {called}?" if author else f"In which year was {called} {done}?"


def _is_told_once(quantity: Quantity, title: str) -> bool:
    """True if the article names whose work it is, right before the year, and neither them nor the work again."""
    owner = _named_before(quantity)
    if not owner:
        return False
    text = quantity.span.article.text
    return all(len(re.findall(rf"\b{re.escape(one)}\b", text)) == 1 for one in (owner.split()[-1], title))


def _author(quantity: Quantity, before: str, behind: str, work: str) -> str:
    """The person whom the article is about, where its sentence tells of nobody else; empty if it may."""
    article, sentence = quantity.span.article, sentence_of(quantity.span)
    title = article.title.text if article.title else ""
    told = [
        name
        for mention, name in mentions_between(article, sentence.start, sentence.end)
        if name.kind == "person" and mention.text not in work
    ]
    people = [name for name in names_in(article) if name.kind == "person" and name.full in central_names(article)[:1]]
    if not people or people[0].full.split()[-1] not in title.split() or any(name != people[0] for name in told):
        return ""
    life = life_of(article)
    if life is not None and life.death is not None and quantity.low > life.death.low:
        return ""
    return people[0].full if told or _OF_THE_AUTHOR.search(before + behind) else ""


def _named_before(quantity: Quantity) -> str:
    """The person right before the year, whose work it is: "Reed’s 1925 book X"."""
    article, end = quantity.span.article, quantity.span.start - len("’s ")
    told = mentions_between(article, sentence_of(quantity.span).start, quantity.span.start)
    people = (name.full for mention, name in told if mention.end == end and name.kind == "person" and name.certain)
    return next(people, "") if article.text[end : quantity.span.start] in ("’s ", "'s ") else ""


def _named_behind(quantity: Quantity, before: str) -> str:
    """The person right behind the bracket, whose work it is: "In his book X (1925), Tom Reed argued"."""
    article, start = quantity.span.article, quantity.span.end + len("), ")
    told = mentions_between(article, start, sentence_of(quantity.span).end) if _IN_A_WORK_OF.match(before) else []
    person = bool(told) and told[0][0].start == start and told[0][1].kind == "person"
    return told[0][1].full if person else ""


def _if_long(found: re.Match[str] | None) -> re.Match[str] | None:
    return found if found is not None and len(found["title"].split()) >= _LEAST else None


def _is_no_work(quantity: Quantity, title: str, told: Collection[str] = ()) -> bool:
    """Return whether a title is the name of a person, a place or a body, or has another year elsewhere."""
    article = quantity.span.article
    others = any(name.kind in ("person", "place", "organisation") and name.full == title for name in names_in(article))
    years = {*told, *re.findall(rf"{re.escape(title)}[”\"]? \((\d{{4}})\)", article.text)}
    return others or len(years) != 1 or title in (article.title.text if article.title else "")
