"""People by a noun for what they did: "Ada Moss, founder of the Orra Mill" and "Orra Mill founder Ada Moss".

A plain question ("Who founded the Orra Mill?") takes the place of one that repeats the description. Next: `makers`.
"""

import re
from collections.abc import Iterator

from quizengine import Span
from quizengine.language import Tree, name_at, with_article

_DEEDS = {
    "founder": "founded",
    "inventor": "invented",
    "discoverer": "discovered",
    "author": "wrote",
    "creator": "created",
    "composer": "composed",
    "designer": "designed",
    "translator": "translated",
    "winner": "won",
}
"""Nouns of those who did something once, and what they did."""
_NOUN = rf"(?P<noun>{'|'.join(_DEEDS)})"
_SMALL = "(?:of|the|and|for|in|to|on|an?|&)"
_TITLE = '“[^“”]{3,120}”|"[^"]{3,120}"|‘[^‘’]{3,120}’'
_CAPITALS = rf"[A-Z][\w’'&.-]*(?: (?:{_SMALL} )*[A-Z0-9][\w’'&-]*)*"
_NOUNS = "(?: (?!(?:in|at|on|from|since|who|which|that|and|told|said|for|to|with|by|as|was|is|has|had) )[a-z-]+){0,2}"
_WHAT = rf"(?P<what>(?:the )?(?:\d{{4}} )?(?:(?:[a-z-]+ ){{0,3}}(?:{_TITLE})|{_CAPITALS}{_NOUNS}))"
_BEHIND = re.compile(
    rf",? (?:\([^()]*\),? )?(?:the |who (?:is|was) the )?{_NOUN}(?: and [a-z ]{{3,40}})? of {_WHAT}"
    r"(?=[,.;]| who | told | said |(?<=[.,][”\"’])\s)"
)
_BEFORE = re.compile(
    rf"(?:(?<=[a-z,;] )|\A)(?:[Tt]he )?(?P<what>{_CAPITALS}(?:’s|'s)?) "
    rf"{_NOUN}(?: and (?:[A-Z]+|[a-z ]{{3,40}}))? \Z"
)
_INDEFINITE = re.compile(r"\A(?:the )?(?:many|several|numerous|various|some|two|three|his|her|its|their)\b")
_DATED = re.compile(r"\b[12]\d{3}\b")


def deeds_told_by_nouns(tree: Tree, mention: Span) -> Iterator[tuple[Span, str]]:
    """Yield what a noun beside a mention of somebody says that this person made: its words, and "founded it" in words.

    The second is a verb with its object: "founded the Orra Mill".
    """
    text = mention.article.text
    if found := _BEHIND.match(text, mention.end):
        yield from _told(mention, found, found.start("what"), found["what"])
    start = tree.sentence.span.start
    if found := _BEFORE.search(text[start : mention.start]):
        said = mention.article.span(start + found.start("what"), start + found.end("what"))
        name = name_at(mention.article.span(said.start, said.start + 1))
        if name is not None:
            what = re.sub(r"[’']s\Z", "", found["what"])
            yield from _told(mention, found, said.start, with_article(name) if what == name.full else what)


def _told(mention: Span, found: re.Match[str], at: int, what: str) -> Iterator[tuple[Span, str]]:
    undated = found["noun"] == "winner" and not _DATED.search(what)
    if not (undated or _INDEFINITE.match(what)):
        plain = re.sub(r"[.,](?=[”\"’]\Z)", "", what)
        yield mention.article.span(at, at + len(found["what"])), f"{_DEEDS[found['noun']]} {plain}"
