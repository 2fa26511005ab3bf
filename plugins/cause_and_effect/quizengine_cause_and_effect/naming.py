"""Words that a reader understands without the sentences before: nothing in them points outside, or it is replaced."""

import re

from quizengine import Article, Span
from quizengine.language.clauses import shape
from quizengine.language.fragments import chunks_of
from quizengine.language.names import Name, mentioned_from, name_at
from quizengine.language.quoted import is_within
from quizengine.language.sentences import place_among, quoted_in, sentence_of
from quizengine.language.word_lists import listed
from quizengine.language.words import Word, words_in
from quizengine_cause_and_effect.wording import running

_SHELL = re.compile(
    r"(?i)(?:the|an?|one)\s+(?:latest |recent |whole |first |second )?"
    r"(?:incident|move|decision|event|development|situation|issue|matter|case|news|"
    r"result|change|impact|influence|action|step|thing|fact|problem|effect|report|word|term|process|approach|idea|finding|latter|former|"
    r"practice|phenomenon|company|man|woman|group|two|pair|agency|party|bill|law|plan|measure|deal|"
    r"act|study|statement|announcement|article|work|system|circumstances)s?\Z"
)
_HERE_AND_NOW = listed(
    """
    i we you me us my our your here today yesterday tomorrow ago tonight
    """
)
_POINTERS = listed(
    """
    this these those such that there latter former same said aforementioned above-mentioned so thus then one
    ones
    """
)
_DATE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day)\Z"
)
_SO_FAR = re.compile(r"(?i)so far\b")
_OF_A_PERSON = {
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she", "herself": "she"
}  # fmt: skip
AMOUNTS = frozenset(("lot", "lots", "part", "bit", "kind", "sort", "number", "deal", "rest", "half"))
"""Nouns that tell how much of something, not what."""
_ANYBODY = "he or she"
_OF_A_THING = frozenset(("it", "its", "itself", "they", "them", "their", "theirs", "themselves"))
_POINTING_TAGS = frozenset(("DT0", "PNP", "PNI", "AV0", "EX0", "CRD", "NN2", "AJ0", "VVN"))
_HE_OR_SHE = re.compile(r"(?i)\b(?:he|she|his|her|him)\b")
_LEADS = re.compile(r"(?:But |And |Yet )?(?:(?:Despite|Like|Unlike|For|With|Without|According to|Because of) )?")
_FURTHEST_CHARACTERS = 5_000
"""Nobody keeps anybody in mind for longer, not within one paragraph either."""
_FURTHEST = 3
"""Paragraphs back in which "he" may be named."""
_NEEDS_A_NOUN = frozenset(("another", "others", "both", "latter", "former", "each"))


class NotNamed(Exception):  # noqa: N818 - not a fault: words that only the article's earlier text explains
    """The words point to what is named elsewhere, and what that is, is not certain."""


def stands_alone(span: Span) -> bool:
    """Whether a reader understands these words as they are, without the sentence before."""
    try:
        return named(span) == running(span)
    except NotNamed:
        return False


def named(span: Span) -> str:
    """The words of a span inside a sentence, with "he" and "his" replaced by the name where it is certain.

    Raises NotNamed where anything else points outside: "it", "this delay", "the incident".
    """
    text = " ".join(span.text.split())
    if _SHELL.match(text):
        raise NotNamed(text)
    replaced: list[tuple[Word, str]] = []
    noun, person = False, ""
    for word in words_in(span):
        lower = word.text.lower()
        _must_not_point(word, noun)
        if lower in _OF_A_PERSON and person not in (_ANYBODY, _OF_A_PERSON[lower]):
            replaced.append((word, _name_for(word)))
            person = _OF_A_PERSON[lower]
        elif word.tag == "PROPN" and person != _ANYBODY:
            person = _pronoun_of(word) or person
        noun = noun or (word.tag in ("NOUN", "PROPN") and lower not in AMOUNTS) or bool(replaced)
    if not noun:
        raise NotNamed(text)
    return _with(span, replaced)


