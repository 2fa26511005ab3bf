"""The quotations of an article whose speaker is certain; the others as refusals.

Next: `asking`, which turns them into questions.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from quizengine import Article, Fact, Refusal, Span
from quizengine.language.names import Name, name_at
from quizengine_quote_attribution.attributions import Attribution, Place, attributions, place_of
from quizengine_quote_attribution.marks import Quoted, quotations
from quizengine_quote_attribution.speakers import Source, Unresolved, indirect_sources, who_is

FEWEST_WORDS = 4
"""Fewer words between quotation marks are a scare quote, a title or a nickname more often than a quotation."""


@dataclass(frozen=True, kw_only=True)
class Quotation(Fact):
    """Who said what: the words in one or more pieces, the phrase they are attributed to, and who that is."""

    kind: str = "quotation"
    quote: tuple[Span, ...]
    speaker: Span
    name: str
    """The fullest name of the speaker in the article."""
    cue: Span | None
    rule: str


@dataclass
class _Reading:
    """What is known while an article is read from the start."""

    quoted: tuple[Quoted, ...]
    sources: list[Source]
    said: list[Quotation | Refusal] = field(default_factory=list)


def find(article: Article) -> Iterator[Quotation | Refusal]:
    """The quotations of four words or more, in order, with a refusal for each whose speaker is not certain."""
    quoted = quotations(article)
    reading = _Reading(quoted, indirect_sources(article, quoted))
    before: tuple[Place, Quotation | Refusal] | None = None
    for number, one in enumerate(quoted):
        previous = quoted[number - 1] if number else None
        following = quoted[number + 1] if number + 1 < len(quoted) else None
        place = place_of(one, previous, following)
        result = _attributed(place, reading, before)
        if isinstance(result, Quotation) and before and _goes_on(place, before, result):
            earlier = before[1]
            assert isinstance(earlier, Quotation)
            result = _joined(earlier, place)
            reading.said[-1] = result
        else:
            reading.said.append(result)
        if isinstance(result, Quotation):
            reading.sources.append(Source(max(result.speaker.start, one.start), name_at_speaker(result, reading)))
        before = (place, result)
    yield from (one for one in reading.said if _long_enough(one))


def name_at_speaker(quotation: Quotation, reading: _Reading) -> Name | None:
    """The name behind an attributed quotation."""
    found = who_is(quotation.speaker, [s for s in reading.sources if s.at < quotation.speaker.start], reading.quoted)
    return found if isinstance(found, Name) else name_at(quotation.speaker)


def _attributed(
    place: Place, reading: _Reading, before: tuple[Place, Quotation | Refusal] | None
) -> Quotation | Refusal:
    """The quotation with its speaker by the first rule that sees one, or else as the continuation of the one before."""
    whole = place.quoted.pieces[0].to(place.quoted.pieces[-1])
    if not place.quoted.closed:
        return Refusal(whole, "marks", "the quotation is never closed")
    found = list(attributions(place))
    shared = before is not None and _shares_cue(found, before)
    if found and not shared:
        introduced = [one for one in found if one.rule in ("verb-before", "same-subject", "according-to")]
        return _resolved(place, introduced if introduced and not place.expects_cue else found, reading)
    if before is not None and isinstance(before[1], Quotation) and (shared or _continues(place, before[0])):
        earlier = before[1]
        return Quotation(
            quote=place.quoted.pieces, speaker=earlier.speaker, name=earlier.name, cue=earlier.cue, rule="continues"
        )
    return Refusal(whole, "no-cue", "no verb of saying with a subject stands beside it")


def _resolved(place: Place, found: list[Attribution], reading: _Reading) -> Quotation | Refusal:
    """The quotation by the surest attribution, unless another one names somebody else."""
    whole = place.quoted.pieces[0].to(place.quoted.pieces[-1])
    people = [who_is(one.speaker, reading.sources, reading.quoted) for one in found]
    first = people[0]
    if isinstance(first, Unresolved):
        reading.sources.append(Source(found[0].speaker.start, None))
        return Refusal(whole, found[0].rule, first.reason)
    others = {one.full for one in people if isinstance(one, Name)} - {first.full}
    if others:
        return Refusal(whole, found[0].rule, f"it may be said by {first.full} or by {min(others)}")
    one = found[0]
    return Quotation(quote=place.quoted.pieces, speaker=one.speaker, name=first.full, cue=one.cue, rule=one.rule)


def _shares_cue(found: list[Attribution], before: tuple[Place, Quotation | Refusal]) -> bool:
    """Whether all that attributes this quotation is the cue of the one before it: “…,” Austin said, “…”"""
    earlier = before[1]
    return isinstance(earlier, Quotation) and bool(found) and all(one.cue == earlier.cue for one in found)


def _continues(place: Place, before: Place) -> bool:
    """Whether nothing but the rest of the earlier one's sentence stands between the two."""
    if place.quoted.pieces[0].paragraph != before.quoted.pieces[-1].paragraph:
        return False
    between = place.article.text[before.quoted.end : place.quoted.start].strip()
    over = not place.article.text[before.after.end : place.quoted.start].strip()
    return over and (not between or between[-1] in ".?!…,;:—–")


def _goes_on(place: Place, before: tuple[Place, Quotation | Refusal], result: Quotation) -> bool:
    """Whether the quotation is the second half of a sentence that the cue stands inside of."""
    earlier = before[1]
    if not isinstance(earlier, Quotation) or result.rule != "continues":
        return False
    gap = place.article.text[before[0].quoted.end : place.quoted.start].rstrip()
    return gap.endswith((",", "—", "–", ":")) and bool(gap.strip(",—–: "))


def _joined(earlier: Quotation, place: Place) -> Quotation:
    return Quotation(
        quote=(*earlier.quote, *place.quoted.pieces),
        speaker=earlier.speaker,
        name=earlier.name,
        cue=earlier.cue,
        rule=earlier.rule,
    )


def _long_enough(said: Quotation | Refusal) -> bool:
    pieces = said.quote if isinstance(said, Quotation) else (said.span,)
    return sum(len(piece.text.split()) for piece in pieces) >= FEWEST_WORDS
