"""The person with whom a life begins: under their name as title, the first sentence says who they are.

"Andrés Ruiz Mora (born 11 May 1984) is a Spanish footballer" under "Andrés Ruiz": nothing tells more surely what a name
is, in whatever language it was given.
"""

import re
from dataclasses import dataclass, replace
from itertools import takewhile

from quizengine.language.names.mentions import PARTICLES, Mention
from quizengine.language.names.relatives import kinship_of
from quizengine.language.names.titles import HONOURS, is_role_noun, is_title
from quizengine.language.word_lists import plain_form, word_set
from quizengine.text.article import Article, Span, cache_per_article

_WORD = r"(?:(?:[A-Z]\.)+|[^\W\d_][\w’'-]*)"
_SMALL_WORDS = PARTICLES | {"of", "the"}
_SMALL = "|".join(sorted(_SMALL_WORDS))
_CALLED = r"[\"“‘(](?!born\b|née?\b|b\.)[^\W\d_](?:[^\W\d_]|[ .’'-]){0,24}[\"”’)]"
_NAME = re.compile(rf"(?:{_WORD}|{_CALLED})(?:[ \u00a0](?:(?:{_SMALL})\b|(?![a-z]){_WORD}|{_CALLED}))*")
_BRACKETS = r"\((?:[^()]|\([^()]*\)){0,400}\)"
_ASIDES = re.compile(
    rf"(?:,?\s*{_BRACKETS}|\s?/[^/\n]{{2,40}}/|,\s(?!which\b|and\b|but\b|is\b|was\b)(?:[^,;.()\n]|\.(?=[\s”\"])){{2,60}}(?=,|\s\()){{0,6}}"
)
"""Pronunciations, dates, honours and other names behind a name."""
_DAY = r"(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},?) \d{3,4}"
_BORN = re.compile(rf"\bborn\b|{_DAY}(?:/\d+)?\s?[–—-]|[–—-]\s?{_DAY}")
_BORN_AS = re.compile(rf"\b(?:born|née|né)\s(?P<name>{_NAME.pattern})")
_CALLED_SO = (
    r"\b(?:known (?:as|by)|called|cited as|referred to as|pseudonym|(?:stage|pen|ring|professional) name)\b"
    r"[^()]{0,30}?\b"
)
"""Words before another name for somebody."""
_IS = re.compile(r",?\s+(?:is|was)\s(?:(?:also|perhaps|probably)\s)?(?:an?|the|one of the)\s(?P<words>[^.;]{2,140})")
_AFTER_THE_NOUN = re.compile(
    r"[,(]|\s(?:who|whom|whose|which|that|of|in|from|for|at|on|to|by|with|during|and|best|known)\b"
)
_PEOPLE = word_set(
    """
    footballer golfer swimmer runner boxer cyclist goalkeeper midfielder striker winger defender pitcher grandmaster
    prodigy king queen emperor empress pharaoh sultan khedive tsar saint nun monk theologian explorer conquistador
    navigator general admiral statesman stateswoman chemist inventor industrialist merchant painter dramatist essayist
    feminist suffragist abolitionist revolutionary rapper guitarist pianist violinist drummer songwriter dancer
    choreographer comedian presenter model biographer humanist orator jurist midwife teacher psychotherapist surgeon
    """
)
"""Nouns for people besides those for offices and professions."""


@dataclass(frozen=True)
class Opening:
    """The name with which a life begins."""

    span: Span
    tokens: tuple[str, ...]
    """Its words, those of the title where the fuller name holds them all."""
    others: tuple[tuple[str, ...], ...]
    """The words of the fuller name, and of the name at birth where it is told."""
    end: int
    """The offset behind the dates and the other asides after the name."""


@cache_per_article
def opening_name(article: Article) -> Opening | None:
    """The name of the person whom the title and the first sentence are about; None if they are about no one person."""
    if article.title is None or not article.paragraphs:
        return None
    first = article.paragraphs[0]
    found = _NAME.match(article.text, first.start, first.end)
    if found is None:
        return None
    asides = _ASIDES.match(article.text, found.end(), first.end)
    behind = asides.end() if asides else found.end()
    name = _without_honours(article.span(first.start, found.end()))
    title = _name_words(article.title.text)
    called = _is_called(article.title.text.strip(), article.text[found.end() : behind])
    own = _name_words(re.sub(_CALLED, "", name.text))
    tokens = title if called else _in_common(title, own, _name_words(name.text))
    if not tokens or not _is_a_person(article.text, found.end(), behind, first.end):
        return None
    born = _BORN_AS.search(article.text, found.end(), behind)
    at_birth = _name_words(born["name"]) if born else own
    return Opening(name, tokens, (own, at_birth if len(at_birth) > 1 else (*own[:-1], *at_birth)), behind)


