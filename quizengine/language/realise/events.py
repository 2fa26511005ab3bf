"""The event that an article is about, put before a sentence that tells what it did: "In the Tay Bridge disaster, …".

Readers of a question alone asked "killed in what?" and "the dead of what?". The title names the event, and the article
writes it with "the"; nothing is put before a sentence that names an event, a date or a cause of its own.
"""

import re
from collections.abc import Mapping, Sequence

from quizengine.language.realise.words import wording
from quizengine.language.syntax.sentence import TENSED
from quizengine.language.syntax.tree import Tree, is_a
from quizengine.language.word_lists import listed
from quizengine.text.article import Article, per_article

_EVENTS = listed(
    """
    explosion battle fire flood earthquake massacre war siege disaster riot riots eruption hurricane storm crash
    collision accident bombing attack raid uprising rebellion revolution famine avalanche landslide tsunami tornado
    cyclone blast collapse shipwreck derailment blizzard strike mutiny shooting stampede wildfire conflagration
    """
)
"""Nouns of events "in" which people are hurt and things destroyed."""
_DONE = listed("kill injure wound destroy damage flatten wreck demolish devastate maim")
"""Verbs in the passive that leave open by what."""
_PEOPLE = listed("dead injured wounded survivors victims casualties")
"""Words that stand with "the" for those whom an event struck."""
_ABOUT = listed("nearly almost about around some over roughly approximately")
_DEEP = 3
"""Tokens from the first word of a subject up to its head."""
_YEAR = re.compile(r"\b(?:1\d{3}|20\d{2})\b")
_ANOTHER = re.compile(r"\b(?:another|second|earlier|previous|similar|later|next)\b", re.IGNORECASE)
_DATES = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|later|after|before"
    r"|since|1\d{3}|20\d{2})\b"
)


@per_article
def event_of(article: Article) -> str:
    """The event that the title names, as it stands inside a sentence: "the Tay Bridge disaster"; empty for none."""
    title = article.title.text.strip() if article.title else ""
    words = title.casefold().split()
    of = next((at for at, word in enumerate(words) if word in ("of", "at", "in")), len(words))
    if not words[1:] or words[of - 1] not in _EVENTS:
        return ""
    bare = title.removeprefix("The ").removeprefix("the ")
    found = re.search(rf"\b[Tt]he ({re.escape(bare)})\b", article.text[len(title) :], re.IGNORECASE)
    return f"the {found[1]}" if found else ""


def with_the_event(tree: Tree, tokens: Sequence[int], replaced: Mapping[int, str]) -> dict[int, str] | None:
    """What stands in place of some tokens so that the event is named that people were hurt in; as given if it is named.

    None where it is left open which event is meant. `tokens` begin the sentence.
    """
    event = event_of(tree.sentence.span.article)
    struck = next((each for each in tokens if _is_struck(tree, each)), None) if event else None
    harmed = any(_is_done(tree, each) for each in tokens) if event else False
    if not (harmed or struck is not None) or _names_an_event(tree, tokens, replaced):
        return dict(replaced)
    if not _is_of_the_topic(tree, tokens):
        return None
    if struck is not None:
        opening = {} if tokens[0] in replaced else {tokens[0]: tree.tokens[tokens[0]].form}
        return {**replaced, **opening, struck: f"{tree.tokens[struck].form} of {event}"}
    first = tokens[0]
    if not _opens_with_its_subject(tree, first):
        return None
    return {**replaced, first: f"in {event}, {wording(tree, [first], replaced)}"}


def _is_done(tree: Tree, index: int) -> bool:
    """Whether something past is told to have been done to somebody, by nobody who is named."""
    token = tree.tokens[index]
    if token.lemma.lower() not in _DONE or token.xpos != "VBN" or tree.dependent(index, "obl:agent") is not None:
        return False
    by = any(tree.tokens[each].form.lower() == "by" for each in tree.subtree(index))
    passive = tree.dependent(index, "aux:pass", "nsubj:pass") is not None
    return passive and not by and not is_a(token.relation, "acl", "amod", "advcl")


def _is_struck(tree: Tree, index: int) -> bool:
    """Whether a word stands for those whom an event struck, and nothing with it says of which."""
    token = tree.tokens[index]
    if token.form.lower() not in _PEOPLE or index == 0 or tree.tokens[index - 1].form.lower() != "the":
        return False
    behind = tree.tokens[index + 1] if index + 1 < len(tree.tokens) else None
    return behind is not None and (behind.form == "," or behind.xpos in TENSED)


def _names_an_event(tree: Tree, tokens: Sequence[int], replaced: Mapping[int, str]) -> bool:
    words = {tree.tokens[each].form.lower() for each in tokens} | set(" ".join(replaced.values()).lower().split())
    return bool(words & _EVENTS)


def _is_of_the_topic(tree: Tree, tokens: Sequence[int]) -> bool:
    """Whether neither the sentence nor its paragraph up to there tells of another time or another event."""
    span = tree.sentence.span
    before = span.article.text[span.paragraph.start : span.start]
    opening = next((each.text for each in span.article.paragraphs if _YEAR.search(each.text)), "")
    others = set(_YEAR.findall(before)) - set(_YEAR.findall(opening))
    again = any(match.end() and _near_an_event(before, match.end()) for match in _ANOTHER.finditer(before))
    return not others and not again and _DATES.search(span.text) is None


def _near_an_event(text: str, at: int) -> bool:
    return bool(set(re.findall(r"\w+", text[at:].casefold())[:3]) & _EVENTS)


def _opens_with_its_subject(tree: Tree, first: int) -> bool:
    """Whether the sentence begins with its subject and no pronoun, so that a phrase may stand before it."""
    start = first + 1 if tree.tokens[first].form.lower() in _ABOUT else first
    above = [start, *tree.ancestors(start)]
    return (
        tree.tokens[start].upos != "PRON"
        and tree.tokens[start].xpos != "PRP$"
        and any(is_a(tree.tokens[each].relation, "nsubj") for each in above[:_DEEP])
    )
