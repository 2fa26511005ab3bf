"""The other names that an article gives a thing or a person: "X, also called Y", "Y, whose real name is X"."""

import re
from collections import defaultdict
from collections.abc import Iterator

from quizengine.text.article import Article, cache_per_article

_HOW = (
    "also|or|sometimes|often|commonly|better|formerly|previously|officially|originally|now|widely|popularly|generally"
    "|frequently|usually|more|variously|simply|today"
)
_CALLED = r"(?:called|known as|referred to as|termed|named|dubbed|translated as|spell?ed|spelt)"
_NAME = r"(?:[A-Z0-9][\w’'.-]*)(?: (?:of |the |and |de |von )*[A-Z0-9][\w’'-]*){0,4}"
_WORDS = r"[\w’'-]+(?: [\w’'-]+){0,2}"
_OPEN, _SHUT = r"[“\"'*‘]*", r"[”\"'*’]*"
_END = r"(?=\s*[,.;:()]|\n)"
_MARK = r"(?:, ?| ?\(| ?[—–] ?)"
_A = r"(?:the |an? )?"
_NO_NAME = re.compile(r"\b(?:it|he|she|they|this|that|because|when|which|who|in|on|at|by|for|to|from)\b|\A(?:not|so)\b")
_BEFORE_A_TERM = frozenset({"the", "a", "an", "as", "called", "termed", "named"})
_NEAR = 30
"""Characters before a name in which a word that belongs to it is looked for."""
_PART_OF_A_NAME = re.compile(r"\b[A-Z][\w’'-]* (?:of|at|in|for)(?: the)? \Z")
"""Ends before a name that a longer one may end with: "the Institute of Mills at the University of Orra"."""
_CUE = re.compile(
    r"\b(?:called|known as|referred to as|termed|named|dubbed|translated as|spell?ed|spelt|aka|a\.k\.a|born|name)\b"
)
_AROUND = 120
"""Characters around such a word in which both names are."""
_IS_CALLED = re.compile(rf"{_CALLED}|aka|a\.k\.a|born", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_REAL = r"(?:real|birth|full|legal|given) name"


def also_called(article: Article, name: str) -> tuple[str, ...]:
    """Return the other names that an article says a thing, a term or a person has, in order; most have none."""
    text = article.text
    words = name.casefold().split()
    places = [
        (start, end)
        for start, end in _places(article).get(next(iter(_WORD.findall(name)), "").casefold(), ())
        if all(word in text[start:end].casefold() for word in words)
    ]
    found = [
        found["other"]
        for pattern in (_patterns(name, " ".join(text[start:end] for start, end in places)) if places else ())
        for start, end in places
        for found in pattern.finditer(text, start, end)
        if "own" not in pattern.groupindex or _is_whole(text[max(0, found.start() - _NEAR) : found.start()], name)
    ]
    others = dict.fromkeys(_by_itself(" ".join(each.strip("’'“”").split()), text) for each in found)
    return tuple(other for other in others if _is_another(other, name))


@cache_per_article
def _places(article: Article) -> dict[str, list[tuple[int, int]]]:
    """The stretches of an article that may give another name, by each word in them, in small letters."""
    text, found = article.text, defaultdict(list)
    for cue in _CUE.finditer(text):
        start, end = max(0, cue.start() - _AROUND), cue.end() + _AROUND
        words = {word.casefold() for word in _WORD.findall(text, start, end)}
        for word in words | {word.removesuffix("s") for word in words}:
            found[word].append((start, end))
    return dict(found)


def _is_whole(before: str, name: str) -> bool:
    """Return whether the words before a name are no part of it: "amino acids" may be "basic amino acids"."""
    if name[:1].isupper() and _PART_OF_A_NAME.search(before):
        return False
    word = before.rstrip(" *_“\"'‘").rpartition(" ")[2]
    if not word or not word[-1].isalnum():
        return True
    return not word[0].isupper() or word == "The" if name[:1].isupper() else word.casefold() in _BEFORE_A_TERM


def _is_proper(name: str) -> bool:
    return name[:1].isupper() and not name.rpartition(" ")[2].islower()


def _by_itself(other: str, text: str) -> str:
    """A name without the word before it that the article mostly leaves out: "Singer Old Pim" is "Old Pim"."""
    first, _, rest = other.partition(" ")
    if not (rest[:1].isupper() or rest[:1].isdigit()):
        return other
    found = [text[max(0, each.start() - len(first) - 1) : each.start()] for each in re.finditer(re.escape(rest), text)]
    return rest if sum(before.strip() != first for before in found) > len(found) / 2 else other


def _patterns(name: str, near: str) -> Iterator[re.Pattern[str]]:
    """Yield the ways to give another name, for one that is in capitals and one that is in small letters.

    Those whose own words are not near it are left out: to compile one takes longer than to search for it.
    """
    own = r"\s+".join(map(re.escape, name.split()))
    proper = _is_proper(name)
    other = rf"(?P<other>{_NAME})" if proper else rf"(?P<other>{_WORDS})"
    fold = re.MULTILINE if proper else re.MULTILINE | re.IGNORECASE
    mine = rf"(?P<own>\b{own})(?:s|’s)?{_SHUT}"
    called = rf"(?:(?:{_HOW}) )+{_CALLED}"
    is_called = _IS_CALLED.search(near) is not None
    if is_called:
        yield re.compile(rf"{mine}{_MARK}(?:{called}|aka|a\.k\.a\.) {_A}{_OPEN}{other}{_SHUT}{_END}", fold)
        yield re.compile(rf"{mine} (?:is|are|was|were|has been) {called} {_A}{_OPEN}{other}{_SHUT}{_END}", fold)
    if not proper:
        return
    before = rf"(?P<other>(?:The )?{_NAME}){_SHUT}"
    if is_called:
        yield re.compile(rf"{before}{_MARK}(?:{called}|aka|a\.k\.a\.|born) {_A}{_OPEN}{own}{_SHUT}{_END}")
    if "name" not in near:
        return
    yield re.compile(rf"{before}{_MARK}(?:whose )?{_REAL},? (?:is |was )?{own}\b")
    yield re.compile(rf"{before}[’']s {_REAL} (?:is|was) {own}\b")
    yield re.compile(rf"\b{own}{_MARK}(?:whose )?(?:{_REAL}|stage name),? (?:is |was )?{_OPEN}{other}")
    yield re.compile(rf"\b{own}[’']s? {_REAL} (?:is|was) {other}")


def _is_another(other: str, name: str) -> bool:
    one, two = other.casefold(), name.casefold()
    return bool(one) and one != two and not one.endswith(f" {two}") and _NO_NAME.search(other) is None