def with_opening_name(article: Article, found: list[Mention]) -> list[Mention]:
    """The mentions of an article, those at the beginning put together as the name of whom it introduces."""
    opening = opening_name(article)
    if opening is None:
        return found
    whole = Mention(opening.span, opening.tokens, titles="", starts_sentence=True, possessive=False)
    return [whole, *(_as_introduced(mention, opening) for mention in found if not mention.span.overlaps(opening.span))]


def _as_introduced(mention: Mention, opening: Opening) -> Mention:
    """A mention of the person introduced, under that name; any other as it is.

    The fuller name and the name at birth are that person's, too, and so is the first word of either. A given name that
    is also a word for something else may have been taken for a title: "Christian Orr".
    """
    if mention.titles in opening.tokens[:1]:
        start = mention.span.article.text.rfind(mention.titles, 0, mention.span.start)
        whole = mention.span.article.span(start, mention.span.end)
        mention = replace(mention, span=whole, tokens=(mention.titles, *mention.tokens), titles="")
    keys, own, *others = (
        [plain_form(word) for word in words] for words in (mention.tokens, opening.tokens, *opening.others)
    )
    turned = len(keys) > 1 and keys == own[::-1]  # the surname first, as in Japanese
    aside = mention.span.end <= opening.end and keys in [other[-1:] for other in others]  # "née Orr", "1st Baron Orr"
    known = keys == own or turned or aside or any(_is_short_for(keys, other) for other in others)
    return replace(mention, tokens=opening.tokens) if known and not kinship_of(mention) else mention


def _is_short_for(keys: list[str], whole: list[str]) -> bool:
    """Return whether a form is the first word of a name, or words of it up to the last."""
    return keys == whole[:1] or (len(keys) > 1 and keys[-1] == whole[-1] and _holds(whole, keys))


def _is_a_person(text: str, end: int, behind: int, stop: int) -> bool:
    """Return whether the asides after a name tell of a birth, or what follows them of somebody's trade."""
    told = _IS.match(text, behind, stop)
    if told is None:
        return False
    words = _AFTER_THE_NOUN.split(told["words"], maxsplit=1)[0].split()
    noun = plain_form(words[-1]) if words else ""
    if noun == "name":  # "… was the pen name of Ada Orr"
        return False
    return is_role_noun(noun) or noun in _PEOPLE or _BORN.search(text, end, behind) is not None


def _is_called(title: str, asides: str) -> bool:
    """Return whether the asides behind a name say that the title is another name for it: "…, known as Captain Orr,"."""
    return title in asides and re.search(rf"{_CALLED_SO}{re.escape(title)}(?!\w)", asides) is not None


def _without_honours(name: Span) -> Span:
    """A name without the titles before it and the letters of honour behind it: "Dame Ada Orr DBE"."""
    words = list(re.finditer(_WORD, name.text))
    first = next((word for word in words if not is_title(word[0])), words[0])
    last = next((word for word in reversed(words) if word[0] not in HONOURS), words[-1])
    end = max(last.end(), name.text.rfind(")") + 1, *(name.text.rfind(mark) + 1 for mark in '"”’'))
    return name.article.span(name.start + first.start(), name.start + end)


def _name_words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(rf"{_WORD}", text.replace("\u00a0", " ")))


def _in_common(title: tuple[str, ...], own: tuple[str, ...], called: tuple[str, ...]) -> tuple[str, ...]:
    """The words by which title and text call the same person, the title's if they may; none if they may be two.

    `own` are the words of the text without a nickname, `called` with it.
    """
    if not all(word[0].isupper() or word in _SMALL_WORDS for word in title):
        return ()
    keys, others, every = ([plain_form(word) for word in words] for words in (title, own, called))
    if not own:
        return ()
    if (_holds(every, keys) and (len(keys) > 1 or len(others) == 1)) or (
        len(keys) > 1 and keys[-1] == others[-1] and keys[0][0] == others[0][0]
    ):
        return title
    if _holds(keys, others) or keys[-1] == others[-1]:
        return own
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(keys, others, strict=False)))
    return own[:same] if same > 1 else ()


def _holds(words: list[str], some: list[str]) -> bool:
    """Return whether some words are among others in the same order."""
    rest = iter(words)
    return all(any(word == other for other in rest) for word in some)
