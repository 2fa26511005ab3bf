"""Joins tokens into a line, with English spacing and quotation marks and with capitals where they belong.

Next: `pruning`, which chooses the tokens to say.
"""

import re
from collections.abc import Iterable, Mapping

from quizengine.language.abbreviations import keeps_its_full_stop
from quizengine.language.letter_case import uncapitalised
from quizengine.language.names import name_at
from quizengine.language.names.kinds import PEOPLES
from quizengine.language.names.places import place_type
from quizengine.language.quotation_ranges import has_balanced_quotes
from quizengine.language.syntax.sentence import Token
from quizengine.language.syntax.tree import Tree, cache_by_arguments
from quizengine.text.article import Article, cache_per_article

_NO_BLANK_BEFORE = re.compile(r"[,.;:!?%)\]}”’]|n[’']t|[’'](?:s|re|ve|ll|d|m)?", re.IGNORECASE)
_NO_BLANK_BEHIND = frozenset("([{“‘$€£¥#")
_ENDINGS_OF_ADJECTIVES = ("less", "ible", "ful")
_OPENING_MARKS = frozenset({"“", '"', "``", "‘"})
_ALWAYS_SMALL = frozenset({"DET", "ADP", "ADV", "SCONJ", "CCONJ", "AUX", "PART", "NUM", "INTJ"})
_SMALL_WORD = re.compile(r"(?<![\w’'-])[a-z][\w’'-]*")
_CAPITAL_WITHIN = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]*")
_SPLITS = re.compile(r"\s+([,;:!?]|\.(?!\d)|[’'](?:s|re|ve|ll|d|m)\b)", re.IGNORECASE)
_CLOSED_INSIDE = re.compile(r"(?<![\w.])(\w+)\.([”\"]+)")
_PARTED_MONEY = re.compile(r"(?<=[$€£¥]) (?=\d)")


def surface_text(tree: Tree, tokens: Iterable[int], replaced: Mapping[int, str] | None = None) -> str:
    """The words of some tokens in their order, the first one in the case that it has inside a sentence.

    `replaced` says what is in place of a token; the empty string leaves it out.
    """
    given = replaced or {}
    pieces: list[str] = []
    last = -1
    for index in sorted(set(tokens)):
        word = given.get(index, _form(tree, index))
        if not word:
            continue
        if pieces and _blank_between(tree, last, index, pieces[-1], word):
            pieces.append(" ")
        pieces.append(word)
        last = index
    return tidy_spacing("".join(pieces))


def tidy_spacing(text: str) -> str:
    """The text on one line, with no blank before a mark or a clitic."""
    return _PARTED_MONEY.sub("", _SPLITS.sub(r"\1", " ".join(text.split()))).strip()


def without_full_stops_in_marks(text: str) -> str:
    """The text without full stops before quotation marks inside it, except for those of abbreviations."""
    return _CLOSED_INSIDE.sub(lambda found: found[0] if keeps_its_full_stop(found[1]) else found[1] + found[2], text)


def has_balanced_marks(text: str) -> bool:
    """Return whether every quotation mark and bracket in a text has its partner."""
    brackets = all(text.count(one) == text.count(other) for one, other in ("()", "[]"))
    return brackets and has_balanced_quotes(text)


def _form(tree: Tree, index: int) -> str:
    """A token as it is written inside a sentence: without the capital that only a sentence's start gives it."""
    form = tree.tokens[index].form
    return _without_its_capital(tree, index) if form[:1].isupper() and form != "I" else form


@cache_by_arguments
def _without_its_capital(tree: Tree, index: int) -> str:
    form = tree.tokens[index].form
    small = _opens(tree, index) and not _opens_a_title(tree, index) and is_lower_case(tree, index)
    return uncapitalised(form) if small else form


def _opens(tree: Tree, index: int) -> bool:
    """Return whether a token is the first word of its sentence, or of a quotation in it."""
    before = [tree.tokens[each].form for each in range(index)]
    first = not before or all(not re.search(r"\w", form) for form in before)
    quoted = before[-1:] and before[-1] in _OPENING_MARKS and before[-2:-1] and before[-2] in (",", ":")
    return first or bool(quoted) or before[-1:] == [":"]


