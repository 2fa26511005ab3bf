"""Rules for what precedes a quotation: Austin said: “…” · According to Austin, “…” · Austin’s reply: “…”."""

import re

from quizengine import Article, Span
from quizengine_quote_attribution.cue_words import (
    BARE,
    FINITE,
    PARTICIPLES,
    RESPONSES,
    SAYING,
    TELLING,
    WORD,
    stands_as_noun,
)
from quizengine_quote_attribution.doubts import is_doubtful
from quizengine_quote_attribution.noun_phrases import mentions_between, subject_before, subject_from
from quizengine_quote_attribution.places import Attribution, Place

_VERB_PHRASE = re.compile(r"\b([a-z]+)[^,.;:“”\"]{0,60},?\s(?:(?:and|but|then)\s)?\Z")
_VERB_OR_COMMA = re.compile(r"(?:\sof(?:\s[A-Z]\w+)+)?(?:\s(?:\w+ly\s)?[a-z]+(?:ed|s|t|w|k)\b|,)")
_PREPOSITION = re.compile(
    r"\s(?:in|on|at|to|during|of|about|with|after|before|from|through|via|last|this|earlier|later)\b"
)
_OF_SOMEBODY = re.compile(r"[’']s?\s|\b(?:by|from|of)\s[A-Z]")
_LEAD = re.compile(
    r"(?:(?:But|And|Then|So|Still|Yet|Later|Meanwhile),?\s)?"
    r"(?:(?:In|On|At|During|After|Before|Speaking|Asked|With|By|For|From|Following|Despite)\s[^,“”\"]{2,80},\s)?"
)
_VERB_AND_COLON = re.compile(
    r"\s(?P<verb>[a-z]+ed|put it|puts it)(?:\s(?:back|out|again|later|this way|[a-z]+ly|(?:on|in) \w+))?\s*:\s*\Z"
)
_ADDRESSED = re.compile(r"(?:\s(?:in|on|at|to|during)\s[^,.;:“”\"]{2,60})?")
_ACCORDING_BEFORE = re.compile(r"\b(?P<cue>[Aa]ccording to) (?P<who>[^“”\"]+?)[,:]\s*\Z")


def introduced(place: Place) -> Attribution | None:
    """Austin said: “…”; he told reporters, “…”; Austin laughed, adding, “…”."""
    article, before = place.article, place.before
    link = _link(before.text)
    verbs = [
        w
        for w in WORD.finditer(article.text, before.start, before.end)
        if w[0] in FINITE or w[0] in PARTICIPLES or w[0] in BARE
    ]
    if link is None or not verbs:
        return None
    verb = next((w for w in reversed(verbs) if not stands_as_noun(article.text, w)), verbs[-1])
    tail = article.text[verb.end() : before.start + link]
    if not _tail_fits(tail, before.text[link:], place) or (verb[0] not in TELLING and _is_another_thing(tail)):
        return None
    cue = article.span(*verb.span())
    if is_doubtful(article, before.start, cue):
        return None
    if verb[0] in PARTICIPLES or re.search(
        r"\b(?:and|but|then|to)\s(?:\w+ly\s)?\Z", article.text[before.start : verb.start()]
    ):
        subject = _earlier_speaker(article, before.start, verb) or _main_subject(article, place.sentence, verb.start())
        return Attribution(subject, cue, "same-subject") if subject else None
    subject = subject_before(article, before.start, verb.start())
    if subject is None:
        return None
    return Attribution(subject, cue, "verb-before")


def according_before(place: Place) -> Attribution | None:
    """According to Wi, “…”."""
    article, start = place.article, place.before.start
    found = _ACCORDING_BEFORE.search(place.before.text)
    if found is None or _speaks(found["who"]):
        return None
    subject = subject_from(article, start + found.start("who"), start + found.end("who"))
    cue = article.span(start + found.start(), start + found.end("cue"))
    return Attribution(subject, cue, "according-to") if subject else None


