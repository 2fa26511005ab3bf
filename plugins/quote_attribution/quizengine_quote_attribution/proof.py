"""The proof of who said something: the stretch of the article that shows it, and the reason in words."""

from bisect import bisect_right
from typing import Any

from quizengine import Evidence, Origin, Span
from quizengine.language import Name, capitalised, sentence_of, word_set
from quizengine_quote_attribution.candidates import speaker_name
from quizengine_quote_attribution.excerpts import excerpt
from quizengine_quote_attribution.quotation import PRONOUNS, Quotation
from quizengine_quote_attribution.reported_statements import Statement

_MOST_WORDS = 8
_LONGEST_TITLE = 5
_IN_APPOSITION = word_set("a an the of for in at on from with who whose which that and or to by")
"""Words of a description that is after a name; a title holds none of them."""
_TAGS = ("quote attribution",)


def question_context(quotation: Quotation, why: str = "") -> dict[str, Any]:
    """The fields of every question about a quotation beside its content; `why` replaces the rationale."""
    return {
        "rationale": why or speaker_rationale(quotation),
        "evidence": Evidence.of(proof(quotation)),
        "origin": Origin("quote_attribution", quotation.rule),
        "tags": _TAGS,
    }


def proof(quotation: Quotation) -> Span:
    """The stretch of the article that shows the words and whose they are, with the name that a pronoun stands for."""
    span = _with_marks(quotation.quote[0].to(quotation.quote[-1])).to(_said_so(quotation))
    further = excerpt(quotation).spans
    span = span.to(_with_marks(further[-1])) if further and further[-1].end > span.end else span
    name = speaker_name(quotation)
    if name is None or quotation.speaker.text.casefold() not in PRONOUNS:
        return span
    before = bisect_right(name.mentions, quotation.speaker.start, key=lambda mention: mention.end)
    return span.to(name.mentions[before - 1]) if before else span


def reported_proof(fact: Statement, name: Name) -> Span:
    """The sentence that reports a statement, with the name that its "he" or "she" stands for."""
    proof = sentence_of(fact.content)
    if fact.speaker.text.casefold() not in PRONOUNS:
        return proof
    before = bisect_right(name.mentions, fact.speaker.start, key=lambda mention: mention.end)
    return proof.to(name.mentions[before - 1]) if before else proof


def speaker_rationale(quotation: Quotation) -> str:
    """One or two sentences: what the article says beside the quotation, and who that is."""
    name = speaker_name(quotation)
    words = f"The article gives these words to {quotation.name}: “{_in_short(quotation)}”."
    if quotation.rule == "continues":
        words = f"The article goes on with the words of {quotation.name} (“{_in_short(quotation)}”)."
    who = _who_that_is(quotation, name) if name else ""
    return f"{words} {who}".strip()


def _with_marks(span: Span) -> Span:
    """The span with the quotation marks right before and after it."""
    text, marks = span.article.text, "“”\"'‘’„«»`"
    start, end = span.start, span.end
    while start and text[start - 1] in marks:
        start -= 1
    while end < len(text) and text[end] in marks:
        end += 1
    return span.article.span(start, end)


def _said_so(quotation: Quotation) -> Span:
    """The speaker with the cue: “Austin stated”, “said Helen Trevose”, “According to Wi”."""
    return quotation.speaker.to(quotation.cue) if quotation.cue else quotation.speaker


def _in_short(quotation: Quotation) -> str:
    """The speaker with the cue, without the many words that may be between them."""
    said_so = " ".join(_said_so(quotation).text.split())
    if quotation.cue is None or len(said_so.split()) <= _MOST_WORDS:
        return said_so
    ends = sorted((quotation.speaker, quotation.cue), key=lambda span: span.start)
    return f"{ends[0].text} … {ends[1].text}"


def _who_that_is(quotation: Quotation, name: Name) -> str:
    short = quotation.speaker.text
    before, after = _role(name)
    who = f"{before}{name.full}"
    if short.casefold() in PRONOUNS:
        return f"“{capitalised(short)}” is {who} (named just before){after}."
    return f"“{short}” is {who}{after}." if short != name.full else ""


def _role(name: Name) -> tuple[str, str]:
    """The role as it is before a name ("President ") and after one (", a baker"); one of the two is empty."""
    words = name.role.split()
    if not words:
        return "", ""
    is_title = len(words) <= _LONGEST_TITLE and not _IN_APPOSITION & {word.casefold() for word in words}
    return (f"{name.role} ", "") if is_title else ("", f", {name.role}")
