"""A quotation with the text around it, in which the words that attribute it must be.

Next: `attributions`, which looks there.
"""

from dataclasses import dataclass

from quizengine import Article, Span
from quizengine.language import Quoted, Tree, sentence_of
from quizengine_quote_attribution.quoted_fragments import starts_inside

REACH = 1_500
"""The number of characters around a quotation that are searched for its speaker; no sentence in use is longer."""


@dataclass(frozen=True)
class Attribution:
    """The phrase that a quotation is attributed to, the verb that does it, and the rule that saw it."""

    speaker: Span
    cue: Span | None
    rule: str


@dataclass(frozen=True)
class QuotationContext:
    """A quotation with the text around it that may attribute it."""

    quoted: Quoted
    before: Span
    """The text from the start of its sentence, or the end of the quotation before it, to its opening mark."""
    after: Span
    """The text from its closing mark to the end of its sentence, or to the next quotation."""
    tail: Tree | None = None
    """The words after it, analysed as a sentence of their own."""

    @property
    def article(self) -> Article:
        """The article that it is in."""
        return self.before.article

    @property
    def sentence(self) -> int:
        """The beginning of the sentence that leads to it, with the quotations before it in the same sentence."""
        start = max(sentence_of(self.before).start, self.before.paragraph.start, self.before.start - REACH)
        return min(self.before.start, start)

    @property
    def is_inside(self) -> bool:
        """True if it is a part of a sentence that began before it and is not quoted."""
        return starts_inside(self.quoted.pieces[0])

    @property
    def expects_cue(self) -> bool:
        """True if its last character is a comma or a dash, inside or outside the marks: somebody must follow."""
        return self.quoted.last_character in ",—–-" or self.after.text.lstrip()[:1] in (",", "—", "–")


def quotation_context(quoted: Quoted, previous: Quoted | None, following: Quoted | None) -> QuotationContext:
    """The place of a quotation between its neighbours."""
    first, last = quoted.pieces[0], quoted.pieces[-1]
    article, text = first.article, first.article.text
    start = max(min(sentence_of(first).start, quoted.start), previous.end if previous else 0, first.paragraph.start)
    start = max(start, quoted.start - REACH)
    if not text[start : quoted.start].strip() and quoted.start == first.paragraph.start:
        start = _introduced_at(article, first, previous.end if previous else 0)
    sentence = sentence_of(article.span(max(quoted.end - 1, last.start), quoted.end))
    stop = max(quoted.end, last.paragraph.end)
    end = min(stop, following.start if following and following.start >= quoted.end else stop)
    end = min(end, quoted.end + REACH)
    after_end = min(end, max(sentence.end, quoted.end))
    if not text[quoted.end : after_end].strip() and quoted.last_character in "?!…-—–,":
        after_end = min(end, max(quoted.end, _next_sentence_end(article, quoted.end)))
    return QuotationContext(quoted, article.span(start, quoted.start), article.span(quoted.end, after_end))


def _introduced_at(article: Article, first: Span, earliest: int) -> int:
    """Return where the sentence begins that introduces a quotation in the paragraph before; else where that begins."""
    start = first.paragraph.start
    earlier = article.text[max(0, start - REACH) : start]
    end = start - len(earlier) + len(earlier.rstrip())
    if not earlier.rstrip().endswith((":", ",")):
        return start
    return max(sentence_of(article.span(end - 1, end)).start, earliest, start - REACH)


def _next_sentence_end(article: Article, at: int) -> int:
    rest = article.text[at : at + REACH]
    at += len(rest) - len(rest.lstrip())
    return sentence_of(article.span(min(at, len(article.text)), min(at, len(article.text)))).end
