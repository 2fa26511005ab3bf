"""The name that a phrase is, or the names that it lists, with the titles and articles before them.

Next: `participants`.
"""

import re
from bisect import bisect_right

from quizengine import Span
from quizengine.language import Constituent, Name, Tree, name_at, phrase_tokens, referent, tree_at
from quizengine_fact_recall.lists import items_of
from quizengine_fact_recall.participant_kinds import PERSON, region_behind

_MORE = re.compile(r"(?:,|,? and|,? or) (?:the )?(?![RD]-)[A-Z]")
_ADDS = frozenset({"in", "at", "near", ","})
"""Begins what is told about a name and is no part of it: "the Orra College in Ohio"."""
_IN_BRACKETS = re.compile(r"\( ?(?:born |b\. |c\. |ca\. )?\d{3,4}(?: ?[-–—] ?(?:c\. )?\d{2,4})? ?\)")
"""Years behind a name: "Ada Moss (1765–1825)"."""
_NOT_IN_A_TITLE = frozenset({"CCONJ", "ADP", "PUNCT", "NUM", "PART", "PRON", "SCONJ", "VERB"})


def named_by(part: Constituent) -> tuple[Name, ...]:
    """The names that a phrase consists of, with titles and articles; or the one that its pronoun stands for."""
    tree = part.tree
    tokens = [each for each in phrase_tokens(part) if each not in part.marker]
    if len(tokens) == 1 and tree.tokens[tokens[0]].upos == "PRON":
        name = referent(tree, tokens[0])
        return (name,) if name and _was_justnamed_in(tree, name) else ()
    if _goes_on(part):
        return ()
    found = [named_in(tree, [each for each in item if each in tokens]) for item in items_of(part)]
    return tuple(name for name in found if name) if all(found) else ()


def _goes_on(part: Constituent) -> bool:
    """True if a phrase that is taken for one name continues with another: "Sean Hannity, Ann Coulter, Bill Moss"."""
    if len(items_of(part)) > 1:
        return False
    name = name_at(part.tree.tokens[part.head].span)
    mention = _mention_at(name, part.tree.tokens[part.head].span) if name else None
    mentions = [mention] if mention else []
    return any(
        _MORE.match(each.article.text[each.end : each.end + 20]) and region_behind(each) is None for each in mentions
    )


def _mention_at(name: Name, span: Span) -> Span | None:
    """The mention of a name that a token belongs to."""
    at = bisect_right(name.mentions, span.start, key=lambda mention: mention.start) - 1
    return name.mentions[at] if at >= 0 and name.mentions[at].overlaps(span) else None


def _was_justnamed_in(tree: Tree, name: Name) -> bool:
    """True if a person is named in this sentence or in one before it: further back, somebody else may be meant."""
    span = tree.sentence.span
    before = tree_at(span.article.span(max(0, span.start - 2), span.start)) if span.start > 1 else None
    start = before.sentence.span.start if before else span.start
    return any(start <= mention.start < span.end for mention in name.mentions)


def named_in(tree: Tree, tokens: list[int]) -> Name | None:
    """The name that some tokens are, with what may be before it."""
    for index in reversed(_without_additions(tree, tokens)):
        name = name_at(tree.tokens[index].span)
        mention = _mention_at(name, tree.tokens[index].span) if name else None
        if name and mention:
            return name if _is_all_of(tree, _without_additions(tree, tokens), mention, name) else None
    return None


def _without_additions(tree: Tree, tokens: list[int]) -> list[int]:
    """Some tokens up to where a name ends and a place or an apposition is added to it."""
    head = next((each for each in tokens if tree.tokens[each].head not in tokens), None)
    name = name_at(tree.tokens[head].span) if head is not None else None
    mention = _mention_at(name, tree.tokens[head].span) if name and head is not None else None
    if mention is None or head is None:
        return tokens
    behind = [each for each in tokens if tree.tokens[each].span.start >= mention.end]
    if _IN_BRACKETS.fullmatch(" ".join(tree.tokens[each].form for each in behind)):
        return [each for each in tokens if each not in behind]
    if not behind or tree.tokens[behind[0]].form not in _ADDS:
        return tokens
    added = {each for child in tree.dependents(head, "nmod", "appos", "acl") for each in tree.subtree(child)}
    words = [each for each in behind if tree.tokens[each].upos != "PUNCT"]
    return [each for each in tokens if each not in behind] if added.issuperset(words) else tokens


def _is_all_of(tree: Tree, tokens: list[int], mention: Span, name: Name) -> bool:
    own = [each for each in tokens if mention.contains(tree.tokens[each].span)]
    rest = [each for each in tokens if each not in own]
    region = region_behind(mention) if name.kind != PERSON else None
    if region is not None:
        rest = [each for each in rest if not region.contains(tree.tokens[each].span) and tree.tokens[each].form != ","]
    if not own or any(each > own[0] for each in rest):
        return False
    if name.kind == PERSON:
        return all(
            tree.tokens[each].upos not in _NOT_IN_A_TITLE and tree.tokens[each].form.lower() not in ("a", "an")
            for each in rest
        )
    return all(tree.tokens[each].form.lower() == "the" for each in rest)