def _opens_a_title(tree: Tree, index: int) -> bool:
    """Return whether a word opens a title, whose next word has a capital, too.

    A title is in quotation marks (“The Old Dam”), or a subtitle ("Dams: A History"), or, with "A", the article's own.
    """
    token, behind = tree.tokens[index], tree.tokens[index + 1 : index + 2]
    if not behind or not behind[0].form[:1].isupper():
        return False
    before = tree.tokens[index - 1].form if index else ""
    own = token.span.article.title if token.form in ("A", "An") else None
    return before in {*_OPENING_MARKS, ":"} or (
        own is not None and own.text.startswith(f"{token.form} {behind[0].form}")
    )


def is_lower_case(tree: Tree, index: int) -> bool:
    """Return whether a word is written with a small letter inside a sentence, as far as is known; a name never is."""
    token = tree.tokens[index]
    if _is_taken_for_a_name(tree, index):
        return True
    if token.upos == "PROPN" or name_at(token.span) is not None or re.search(r"[A-Z]", token.form[1:]):
        return False
    if token.upos in _ALWAYS_SMALL or (token.upos == "PRON" and token.form != "I"):
        return True
    if token.xpos == "NNS":  # "Athens" and "Wales" are easily taken for plurals
        return token.form not in _capitals_within(token.span.article) or _has_small(token)
    if place_type(token.form):
        return False
    if token.upos == "NOUN" and token.form not in _capitals_within(token.span.article):
        return True
    if token.upos == "ADJ" and _describes_a_small_noun(tree, index):
        return True
    return _has_small(token) or (token.upos == "VERB" and token.xpos in ("VBG", "VBN"))


def _is_taken_for_a_name(tree: Tree, index: int) -> bool:
    """Return whether a word before a small plural only seems to be a name: "Adobe walls", where "adobe" is told of.

    Also "Seedless plants", for no name of anybody ends so.
    """
    token = tree.tokens[index]
    noun = tree.tokens[token.head]
    before = token.upos == "PROPN" and not token.sure and token.head == index + 1
    if not before or noun.xpos != "NNS" or not noun.form.islower():
        return False
    return token.form not in _capitals_within(token.span.article) and (
        _has_small(token) or token.form.endswith(_ENDINGS_OF_ADJECTIVES)
    )


def _describes_a_small_noun(tree: Tree, index: int) -> bool:
    """True if an adjective that is mostly written small goes with a small noun behind it.

    No other name may be between: "Widespread adoption", "Early HSDPA systems", "Certain newly built roads".
    """
    token = tree.tokens[index]
    noun = tree.tokens[token.head]
    between = all(each.form.isupper() or each.form.islower() for each in tree.tokens[index + 1 : token.head])
    with_a_noun = token.head > index and between and noun.upos == "NOUN" and noun.form.islower()
    if not with_a_noun or token.form.lower() in PEOPLES or token.form in _capitals_within(token.span.article):
        return False
    return is_mostly_small(token.form)


def is_mostly_small(word: str) -> bool:
    """Return whether English mostly writes a word with a small first letter: "Standard", and not "Ford"."""
    from quizengine.language.model.shipped import (
        shipped_model,  # imports numpy, which the analysis has imported already
    )

    return shipped_model().lexicon.is_mostly_small(word.lower())


def _has_small(token: Token) -> bool:
    return token.form.lower() in _small_words(token.span.article)


@cache_per_article
def _capitals_within(article: Article) -> frozenset[str]:
    """Every word that the article writes with a capital after a word with a small letter, as a name is."""
    return frozenset(_CAPITAL_WITHIN.findall(article.text))


@cache_per_article
def _small_words(article: Article) -> frozenset[str]:
    """Every word that the article writes with a small letter somewhere."""
    return frozenset(_SMALL_WORD.findall(article.text))


def _blank_between(tree: Tree, last: int, index: int, left: str, right: str) -> bool:
    """True if a blank is between two tokens: as in the article where they are neighbours, by rule elsewhere."""
    if index == last + 1 and left == _form(tree, last) and right == _form(tree, index):
        return tree.tokens[last].span.end < tree.tokens[index].span.start
    return left[-1:] not in _NO_BLANK_BEHIND and not _NO_BLANK_BEFORE.fullmatch(right)
