"""Words between quotation marks that are not a full quotation: titles, names, fragments."""

import re

from quizengine import Span
from quizengine.language import Tree, stance_of, tree_at, word_set

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_MARKS = "“”\"'‘’„«»`"
_STARTS_NO_CLAUSE = word_set(
    """
    which who whom whose of at in on for to from by with as and or than into about against between through is are was
    were be been being has had have having does did do can could would should will may might must also not never but nor
    """
)
_REACH = 40
"""The number of characters before a quotation that tell whether a sentence continues in it."""
_SMALL = word_set("a an the of and or in on at to for from with by is")


def looks_like_title(text: str) -> bool:
    """Return whether the words are capitalised as in the title of a work ("The Harbour at Night")."""
    words = [word for word in _WORD.findall(text) if word.casefold() not in _SMALL]
    return (
        1 < len(words) <= 10
        and all(word[0].isupper() for word in words)
        and not re.search(r"[.?!,]\W*\Z", text.strip(_MARKS)[:-1])
    )


def starts_inside(piece: Span) -> bool:
    """True if the words begin in the middle of a sentence that is not quoted: he called it “a total disaster”."""
    text = piece.article.text
    first = re.match(r"[\[(…. “\"'‘]*([^\W_][\w’'-]*)", piece.text)
    if first is None or not first[1][0].islower():
        return False
    before = text[max(piece.paragraph.start, piece.start - _REACH) : piece.start].rstrip(_MARKS + " \u00a0")
    if not before or before[-1] in ":—–":
        return False
    return before[-1] not in ",;.?!" or first[1] in _STARTS_NO_CLAUSE


def is_part_of_sentence(piece: Span) -> bool:
    """Return whether words begin inside of a sentence, and are not the whole clause that somebody is said to say."""
    return starts_inside(piece) and not _is_reported_whole(piece)


def _is_reported_whole(piece: Span) -> bool:
    """Return whether words are all that a verb of saying right before them reports: Abel said that “nobody rows”."""
    tree = tree_at(piece)
    inside = tree.tokens_in(piece) if tree else ()
    if tree is None or not inside or any(token.upos != "PUNCT" for token in tree.tokens[inside[-1] + 1 :]):
        return False
    words = [at for at in range(inside[0]) if tree.tokens[at].upos != "PUNCT"]
    heads = [at for at in inside if tree.tokens[at].head not in inside and tree.tokens[at].upos != "PUNCT"]
    if not words or len(heads) != 1:
        return False
    with_that = tree.tokens[words[-1]].form == "that" and tree.tokens[words[-1]].head == heads[0]
    verb = tree.tokens[tree.tokens[heads[0]].head] if with_that else tree.tokens[words[-1]]
    if any(_goes_on_with_that(tree, at) for at in inside):
        return False
    said = verb.upos == "VERB" and stance_of(verb.lemma) == "asserts"
    return said and any(each in inside for each in tree.dependents(heads[0], "nsubj", "expl"))


def _goes_on_with_that(tree: Tree, at: int) -> bool:
    """Return whether another statement is joined by "and that", which leans on the "that" before the words."""
    forms = [token.form.lower() for token in tree.tokens[at : at + 3]]
    return forms[:1] in (["and"], ["but"]) and forms[1:2] == ["that"] and tree.tokens[at + 1].upos == "SCONJ"


def ends_inside(piece: Span) -> bool:
    """Return whether the words break off in a sentence that continues without them."""
    text, end = piece.article.text, piece.end
    if piece.text.rstrip(_MARKS)[-1:] in ".,?!…;—–-":
        return False
    return bool(re.match(rf"[{_MARKS}]+\s+[a-z]", text[end : end + 6]))