def any_verb_before(place: Place) -> Attribution | None:
    """Ruth Abel echoed: “…”, whatever the verb: a colon right after it leaves no doubt."""
    found = _VERB_AND_COLON.search(place.before.text)
    if found is None:
        return None
    verb = place.before.start + found.start("verb")
    subject = subject_before(place.article, place.before.start, verb)
    named = [span for span, name in mentions_between(place.article, place.before.start, verb) if span == subject]
    cue = place.article.span(verb, verb + len(found["verb"]))
    sure = named and not is_doubtful(place.article, place.before.start, cue)
    return Attribution(named[0], cue, "verb-before") if sure else None


def response(place: Place) -> Attribution | None:
    """Austin’s response: “…”; Austin: “…”."""
    article, before = place.article, place.before
    found = re.search(r"(?P<mark>[’']s?\s(?:\w+\s){0,2}?(?P<noun>\w+)|)\s*:\s*\Z", before.text)
    if not found or (found["noun"] and found["noun"] not in RESPONSES):
        return None
    words = re.sub(r"\s*\([^()]*\)\Z", "", before.text[: found.start()])
    start = before.start + len(words) - len(words.lstrip(" \n*•-—"))
    end = before.start + len(words)
    for span, _ in mentions_between(article, start, end):
        if span.end == end and subject_from(article, start, end) == span:
            noun = (
                article.span(before.start + found.start("noun"), before.start + found.end("noun"))
                if found["noun"]
                else None
            )
            return Attribution(span, noun, "colon")
    return None


def _link(before: str) -> int | None:
    """Where the link to the quotation begins: a comma, a colon, "that", or nothing right after the verb."""
    found = re.search(r"(?:\s*[,:]|\s*—|\s+that,?|\s+as)?\s*\Z", before)
    return found.start() if found else None


def _is_another_thing(tail: str) -> bool:
    """Whether the verb has an object of its own that the words may belong to: "mocked Lindqvist’s slogan"."""
    return not _PREPOSITION.match(tail) and bool(_OF_SOMEBODY.search(tail))


def _tail_fits(tail: str, link: str, place: Place) -> bool:
    """Whether what stands between the verb and the link may: "reporters on Monday", not another clause."""
    first = place.quoted.pieces[0].text[:1]
    mark = link.strip()
    if mark in (",", ":"):
        return len(tail.split()) <= 25 or mark == ":"
    if mark == "—":
        return not tail.strip()
    if mark.startswith("that") and _ADDRESSED.fullmatch(tail):
        return True
    if tail.strip() and not re.fullmatch(
        r"\s(?:[A-Z]\S+\s?){1,4}|\s(?:reporters|supporters|him|her|them|me|us|the [\w ]{2,30})", tail
    ):
        return False
    return first.isupper() or place.quoted.words >= 6


def _earlier_speaker(article: Article, start: int, participle: re.Match[str]) -> Span | None:
    """The subject of the verb of saying that a participle goes with: "…, Abel said, adding, “…”"."""
    gap = re.search(
        r"\b([a-z]+)[^,.;:“”\"]{0,60},?\s(?:and\s|but\s|then\s)?\Z", article.text[start : participle.start()]
    )
    verbs = [w for w in WORD.finditer(article.text, start, participle.start()) if w[0] in SAYING]
    if gap is None or not verbs or verbs[-1].start() < start + gap.start():
        return None
    return subject_before(article, start, verbs[-1].start())


def _main_subject(article: Article, start: int, verb: int) -> Span | None:
    """The person that a sentence is about, for a later verb with no subject of its own."""
    found = _LEAD.match(article.text, start, verb)
    first = found.end() if found else start
    word = WORD.match(article.text, first, verb)
    if word and word[0] in ("He", "She"):
        return article.span(*word.span())
    between = article.text[first:verb]
    if re.search(r"\b(?:who|which|whom|because|while|if|whose)\b", between):
        return None
    for span, _ in mentions_between(article, first, verb):
        follows = _VERB_OR_COMMA.match(article.text, span.end)
        return span if follows and subject_from(article, first, span.end) == span else None
    return None


def _speaks(words: str) -> bool:
    """Whether a verb of saying is among the words: "According to the paper, one sign read" means the sign."""
    return any(word in FINITE or word == "read" for word in WORD.findall(words))
