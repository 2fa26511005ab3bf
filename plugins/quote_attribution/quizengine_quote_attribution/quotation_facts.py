"""The quotations of an article whose speaker is certain; the others as refusals.

Next: `quotation_questions`, which turns them into questions.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from quizengine import Article, Refusal, Span
from quizengine.language import Name, Quoted, name_at, quotations, referent, sentence_of, tree_at
from quizengine_quote_attribution.attributions import INTRODUCING, attributions, attributions_past_fragments
from quizengine_quote_attribution.blocks import Block, speech_blocks
from quizengine_quote_attribution.excerpts import sentences_of
from quizengine_quote_attribution.following import continues_quotation, report_before, subject_before, told_before
from quizengine_quote_attribution.frames import says_twice, with_tails
from quizengine_quote_attribution.paragraph_subjects import paragraph_subject
from quizengine_quote_attribution.partly_quoted import partly_quoted
from quizengine_quote_attribution.quotation import PRONOUNS, Quotation
from quizengine_quote_attribution.quotation_contexts import Attribution, QuotationContext, quotation_context
from quizengine_quote_attribution.quoted_fragments import is_part_of_sentence, looks_like_title
from quizengine_quote_attribution.reported_clauses import reported_clauses
from quizengine_quote_attribution.reported_statements import Statement, reported_statements
from quizengine_quote_attribution.rivals import without_rivals
from quizengine_quote_attribution.sources import Source, Sources, is_last_subject
from quizengine_quote_attribution.speakers import Unresolved, is_named_beside, resolve_speaker

FEWEST_WORDS = 4
"""Fewer words between quotation marks are a scare quote, a title or a nickname more often than a quotation."""


@dataclass(frozen=True)
class _Read:
    """One quotation as it was read: with its speaker, or with the reason why nobody is certain."""

    place: QuotationContext
    outcome: Quotation | Refusal
    name: Name | None = None


def find(article: Article) -> Iterator[Quotation | Statement | Refusal]:
    """The quotations of four words or more, in order, with a refusal for each whose speaker is not certain.

    After them what is reported in the article's own words and with shorter quotations.
    """
    standing = speech_blocks(article)
    starts = [block.words[0].start for block in standing]
    ends = list(accumulate((block.words[-1].end for block in standing), max))
    quoted = tuple(one for one in quotations(article) if not _is_within(one, starts, ends))
    reader = _Reader(article, quoted)
    outcomes = [read.outcome for read in reader.read()]
    long_enough = [one for one in outcomes if _words(one) >= FEWEST_WORDS]
    found = sorted([*long_enough, *map(_of_block, standing)], key=_start)
    yield from found
    taken = [piece for one in found for piece in _pieces(one)]
    partly = [one for one in partly_quoted(article, reader.named) if not _is_taken(one, taken)]
    own = [one.content for one in partly]
    reported = [one for one in reported_statements(article) if not _is_taken(one, taken) and not _is_taken(one, own)]
    own = sorted([*own, *(one.content for one in reported)], key=_span_start)
    further = (one for one in reported_clauses(article, reader.named) if not _is_taken(one, taken))
    further_own = [one for one in further if not _is_taken(one, own)]
    yield from sorted([*partly, *reported, *further_own], key=_content_start)


def _is_taken(statement: Statement, pieces: Sequence[Span]) -> bool:
    """Return whether a quotation that is asked about by itself, of those in order, shares words with what is said."""
    at = bisect_right(pieces, statement.content.start, key=lambda piece: piece.start)
    return any(statement.content.overlaps(piece) for piece in pieces[max(0, at - 1) : at + 1])


class _Reader:
    """Reads the quotations of an article from the start, so that each may lean on those before it."""

    def __init__(self, article: Article, quoted: tuple[Quoted, ...]) -> None:
        self.quoted = quoted
        self.sources = Sources(article, quoted)

    def read(self) -> list[_Read]:
        """Every quotation with what became of it; the halves around a cue are one."""
        done: list[_Read] = []
        neighbours = zip(self.quoted, (None, *self.quoted), (*self.quoted[1:], None), strict=False)
        for place in with_tails([quotation_context(*each) for each in neighbours]):
            one = place.quoted
            read = self._attributed(place, done[-1] if done else None)
            if done and read.name and _is_second_half(read, done[-1]):
                first = done.pop()
                assert isinstance(first.outcome, Quotation)
                whole = replace(first.outcome, quote=(*first.outcome.quote, *place.quoted.pieces))
                read = replace(read, outcome=whole)
            elif done and read.name and _is_next_sentence(read, done[-1]):
                first = done[-1]
                assert isinstance(first.outcome, Quotation)
                done[-1] = replace(first, outcome=replace(first.outcome, then=place.quoted.pieces))
            done.append(read)
            if isinstance(read.outcome, Quotation):
                self.sources.add(Source(max(read.outcome.speaker.start, one.start), read.name))
        return done

    def named(self, speaker: Span) -> Name | None:
        """The person whom a speaker phrase means, once everything is read; None if that is not certain."""
        meant = without_rivals(speaker, resolve_speaker(speaker, self.sources), self.sources)
        return meant if isinstance(meant, Name) else None

    def _attributed(self, place: QuotationContext, before: _Read | None) -> _Read:
        """The quotation with its speaker by the surest rule, or else as the continuation of the one before."""
        if not place.quoted.closed:
            return self._beginning(place)
        whole = place.quoted.whole
        if len(place.quoted.pieces) == 1 and looks_like_title(whole.text):
            return _Read(place, Refusal(whole, "title", "it is the title of a work"))
        found = list(attributions(place)) or attributions_past_fragments(place, self.quoted)
        earlier = before.outcome if before else None
        cue = earlier.cue if isinstance(earlier, Quotation) else None
        shared = cue is not None and bool(found) and all(one.cue == cue for one in found)
        if found and not shared:
            read = self._resolved(place, found)
            if before and len(place.quoted.pieces) > 1 and _continues(place, before.place) and read.name != before.name:
                return _Read(place, Refusal(whole, "marks", "its first paragraph may go on with another's words"))
            return read
        if (
            before
            and isinstance(earlier, Quotation)
            and (shared or _continues(place, before.place) or continues_quotation(place, before.place))
        ):
            return _Read(place, replace(earlier, quote=place.quoted.pieces, rule="continues", then=()), before.name)
        told = report_before(place) if not found else None
        follows = self.named(told.speaker) if told else None
        if told and follows:
            quotation = Quotation(
                quote=place.quoted.pieces, speaker=told.speaker, name=follows.full, cue=told.cue, rule=told.rule
            )
            return _Read(place, quotation, follows)
        return _Read(place, Refusal(whole, "no-cue", "no verb of saying with a subject stands beside it"))

    def _beginning(self, place: QuotationContext) -> _Read:
        """The first sentence of a quotation that is never closed, where words that introduce it tell who says it."""
        first = next(sentences_of(place.quoted.pieces[0]), None)
        found = [one for one in attributions(place) if one.rule in INTRODUCING] if first else []
        if first is None or not found or first.text[-1] not in ".?!":
            return _Read(place, Refusal(place.quoted.whole, "marks", "the quotation is never closed"))
        begun = replace(place.quoted, pieces=(first,), closed=True)
        read = self._resolved(replace(place, quoted=begun), found)
        if isinstance(read.outcome, Quotation):
            return replace(read, outcome=replace(read.outcome, rule="never-closed"))
        return read

    def _who(self, place: QuotationContext, speaker: Span) -> Name | Unresolved:
        """The person whom a speaker phrase means; for a pronoun, the one who says the sentence before, if it fits."""
        meant = resolve_speaker(speaker, self.sources)
        pronoun = speaker.text.casefold()
        if pronoun not in ("he", "she"):
            return meant
        meant = self._by_sentence_before(place, speaker, meant)
        if isinstance(meant, Name) and is_named_beside(speaker, meant):
            return Unresolved(f"“{speaker.text}” names {meant.full}, and is thus somebody else")
        return without_rivals(speaker, meant, self.sources)

    def _by_sentence_before(
        self, place: QuotationContext, speaker: Span, meant: Name | Unresolved
    ) -> Name | Unresolved:
        """The person whom a "he" or "she" means, after a sentence that somebody may have said."""
        pronoun = speaker.text.casefold()
        told = told_before(place)
        if told is None or told.speaker.text.casefold() in PRONOUNS:
            by_rules = meant if isinstance(meant, Name) else None
            return by_rules or self._by_coreference(speaker) or self._by_subject(place, speaker) or meant
        named = resolve_speaker(told.speaker, self.sources)
        fits = isinstance(named, Name) and named.kind == "person" and named.pronoun in ("", pronoun)
        if fits:
            return named  # "Abel said that Moss agreed. “…,” he said": Abel
        inside = self.sources.last_before(speaker.start).at > told.speaker.start
        if isinstance(named, Unresolved) and inside:
            return named  # "The mayor said that Moss agreed. “…,” he said"
        if isinstance(meant, Name):
            return meant
        return self._by_coreference(speaker) or self._by_subject(place, speaker) or meant

    def _by_coreference(self, speaker: Span) -> Name | None:
        """The person whom a pronoun means by the article's chain of mentions, where that is certain."""
        tree = tree_at(speaker)
        at = tree.tokens_in(speaker) if tree else ()
        name = referent(tree, at[0]) if tree and at else None
        fits = name is not None and name.kind == "person" and name.certain
        fits = fits and name is not None and name.pronoun in ("", speaker.text.casefold())
        if name is None or not fits or not is_last_subject(name, speaker):
            return None
        last = self.sources.last_before(speaker.start).name
        return name if " " in name.full or last is None or last == name else None  # "Oscar came. … he said"

    def _by_subject(self, place: QuotationContext, speaker: Span) -> Name | None:
        """The person whom the sentence before is about, if that one spoke last or all who fit are only owners."""
        subject = subject_before(place, self.sources)
        name = name_at(subject) if subject else None
        pronoun = speaker.text.casefold()
        if subject is None or name is None or name.kind != "person" or not name.certain:
            return None
        if name.pronoun not in ("", pronoun) or " " not in name.full:
            return None
        spoke = self.sources.last_before(speaker.start).name == name
        sentence = sentence_of(subject)
        others = [pair for pair in self.sources.people_between(sentence.start, speaker.start) if pair[1] != name]
        fitting = [pair for pair in others if pair[1].pronoun in ("", pronoun)]
        return name if spoke or all(map(_is_an_owner, fitting)) else None

    def _resolved(self, place: QuotationContext, found: list[Attribution]) -> _Read:
        """The quotation by the surest attribution, unless another one names somebody else."""
        introduced = [one for one in found if one.rule in INTRODUCING]
        if introduced and not place.expects_cue:
            found = introduced
        first, *others = [self._who(place, one.speaker) for one in found]
        whole, one = place.quoted.whole, found[0]
        rule = one.rule
        if not isinstance(first, Name) and one.speaker.text.casefold() in ("he", "she"):
            told = paragraph_subject(one.speaker, whole, self.sources)
            fits = told is not None and not is_named_beside(one.speaker, told)
            first, rule = (told, "paragraph-subject") if told and fits else (first, rule)
        if not isinstance(first, Name):
            self.sources.add(Source(one.speaker.start, None))
            return _Read(place, Refusal(whole, one.rule, first.reason))
        rivals = {other.full for other in others if isinstance(other, Name)} - {first.full}
        if rivals:
            reason = f"it may be said by {first.full} or by {min(rivals)}"
            return _Read(place, Refusal(whole, one.rule, reason))
        quotation = Quotation(quote=place.quoted.pieces, speaker=one.speaker, name=first.full, cue=one.cue, rule=rule)
        return _Read(place, quotation, first)


