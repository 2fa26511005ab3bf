"""What a stem shows of an article word for word: a sentence, with those before it that tell what it points to."""

import re

from quizengine import Span
from quizengine.language.chunks import NounPhrase
from quizengine.language.clauses import shape
from quizengine.language.fragments import chunks_of
from quizengine.language.names import name_at
from quizengine.language.quoted import quoted
from quizengine.language.sentences import place_among, quoted_in, sentence_of, sentences_inside
from quizengine.language.told import is_told
from quizengine.language.word_lists import listed
from quizengine.language.words import Word, words_in
from quizengine_cause_and_effect.arguments import without_opening
from quizengine_cause_and_effect.drafts import CannotBe
from quizengine_cause_and_effect.kinds import is_a_person
from quizengine_cause_and_effect.naming import AMOUNTS

_MOST_WORDS = 70
"""Of the article in a stem."""
_MOST_BEFORE = 2
"""Sentences before the one that is asked about."""
_SPEAKING = listed("i we me us my our ours mine myself ourselves you your yours")
_PERSONAL = listed("he she it they him her them his its their hers theirs himself herself itself themselves")
_OF_PEOPLE = listed("he she him her his hers himself herself")
_OBJECTS = frozenset(("it", "them", "him", "her"))
_POINTING = listed("this that these those such there then so here")
_POINTING_TAGS = frozenset(("DT0", "AV0"))
_IN_TIME = re.compile(r" (?:year|month|week|weekend|century|decade|season|summer|winter|spring|fall|autumn)\b")
_ENOUGH = 3
"""Nouns after which a pointing word is taken to point to one of them."""
_MARKS = "\"“”„«»‘’'`"


def quotation_around(span: Span) -> Span | None:
    """The quotation that a span stands in, without its marks; None where it stands in none."""
    for start, end in quoted_in(sentence_of(span)):
        if start <= span.start and span.end <= end:
            text = span.article.text[start:end]
            lead = len(text) - len(text.lstrip(_MARKS))
            return span.article.span(start + lead, end - _closing(text))
    return None


def excerpt(sentence: Span, around: Span | None, least: int = 0) -> Span:
    """A sentence, of a quotation only what is said, with the sentences before that it needs; raises CannotBe.

    `sentence` is parted inside quotations; `around` is the quotation that it belongs to; `least` is how many sentences
    before it are shown in any case.
    """
    limit = around if around is not None else sentence.article.span(_begins(sentence), sentence.end)
    end = min(sentence.end, limit.end)
    every = sentences_inside(sentence.article)
    at = place_among(every, sentence)
    for more in range(least, _MOST_BEFORE + 1):
        first = every[at - more] if more <= at else None
        start = max(first.start, limit.start) if first is not None else 0
        if first is None or first.end <= limit.start or len(first.article.text[start:end].split()) > _MOST_WORDS:
            break
        shown = without_opening(first.article.span(start, end))
        if _is_understood(shown, around is not None):
            return _plain(shown, around is not None)
    raise CannotBe("the sentence points to what is named elsewhere, or is too long to quote")


def is_said_elsewhere(span: Span, is_speech: bool, least: int = 1_000) -> bool:
    """Whether words cannot be read without what is around them: "this", or "we" outside a quotation.

    After `least` nouns, words that point may point to those.
    """
    nouns = 0
    for word in words_in(span):
        if (_points(word) and nouns < least) or (not is_speech and word.text.lower() in _SPEAKING):
            return True
        nouns += word.tag in ("NOUN", "PROPN")
    return False


def _points(word: Word) -> bool:
    """Whether a word points to something named elsewhere: "this", but not "this year" or the "that" of a clause."""
    if word.text.lower() not in _POINTING or word.fine not in _POINTING_TAGS:
        return False
    return not _IN_TIME.match(word.span.article.text, word.span.end)


def requoted(text: str) -> str:
    """Words on one line to stand between quotation marks, with marks of their own turned into single ones."""
    line = " ".join(text.split())
    return re.sub(
        r"''(.+?)''|\"([^\"]*)\"|“([^“”]*)”", lambda found: f"‘{''.join(filter(None, found.groups()))}’", line
    )


def _begins(sentence: Span) -> int:
    """Where the sentences that may be shown begin: those of this paragraph, and of the one before at its start."""
    paragraphs = sentence.article.paragraphs
    at = place_among(paragraphs, sentence.paragraph)
    return paragraphs[max(0, at - 1)].start


def _closing(text: str) -> int:
    return len(text) - len(text.rstrip(_MARKS))


def _plain(shown: Span, is_speech: bool) -> Span:
    """What is shown, if its marks are whole; raises CannotBe."""
    text = shown.text
    whole = text.count('"') % 2 == 0 and text.count("“") == text.count("”") and text.count("''") % 2 == 0
    if not whole or text.count("(") != text.count(")") or re.search(r"[\[\]\n]|http|\.\.\.|…", text):
        raise CannotBe("the sentence breaks off a quotation or a bracket")
    if is_speech and re.search(r"[\"“”]", text):
        raise CannotBe("somebody quotes somebody else")
    return shown


def _is_understood(shown: Span, is_speech: bool) -> bool:
    """Whether what is shown names whom and what it speaks of; who speaks in a quotation is told by the stem."""
    if _begins_with_a_pronoun(shown):
        return False
    marks = () if is_speech else quoted(shown.text)
    first = sentence_of(shown, inside=True)
    nouns, is_somebody = 0, False
    for word in words_in(shown):
        lower, place = word.text.lower(), word.span.start - shown.start
        if any(start <= place < end for start, end in marks):
            continue
        if lower in _SPEAKING and not is_speech:
            return False
        if _points(word) and first.contains(word.span) and nouns < _ENOUGH and not (nouns and _is_known(word)):
            return False
        if lower in _PERSONAL and (not nouns or (lower in _OF_PEOPLE and not is_somebody)):
            return False
        is_somebody = is_somebody or _may_be_he(word)
        nouns += word.tag in ("NOUN", "PROPN") and lower not in _PERSONAL | AMOUNTS
    return nouns > 0


def _may_be_he(word: Word) -> bool:
    """Whether a word can be what "he" or "she" stands for: a noun for one person, or part of somebody's name."""
    if word.tag == "NOUN":
        return word.fine != "NN2" and is_a_person(word)
    name = name_at(word.span) if word.tag == "PROPN" and len(word.text) > 1 else None
    return name is not None and name.kind in ("person", "other")


def _is_known(word: Word) -> bool:
    """Whether the noun right after a pointing word was told of before: the "case" of "this case"."""
    article = word.span.article
    noun = re.match(r" ([a-z]{3,})\b", article.text[word.span.end : word.span.end + 30])
    told = sentence_of(word.span).start
    return noun is not None and any(is_told(article, one, told) for one in (noun[1], f"{noun[1]}s"))


def _begins_with_a_pronoun(shown: Span) -> bool:
    """Whether the first phrase has no noun ("nearly all"), or its verb has an "it" for its object.

    In a quotation "we" and "you" are its own.
    """
    pieces = [piece for piece in chunks_of(sentence_of(shown)) if shown.contains(piece.span)]
    code = shape(pieces)
    phrase = next((piece for piece in pieces if isinstance(piece, NounPhrase) and piece.head.fine != "EX0"), None)
    its = re.match(r"[^v]*v[RX]*(n)(?!v)", code)
    if its and pieces[its.start(1)].span.text.lower() in _OBJECTS:
        return True
    if phrase is None or phrase.span.text.lower() in _SPEAKING:
        return False
    return not any(word.tag in ("NOUN", "PROPN", "NUM", "SYM") for word in phrase.words)
