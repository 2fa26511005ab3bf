"""The words before and after a quotation, with their trees.

Next: `attributions`, which decides whether somebody reports the quotation there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizengine import Span
from quizengine.language import Frame, Tree, analyse_sentences, stance_of, tree_at
from quizengine_quote_attribution.quotation_contexts import QuotationContext


def frame_before(place: QuotationContext) -> Frame | None:
    """The words before a quotation in its sentence."""
    text = place.before.text.rstrip()
    at = place.before.start + len(text) - 1
    return _frame(place.before, at) if text.strip() else None


def frames_after(place: QuotationContext) -> Iterator[Frame]:
    """The words after a quotation in its sentence, or in the next one: read by themselves, then as they stand."""
    found = re.search(r"\w", place.after.text)
    if place.tail:
        yield Frame(place.tail, tuple(range(len(place.tail.tokens))))
    frame = _frame(place.after, place.after.start + found.start()) if found else None
    if frame:
        yield frame


def says_twice(place: QuotationContext) -> bool:
    """Return whether two verbs of saying are after a quotation, so that the next one may be the second one's."""
    tokens = place.tail.tokens if place.tail else ()
    return sum(bool(stance_of(token.lemma)) and token.upos == "VERB" for token in tokens) > 1


def with_tails(places: Sequence[QuotationContext]) -> list[QuotationContext]:
    """The places with what is after each quotation, where it may say who speaks, analysed by itself."""
    starts = [re.search(r"\w", place.after.text) if _may_say_who(place) else None for place in places]
    spans = [
        place.article.span(place.after.start + found.start(), place.after.end)
        for place, found in zip(places, starts, strict=True)
        if found
    ]
    read = {sentence.span.start: Tree(sentence) for sentence in analyse_sentences(spans)} if spans else {}
    return [
        replace(place, tail=read.get(place.after.start + found.start())) if found else place
        for place, found in zip(places, starts, strict=True)
    ]


def _may_say_who(place: QuotationContext) -> bool:
    """True if what is after a quotation is asked who speaks: a mark before it, or one that leads on, lets it."""
    return place.expects_cue or place.quoted.last_character in "?!….," or place.after.text.rstrip()[-1:] in (",", ":")


def _frame(stretch: Span, at: int) -> Frame | None:
    article = stretch.article
    tree = tree_at(article.span(at, at + 1))
    tokens = tuple(each for each in tree.tokens_in(stretch)) if tree else ()
    return Frame(tree, tokens) if tree and tokens else None