def _is_an_owner(mention: tuple[Span, Name]) -> bool:
    return mention[0].article.text.startswith(("'s", "’s"), mention[0].end)


def _continues(place: QuotationContext, before: QuotationContext) -> bool:
    """True if only the rest of the earlier one's sentence is between the two: “…,” Austin said. “…”."""
    if place.quoted.pieces[0].paragraph != before.quoted.pieces[-1].paragraph:
        return False
    between = place.article.text[before.quoted.end : place.quoted.start].strip()
    if between.endswith((",", ":")) and says_twice(before):
        return False  # “…,” Austin told Wi, who replied: “…”
    over = not place.article.text[before.after.end : place.quoted.start].strip()
    return over and (not between or between[-1] in ".?!…,;:—–")


def _is_second_half(read: _Read, before: _Read) -> bool:
    """Return whether the cue is inside of one sentence: “…,” Austin said, “…”."""
    if not isinstance(before.outcome, Quotation) or not isinstance(read.outcome, Quotation):
        return False
    gap = read.place.article.text[before.place.quoted.end : read.place.quoted.start].rstrip()
    return read.outcome.rule == "continues" and gap.endswith((",", "—", "–", ":")) and bool(gap.strip(",—–: "))


def _is_next_sentence(read: _Read, before: _Read) -> bool:
    """Return whether a quotation continues in a new sentence after the cue: “…,” Austin said. “…”.

    After more than the cue it tells of something else: “…,” Austin said, adding that Wi had come. “…”.
    """
    if not isinstance(before.outcome, Quotation) or not isinstance(read.outcome, Quotation):
        return False
    here, there = read.place.quoted, before.place.quoted
    together = here.pieces[0].paragraph == there.pieces[-1].paragraph
    gap = read.place.article.text[there.end : here.start].rstrip()
    alone = gap.endswith(".") and not says_twice(before.place)
    return together and read.outcome.rule == "continues" and alone


def _is_within(quoted: Quoted, starts: list[int], ends: list[int]) -> bool:
    """Return whether a quotation is in a block: where blocks begin, and how far each and those before it reach."""
    at = bisect_right(starts, quoted.start) - 1
    return at >= 0 and quoted.start < ends[at]


def _of_block(block: Block) -> Quotation:
    return Quotation(quote=block.words, speaker=block.label, name=block.name, cue=None, rule=block.rule)


def _words(outcome: Quotation | Refusal) -> int:
    return outcome.words if isinstance(outcome, Quotation) else len(outcome.span.text.split())


def _pieces(outcome: Quotation | Refusal) -> tuple[Span, ...]:
    """The words of a quotation that is asked about by itself; none of one that is a part of a sentence."""
    if isinstance(outcome, Refusal) or is_part_of_sentence(outcome.quote[0]):
        return ()
    return outcome.quote


def _span_start(span: Span) -> int:
    return span.start


def _content_start(statement: Statement) -> int:
    return statement.content.start


def _start(outcome: Quotation | Refusal) -> int:
    span: Span = outcome.quote[0] if isinstance(outcome, Quotation) else outcome.span
    return span.start
