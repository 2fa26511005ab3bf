"""Which words attribute a quotation, and to whom: rules of structure, tried in order.

Next: `speakers`, which tells who a pronoun or a short name means.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizengine import Article, Span
from quizengine.language.names import Name
from quizengine.language.sentences import sentence_of
from quizengine_quote_attribution.cue_words import BARE, BETWEEN, FINITE, PARTICIPLES, RESPONSES, SAYING, WORD
from quizengine_quote_attribution.marks import Quoted
from quizengine_quote_attribution.noun_phrases import mentions_between, subject_after, subject_before, subject_from


@dataclass(frozen=True)
class Attribution:
    """The phrase that a quotation is attributed to, the verb that does it, and the rule that saw it."""

    speaker: Span
    cue: Span | None
    rule: str


@dataclass(frozen=True)
class Place:
    """A quotation with the text around it that may attribute it."""

    quoted: Quoted
    before: Span
    """From the start of its sentence, or the end of the quotation before it, to its opening mark."""
    after: Span
    """From its closing mark to the end of its sentence, or to the next quotation."""

    @property
    def article(self) -> Article:
        """The article that it stands in."""
        return self.before.article

    @property
    def expects_cue(self) -> bool:
        """Whether its last character is a comma or a dash, inside or outside the marks: somebody must follow."""
        return self.quoted.last_character in ",—–-" or self.after.text.lstrip()[:1] in (",", "—", "–")


def place_of(quoted: Quoted, previous: Quoted | None, following: Quoted | None) -> Place:
    """The place of a quotation between its neighbours."""
    first, last = quoted.pieces[0], quoted.pieces[-1]
    article, text = first.article, first.article.text
    start = max(min(sentence_of(first).start, quoted.start), previous.end if previous else 0, first.paragraph.start)
    if not text[start : quoted.start].strip() and quoted.start == first.paragraph.start:
        start = _introduced_at(article, first, previous.end if previous else 0)
    sentence = sentence_of(article.span(max(quoted.end - 1, last.start), quoted.end))
    stop = max(quoted.end, last.paragraph.end)
    end = min(stop, following.start if following and following.start >= quoted.end else stop)
    after_end = min(end, max(sentence.end, quoted.end))
    if not text[quoted.end : after_end].strip() and quoted.last_character in "?!…-—–,":
        after_end = min(end, max(quoted.end, _next_sentence_end(article, quoted.end)))
    return Place(quoted, article.span(start, quoted.start), article.span(quoted.end, after_end))


def _introduced_at(article: Article, first: Span, earliest: int) -> int:
    """Where the sentence begins that ends the paragraph before with a colon; else where the quotation begins."""
    before = article.text[: first.paragraph.start].rstrip()
    if not before.endswith(":"):
        return first.paragraph.start
    return max(sentence_of(article.span(len(before) - 1, len(before))).start, earliest)


def _next_sentence_end(article: Article, at: int) -> int:
    rest = article.text[at:]
    at += len(rest) - len(rest.lstrip())
    return sentence_of(article.span(min(at, len(article.text)), min(at, len(article.text)))).end


def attributions(place: Place) -> Iterator[Attribution]:
    """What the rules find around a quotation, the surest first."""
    for rule in RULES:
        found = rule(place)
        if found is not None:
            yield found


def _name_then_verb(place: Place) -> Attribution | None:
    """“…,” Lloyd Austin said; “…?” the U.S. defense secretary, Lloyd Austin, asked."""
    start, end = _clause(place)
    if start is None or _opens_inverted(place.article.text, start):
        return None
    for number, word in enumerate(WORD.finditer(place.article.text, start, end)):
        if number > 45:
            return None
        if number and _is_finite(word[0], place) and not _is_noun_here(place.article.text, word):
            subject = subject_from(place.article, start, word.start())
            return Attribution(subject, place.article.span(*word.span()), "name-then-verb") if subject else None
    return None


def _verb_then_name(place: Place) -> Attribution | None:
    """“…,” said Lloyd Austin."""
    start, end = _clause(place)
    if start is None:
        return None
    word = WORD.match(place.article.text, start, end)
    if word and word[0].casefold() in ("also", "then", "later") and word[0].islower():
        word = WORD.match(place.article.text, word.end() + 1, end)
    if not word or word[0] not in SAYING:
        return None
    subject = subject_after(place.article, word.end(), end)
    return Attribution(subject, place.article.span(*word.span()), "verb-then-name") if subject else None


def _any_verb(place: Place) -> Attribution | None:
    """“…,” Austin chirped: after a comma, whatever verb stands right after a name."""
    start, end = _clause(place)
    if start is None or not place.expects_cue:
        return None
    text = place.article.text
    for span, name in mentions_between(place.article, start, end)[:3]:
        verb = re.compile(r"\s(?:[a-z]+ly\s)?([a-z]+ed\b|[a-z]+[^s\W]s(?=[.,;]))").match(text, span.end)
        if verb and _may_speak(name) and subject_from(place.article, start, span.end) == span:
            return Attribution(span, place.article.span(*verb.span(1)), "any-verb")
    inverted = re.compile(r"([a-z]+ed)\s").match(text, start)
    if inverted:
        subject = subject_after(place.article, inverted.end(1), end)
        if subject and text[subject.start].isupper():
            return Attribution(subject, place.article.span(*inverted.span(1)), "any-verb")
    return None


def _introduced(place: Place) -> Attribution | None:
    """Austin said: “…”; he told reporters, “…”; Austin laughed, adding, “…”"""
    article, before = place.article, place.before
    link = _link(before.text)
    verbs = [
        w
        for w in WORD.finditer(article.text, before.start, before.end)
        if w[0] in FINITE or w[0] in PARTICIPLES or w[0] in BARE
    ]
    if link is None or not verbs:
        return None
    verb = next((w for w in reversed(verbs) if not _is_noun_here(article.text, w)), verbs[-1])
    tail = article.text[verb.end() : before.start + link]
    if not _tail_fits(tail, before.text[link:], place):
        return None
    cue = article.span(*verb.span())
    if verb[0] in PARTICIPLES or re.search(
        r"\b(?:and|but|then|to)\s(?:\w+ly\s)?\Z", article.text[before.start : verb.start()]
    ):
        subject = _earlier_speaker(article, before.start, verb) or _main_subject(article, before.start, verb.start())
        return Attribution(subject, cue, "same-subject") if subject else None
    subject = subject_before(article, before.start, verb.start())
    if subject is None:
        return None
    return Attribution(subject, cue, "verb-before")


def _according_to(place: Place) -> Attribution | None:
    """According to Wi, “…”; “…,” according to Wi."""
    article = place.article
    found = re.search(r"\b[Aa]ccording to (?P<who>[^“”\"]+?)[,:]\s*\Z", place.before.text)
    if found:
        start = place.before.start
        subject = subject_from(article, start + found.start("who"), start + found.end("who"))
        return (
            Attribution(subject, article.span(start + found.start(), start + found.start("who")), "according-to")
            if subject
            else None
        )
    start_after = place.after.start
    after = re.match(r",?\s*according to (?P<who>[^“”\";]+?)\s*(?=[,.;]?\s*\Z|, )", place.after.text)
    if after and place.expects_cue:
        subject = subject_from(article, start_after + after.start("who"), start_after + after.end("who"))
        cue = article.span(start_after + after.start(), start_after + after.start("who"))
        return Attribution(subject, cue, "according-to") if subject else None
    return None


def _response(place: Place) -> Attribution | None:
    """Austin’s response: “…”; Austin: “…”"""
    article, before = place.article, place.before
    found = re.search(r"(?P<mark>[’']s?\s(?:\w+\s){0,2}?(?P<noun>\w+)|)\s*:\s*\Z", before.text)
    if not found or (found["noun"] and found["noun"] not in RESPONSES):
        return None
    words = re.sub(r"\s*\([^()]*\)\Z", "", before.text[: found.start()])
    start = before.start + len(words) - len(words.lstrip(" \n*•-—"))
    end = before.start + len(words)
    for span, _ in mentions_between(article, start, end):
        if span.end == end and subject_from(article, start, end) == span:
            noun = article.span(before.start + found.start("noun"), before.start + found.end("noun")) if found["noun"] else None
            return Attribution(span, noun, "colon")
    return None


Rule = Callable[[Place], Attribution | None]
RULES: tuple[Rule, ...] = (_according_to, _name_then_verb, _verb_then_name, _any_verb, _introduced, _response)
"""In order of trust."""


def _may_speak(name: Name) -> bool:
    return name.kind in ("person", "organisation")


def _opens_inverted(text: str, start: int) -> bool:
    """Whether a verb of saying comes first: “…,” said John Ulzheimer, who writes about credit."""
    word = WORD.match(text, start)
    return bool(word) and word[0] in SAYING


def _clause(place: Place) -> tuple[int | None, int]:
    """Where the words begin that may attribute the quotation before them; None where none can."""
    after = place.after
    last = place.quoted.last_character
    if not (place.expects_cue or last in "?!…" or (last == "." and _short(after.text))):
        return None, after.end
    opening = re.match(r"\s*[,—–-]*\s*", after.text)
    start = after.start + (opening.end() if opening else 0)
    return (start, after.end) if start < after.end else (None, after.end)


def _short(text: str) -> bool:
    return bool(re.fullmatch(r"\s*(?:[\w.’'-]+\s){0,4}(?:said|says|added|wrote|asked)(?:\s[\w.’'-]+){0,3}\.?\s*", text))


def _is_finite(word: str, place: Place) -> bool:
    return word in FINITE or (place.expects_cue and word in BARE)


def _is_noun_here(text: str, word: re.Match[str]) -> bool:
    """Whether a form that may be a noun stands as one: "the reports", "his claims", "Trump’s remarks"."""
    before = text[max(0, word.start() - 12) : word.start()]
    noun = re.search(r"(?:\b(?:the|a|an|his|her|its|their|of|these|those|such|in|for|with|no|any)|[’']s?)\s\Z", before)
    return bool(noun) and word[0] not in ("said", "says", "told", "wrote", "added", "asked")


def _link(before: str) -> int | None:
    """Where the link to the quotation begins: a comma, a colon, "that", or nothing right after the verb."""
    found = re.search(r"(?:\s*[,:]|\s*—|\s+that,?|\s+as)?\s*\Z", before)
    return found.start() if found else None


def _tail_fits(tail: str, link: str, place: Place) -> bool:
    """Whether what stands between the verb and the link may: "reporters on Monday", not another clause."""
    first = place.quoted.pieces[0].text[:1]
    mark = link.strip()
    if mark in (",", ":"):
        return len(tail.split()) <= 25 or mark == ":"
    if mark == "—":
        return not tail.strip()
    if tail.strip() and not re.fullmatch(
        r"\s(?:[A-Z]\S+\s?){1,4}|\s(?:reporters|supporters|him|her|them|me|us|the [\w ]{2,30})", tail
    ):
        return False
    return first.isupper() or place.quoted.words >= 6


def _earlier_speaker(article: Article, start: int, participle: re.Match[str]) -> Span | None:
    """The subject of the verb of saying that a participle goes with: "…, Nefzi said, adding, “…”"."""
    gap = re.search(r"\b([a-z]+)[^,.;:“”\"]{0,60},?\s(?:and\s|but\s|then\s)?\Z", article.text[start : participle.start()])
    verbs = [w for w in WORD.finditer(article.text, start, participle.start()) if w[0] in SAYING]
    if gap is None or not verbs or verbs[-1].start() < start + gap.start():
        return None
    return subject_before(article, start, verbs[-1].start())


def _main_subject(article: Article, start: int, verb: int) -> Span | None:
    """The person that a sentence is about, for a later verb with no subject of its own."""
    found = re.compile(
        r"(?:(?:But|And|Then|So|Still|Yet|Later|Meanwhile|On \w+day|In \w+|In a [\w ]{3,40}),?\s)?"
    ).match(article.text, start)
    first = found.end() if found else start
    word = WORD.match(article.text, first, verb)
    if word and word[0] in ("He", "She"):
        return article.span(*word.span())
    between = article.text[first:verb]
    if re.search(r"\b(?:who|which|whom|because|while|if|whose)\b", between):
        return None
    for span, _ in mentions_between(article, first, verb):
        follows = re.compile(r"\s(?:\w+ly\s)?[a-z]+(?:ed|s|t|w|k|ook|ent)\b|,").match(article.text, span.end)
        return span if follows and _clean(article, first, span) else None
    return None


def _clean(article: Article, start: int, span: Span) -> bool:
    """Whether only titles and describing words stand between an offset and a name."""
    subject = subject_from(article, start, span.end)
    return subject == span


__all__ = ["BETWEEN", "RULES", "Attribution", "Place", "attributions", "place_of"]
