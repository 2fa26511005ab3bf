"""Names the event that an article is about before a sentence about it: "In the Tay Bridge disaster, …".

Readers of a single question asked "killed in what?" and "the dead of what?". The title names the event, and the article
writes it with "the"; nothing is added to a sentence that names an event, a date or a cause of its own.
"""

import re
from collections.abc import Mapping, Sequence

from quizengine.language.numbers.hedges import WORDS_BEFORE
from quizengine.language.realise.surface_text import surface_text
from quizengine.language.syntax.sentence import TENSED
from quizengine.language.syntax.tree import Tree, is_a
from quizengine.language.word_lists import word_set
from quizengine.text.article import Article, cache_per_article

_EVENTS = word_set(
    """
    explosion battle fire flood earthquake massacre war siege disaster riot riots eruption hurricane storm crash
    collision accident bombing attack raid uprising rebellion revolution famine avalanche landslide tsunami tornado
    cyclone blast collapse shipwreck derailment blizzard strike mutiny shooting stampede wildfire conflagration
    """
)
"""Nouns of events "in" which people are hurt and things destroyed."""
_DONE = word_set("kill injure wound destroy damage flatten wreck demolish devastate maim rescue evacuate")
"""Verbs in the passive that leave open by what."""
_DYING = word_set("die perish drown")
_LEFT = word_set("homeless dead destitute injured")
"""Follow "were left"."""
_PEOPLE = word_set("dead injured wounded survivors victims casualties")
"""Words that mean, with "the", those whom an event struck."""
_DEEP = 3
"""Tokens from the first word of a subject up to its head."""
_YEAR = re.compile(r"\b(?:1\d{3}|20\d{2})\b")
_ANOTHER = re.compile(r"\b(?:another|second|earlier|previous|similar|later|next)\b", re.IGNORECASE)
_DATES = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|later|after|before"
    r"|since|1\d{3}|20\d{2})\b"
)


@cache_per_article
def event_of(article: Article) -> str:
    """The event that the title names, as it is inside a sentence: "the Tay Bridge disaster"; empty for none."""
    title = article.title.text.strip() if article.title else ""
    words = title.casefold().split()
    of = next((at for at, word in enumerate(words) if word in ("of", "at", "in")), len(words))
    if not words[1:] or words[of - 1] not in _EVENTS:
        return ""
    bare = title.removeprefix("The ").removeprefix("the ")
    found = re.search(rf"\b[Tt]he ({re.escape(bare)})\b", article.text[len(title) :], re.IGNORECASE)
    return f"the {found[1]}" if found else ""


def with_the_event(tree: Tree, tokens: Sequence[int], replaced: Mapping[int, str]) -> dict[int, str] | None:
    """Return replacements of tokens that name the event in which people were hurt; as given if it is named already.

    None if it is left open which event is meant. `tokens` begin the sentence.
    """
    event = event_of(tree.sentence.span.article)
    struck = next((each for each in tokens if _is_struck(tree, each)), None) if event else None
    harmed = next((each for each in tokens if _is_done(tree, each)), None)
    if (struck is None and harmed is None) or _tells_when_or_in_what(tree, tokens, replaced):
        return dict(replaced)
    if not event or not _is_of_the_topic(tree):
        return None
    if struck is not None:
        opening = {} if tokens[0] in replaced else {tokens[0]: tree.tokens[tokens[0]].form}
        return {**replaced, **opening, struck: f"{tree.tokens[struck].form} of {event}"}
    if _opens_with_its_subject(tree, tokens[0]):
        return {**replaced, tokens[0]: f"in {event}, {surface_text(tree, tokens[:1], replaced)}"}
    last = next((each for each in reversed(tokens) if tree.tokens[each].form != "."), -1)
    ends = last == harmed and last not in replaced and tree.tokens[tokens[0]].upos == "ADP"
    return {**replaced, last: f"{tree.tokens[last].form} in {event}"} if ends else None


def leaves_its_event_open(tree: Tree, tokens: Sequence[int], replaced: Mapping[int, str]) -> bool:
    """Return whether a question in these words asks of people hurt, and not in which event."""
    return with_the_event(tree, tokens, replaced) != dict(replaced)


def _is_done(tree: Tree, index: int) -> bool:
    """Return whether something past is told to have been done to somebody, by nobody who is named, or people died."""
    token = tree.tokens[index]
    if token.lemma.lower() in _DYING:
        people = tree.dependent(index, "nsubj")
        counted = people is not None and tree.dependent(people, "nummod", "amod") is not None
        return token.xpos == "VBD" and counted and tree.dependent(index, "obl") is None
    left = token.lemma.lower() == "leave" and any(tree.tokens[each].form in _LEFT for each in tree.children[index])
    if not (left or token.lemma.lower() in _DONE) or token.xpos != "VBN":
        return False
    by = any(tree.tokens[each].form.lower() == "by" for each in tree.subtree(index))
    passive = tree.dependent(index, "aux:pass", "nsubj:pass") is not None
    return passive and not by and not is_a(token.relation, "acl", "amod", "advcl")


def _is_struck(tree: Tree, index: int) -> bool:
    """Return whether a word stands for those whom an event struck, and nothing with it says of which."""
    token = tree.tokens[index]
    if token.form.lower() not in _PEOPLE or index == 0 or tree.tokens[index - 1].form.lower() != "the":
        return False
    behind = tree.tokens[index + 1] if index + 1 < len(tree.tokens) else None
    return behind is not None and (behind.form == "," or behind.xpos in TENSED)


def _tells_when_or_in_what(tree: Tree, tokens: Sequence[int], replaced: Mapping[int, str]) -> bool:
    """Return whether the sentence has a date, or names an event itself."""
    words = {tree.tokens[each].form.lower() for each in tokens} | set(
        re.findall(r"\w+", " ".join(replaced.values()).lower())
    )
    return bool(words & _EVENTS) or _DATES.search(tree.sentence.span.text) is not None


def _is_of_the_topic(tree: Tree) -> bool:
    """Return whether the paragraph tells of no other time and no other event up to the sentence."""
    span = tree.sentence.span
    before = span.article.text[span.paragraph.start : span.start]
    opening = next((each.text for each in span.article.paragraphs if _YEAR.search(each.text)), "")
    others = set(_YEAR.findall(before)) - set(_YEAR.findall(opening))
    return not others and not any(_near_an_event(before, match.end()) for match in _ANOTHER.finditer(before))


def _near_an_event(text: str, at: int) -> bool:
    return bool(set(re.findall(r"\w+", text[at:].casefold())[:3]) & _EVENTS)


def _opens_with_its_subject(tree: Tree, first: int) -> bool:
    """Return whether the sentence begins with its subject and no pronoun, so that a phrase may be before it."""
    start = first + 1 if tree.tokens[first].form.lower() in WORDS_BEFORE else first
    above = [start, *tree.ancestors(start)]
    return (
        tree.tokens[start].upos != "PRON"
        and tree.tokens[start].xpos != "PRP$"
        and any(is_a(tree.tokens[each].relation, "nsubj") for each in above[:_DEEP])
    )
