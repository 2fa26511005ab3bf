"""Why a quotation is whose it is: the stretch of the article that shows it, and the reason in words."""

from quizengine import Span
from quizengine.language.names import Name
from quizengine_quote_attribution.candidates import named
from quizengine_quote_attribution.cue_words import PRONOUNS
from quizengine_quote_attribution.quotation import Quotation


def proof(quotation: Quotation) -> Span:
    """The stretch of the article that shows the words and whose they are, with the name that a pronoun stands for."""
    span = _with_marks(quotation.quote[0].to(quotation.quote[-1])).to(_said_so(quotation))
    name = named(quotation)
    if name is None or quotation.speaker.text.casefold() not in PRONOUNS:
        return span
    earlier = [mention for mention in name.mentions if mention.end <= quotation.speaker.start]
    return span.to(earlier[-1]) if earlier else span


def rationale(quotation: Quotation) -> str:
    """One or two sentences: what the article says beside the quotation, and who that is."""
    name = named(quotation)
    words = f"The article gives these words to {quotation.name}: “{_said_so(quotation).text}”."
    if quotation.rule == "continues":
        words = f"The article goes on with the words of {quotation.name} (“{_said_so(quotation).text}”)."
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


def _who_that_is(quotation: Quotation, name: Name) -> str:
    short = quotation.speaker.text
    role = f", {name.role}" if name.role else ""
    if short.casefold() in PRONOUNS:
        return f"“{short[0].upper()}{short[1:]}” is {name.full}, the one named before{role}."
    return f"“{short}” is {name.full}{role}." if short != name.full else ""