def _must_not_point(word: Word, noun: bool) -> None:
    lower, article = word.text.lower(), word.span.article
    is_pointer = lower in _POINTERS and word.fine in _POINTING_TAGS and not _SO_FAR.match(article.text, word.span.start)
    if lower in _HERE_AND_NOW or is_pointer or (not noun and lower in (_OF_A_THING | _NEEDS_A_NOUN)):
        raise NotNamed(word.text)


def _pronoun_of(word: Word) -> str:
    """The "he" or "she" that may stand for the person whose name a word is part of; empty where it is nobody's."""
    name = name_at(word.span)
    if name is None or name.kind not in ("person", "other") or _DATE.match(word.text) or len(word.text) == 1:
        return ""
    return name.pronoun or _ANYBODY


def _name_for(word: Word) -> str:
    name = referent(word)
    if name is None:
        raise NotNamed(word.text)
    return f"{name.full}’s" if word.fine == "DPS" else name.full


def referent(word: Word) -> Name | None:
    """Who "he" or "she" is: the one person whom this paragraph is about so far, or else None.

    That is the only person named in it, outside quotations, who may go by the pronoun; where it names nobody, the only
    one named in the paragraph before, and so on up to three back. The mention begins its sentence, if only after
    "Despite" or the like, or stands right before a verb. A pronoun that stands before the first mention points
    further back, so that the person named is not certain to be the one that the text is about.
    """
    article, pronoun = word.span.article, _OF_A_PERSON[word.text.lower()]
    if _in_a_quotation(word.span):
        return None
    at = place_among(article.paragraphs, word.span.paragraph)
    people: list[tuple[Span, Name]] = []
    for back in range(_FURTHEST + 1):
        start = max(article.paragraphs[max(0, at - back)].start, word.span.start - _FURTHEST_CHARACTERS)
        people = _people(article, start, word.span.start)
        if people:
            break
    people = [(span, name) for span, name in people if name.pronoun in ("", pronoun)]
    if len({name.full for _, name in people}) != 1:
        return None
    first, name = people[0]
    is_told_of_before = _HE_OR_SHE.search(article.text, start, first.start)
    begins = any(_begins(mention) for mention, _ in people)
    return name if name.certain and begins and not is_told_of_before else None


def _begins(mention: Span) -> bool:
    """Whether a mention can be what its sentence is about: it begins it, or stands right before a verb of its own."""
    before = mention.article.text[sentence_of(mention).start : mention.start]
    if not before or _LEADS.fullmatch(before):
        return True
    pieces = chunks_of(sentence_of(mention))
    at = next((n for n, piece in enumerate(pieces) if piece.span.contains(mention)), None)
    code = shape(pieces)
    return at is not None and bool(re.compile(r"R?v").match(code, at + 1)) and (at == 0 or code[at - 1] in ',t&j"')


def _in_a_quotation(span: Span) -> bool:
    return is_within(span.start, quoted_in(sentence_of(span)))


def _people(article: Article, start: int, end: int) -> list[tuple[Span, Name]]:
    """The mentions of people between two offsets, outside quotations."""
    return [
        (span, name)
        for span, name in mentioned_from(article, start, end)
        if name.kind == "person" and not _in_a_quotation(span)
    ]


def _with(span: Span, replaced: list[tuple[Word, str]]) -> str:
    if not replaced:
        return running(span)
    text, at = "", span.start
    for word, name in replaced:
        text += span.article.text[at : word.span.start] + name
        at = word.span.end
    text = " ".join((text + span.article.text[at : span.end]).split())
    return text if replaced[0][0].span.start == span.start else running_start(span, text)


def running_start(span: Span, text: str) -> str:
    """The text with its first letter as it is inside a sentence."""
    return running(span)[:1] + text[1:]
