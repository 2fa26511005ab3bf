"""Finds the words that attribute a quotation to somebody: verbs of reporting with subjects, and a few fixed forms.

Next: `speakers`, which tells who a pronoun or a short name means.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizengine import Span
from quizengine.language import Frame, Quoted, Report, is_a, is_role_noun, stance_of, verb_forms, word_set
from quizengine_quote_attribution.fixed_forms import by_manner, in_the_words_of
from quizengine_quote_attribution.frames import frame_before, frames_after
from quizengine_quote_attribution.quotation_contexts import Attribution, QuotationContext

FRAGMENT_RULE = "past-a-fragment"
INTRODUCING = frozenset({"verb-before", "same-subject", "according-to", FRAGMENT_RULE})
"""Rules that see what is before a quotation."""
_LINK = re.compile(r"(?:\s*[,:]|\s*—|\s+that,?|\s+as)?\s*\Z")
_ACCORDING = ("according", "to")
_REPLIES = word_set(
    "response reply answer message verdict tweet statement words retort comment explanation conclusion advice"
)
_COLON = re.compile(rf"(?P<mark>[’']s?\s(?:\w+\s){{0,2}}?(?P<noun>{'|'.join(sorted(_REPLIES))})|)\s*:\s*\Z")
_SIGNATURE = re.compile(
    r"\s*(?:[—–]|--?)\s?(?P<name>[^\W\d_][^\n,.;:“”\"()]{2,50}?(?:\.[^\n,.;:“”\"()]{2,30})?)(?=\s*\.?\s*(?:[,(\n]|\Z))"
)
_SAID = re.compile(rf"[”\"’'`]*\s*(?:{'|'.join(sorted(verb_forms('before the speaker')))})\s[A-Z]")
_OF_A_NAME = frozenset({"PROPN", "NOUN", "ADJ"})
_JOINS = word_set("of and or for with ’s 's , ’")
"""Words before a name that let a "who" after it mean somebody else: "the wife of Ruth Abel, who said"."""
_MOST_OF_A_FRAGMENT = 5
"""Words in marks that name or colour something, and are not what somebody is quoted with: called it “a shame”."""
_FEW_WORDS = 3
"""“…?” Ruth Abel continued."""
_LONGEST_TAIL = 25
"""Tokens between a verb and the comma that links it to a quotation."""


def attributions(place: QuotationContext) -> Iterator[Attribution]:
    """Yield what the words around a quotation attribute it to, the surest first."""
    for rule in (_according_before, _according_after, _after, _before, in_the_words_of, _colon, by_manner, _signed):
        found = rule(place)
        if found is not None:
            yield found


def attributions_past_fragments(place: QuotationContext, quoted: Sequence[Quoted]) -> list[Attribution]:
    """Return what attributes a quotation before it, where a few words in marks come before the verb.

    Abel called it “a shame” and said: “…”. `quoted` are the quotations of the article in order.
    """
    at = bisect_left(quoted, place.quoted.start, key=lambda one: one.start)
    first = bisect_left(quoted, place.sentence, key=lambda one: one.start)
    fragments = quoted[first:at]
    if not fragments or any(one.words > _MOST_OF_A_FRAGMENT or one.last_character in ",?!" for one in fragments):
        return []
    found = _before(replace(place, before=place.article.span(place.sentence, place.quoted.start)))
    spans = [span for span in (found.speaker, found.cue) if span] if found else []
    outside = not any(one.start <= span.start < one.end for one in fragments for span in spans)
    return [replace(found, rule=FRAGMENT_RULE)] if found and outside else []


def _according_before(place: QuotationContext) -> Attribution | None:
    """According to Wi, “…”."""
    frame = frame_before(place)
    if frame is None or not re.search(r"[,:]\s*\Z", place.before.text):
        return None
    return _according(frame)


def _according_after(place: QuotationContext) -> Attribution | None:
    """“…,” according to Wi."""
    frames = [frame for frame in frames_after(place) if place.expects_cue and frame.forms(2) == _ACCORDING]
    return next(filter(None, map(_according, frames)), None)


def _according(frame: Frame) -> Attribution | None:
    tree = frame.tree
    for at in frame.tokens:
        if tree.tokens[at].form.lower() == "according" and tree.tokens[at].head > at:
            speaker = frame.speaker(tree.tokens[at].head)
            following = tree.tokens[at + 1].span
            if speaker is None or any(one.at > at for one in frame.reports()):
                return None  # "According to the paper, one sign read" means the sign
            return Attribution(speaker, tree.tokens[at].span.to(following), "according-to")
    return None


def _after(place: QuotationContext) -> Attribution | None:
    """“…,” Lloyd Austin said; “…?” asked Wi; “…,” Ruth Abel chirped."""
    return next(filter(None, (_reported(place, frame) for frame in frames_after(place))), None)


def _reported(place: QuotationContext, frame: Frame) -> Attribution | None:
    if not _may_follow(place, frame):
        return None
    for report in frame.reports():
        if not frame.leads_to(min(report.at, report.subject_start)):
            return None
        inverted = report.subject > report.at
        known = bool(stance_of(report.lemma))
        alone = len(frame.words()) <= _FEW_WORDS and frame.name_over(report.subject) is not None
        if not (known or ((place.expects_cue or alone) and report.past)):
            continue
        if place.is_inside and not inverted and report.goes_on:
            return None
        if report.is_doubtful or (report.goes_on and not place.expects_cue):
            return None
        speaker = frame.speaker(report.subject)
        rule = "any-verb" if not known else "verb-then-name" if inverted else "name-then-verb"
        return Attribution(speaker, report.span, rule) if speaker else None
    return None


def _may_follow(place: QuotationContext, frame: Frame) -> bool:
    """Return whether the mark at the end of a quotation lets a verb of saying follow."""
    last = place.quoted.last_character
    inverted = bool(_SAID.match(place.after.text))  # “We will row.” said Ruth Abel, a weaver
    return place.expects_cue or last in "?!…" or (last == "." and (inverted or len(frame.words()) <= 6))


def _before(place: QuotationContext) -> Attribution | None:
    """Austin said: “…”; he told reporters, “…”; Austin laughed, adding, “…”."""
    frame = frame_before(place)
    link = _LINK.search(place.before.text)
    if frame is None or link is None:
        return None
    mark = link[0].strip()
    for report in reversed(frame.reports(bare=True)):
        known = bool(stance_of(report.lemma))
        tail = frame.behind(report)
        goes_on = mark == ":" and report.past and (not tail or _went_on(frame, report, tail))  # "She continued:"
        named = frame.name_over(report.subject) is not None or (goes_on and _is_he_or_she(frame, report))
        if not known and not (named and _leads_up(frame, tail, mark)):
            continue
        if mark == ":" and _is_told_by_another(frame, report) and (not known or report.is_doubtful):
            continue  # "Abel argues that nobody asked her: “…”"
        if not _tail_fits(frame, report, tail, mark, place):
            return None
        if report.is_doubtful:
            return None
        speaker = _owner(frame, report.subject) or _whom_who_means(frame, report) or frame.speaker(report.subject)
        return (
            Attribution(speaker, report.span, "same-subject" if report.shares else "verb-before") if speaker else None
        )
    return None


def _is_told_by_another(frame: Frame, report: Report) -> bool:
    """Return whether a verb is in the clause that another verb of saying reports."""
    tree = frame.tree
    above = tree.tokens[report.at].head
    return is_a(tree.tokens[report.at].relation, "ccomp") and above >= 0 and bool(stance_of(tree.tokens[above].lemma))


def _owner(frame: Frame, subject: int) -> Span | None:
    """The person whose statement the subject is: "Cornyn’s statement added"."""
    owner = frame.tree.dependent(subject, "nmod:poss")
    replies = frame.tree.tokens[subject].lemma.lower() in _REPLIES
    return frame.name_over(owner) if replies and owner is not None else None


def _whom_who_means(frame: Frame, report: Report) -> Span | None:
    """The person named right before "who": "it was backed by Ruth Abel, who said", not "by the wife of Ruth Abel"."""
    tokens, at = frame.tree.tokens, report.subject
    before = at - 2 if at > 0 and tokens[at - 1].form == "," else at - 1
    if tokens[at].form.lower() != "who" or before not in frame.tokens:
        return None
    named = frame.name_over(before)
    start = before
    while start in frame.tokens and tokens[start].upos in _OF_A_NAME:
        start -= 1
    titled = named is not None and any(is_role_noun(token.form) for token in tokens[start + 1 : before])
    joined = start >= 0 and tokens[start].form.lower() in _JOINS
    of_a_title = joined and titled and tokens[start].form == "and"  # "Home and Sport Secretary Ruth Abel"
    return named if named and (of_a_title or not joined) and named.end == tokens[before].span.end else None


def _is_he_or_she(frame: Frame, report: Report) -> bool:
    return frame.tree.tokens[report.subject].form.lower() in ("he", "she")


def _went_on(frame: Frame, report: Report, tail: tuple[int, ...]) -> bool:
    """Return whether the words are "he went on:"."""
    return report.lemma == "go" and [frame.tree.tokens[each].form.lower() for each in tail] == ["on"]


def _leads_up(frame: Frame, tail: tuple[int, ...], mark: str) -> bool:
    """True if a verb of any kind must introduce what follows: "Ruth Abel echoed:", "released this statement:"."""
    words = [frame.tree.tokens[each].lemma.lower() for each in tail]
    replies = bool(tail) and words[-1] in _REPLIES
    put = bool(tail) and frame.tree.tokens[tail[0] - 1].lemma.lower() == "put"
    if words[:1] == ["it"] and mark and (put or mark == ":"):  # "as Ruth Abel put it,"; "Ruth Abel put it bluntly:"
        return len(words) == 1 or (mark == ":" and put and len(words) <= _FEW_WORDS)
    return (mark == ":" and (replies or len(tail) <= 2)) or (mark == "," and not tail)


def _tail_fits(frame: Frame, report: Report, tail: tuple[int, ...], mark: str, place: QuotationContext) -> bool:
    """Return whether what is between the verb and the link may: "reporters on Monday", not another clause."""
    if frame.has_rival_words(report, tail):
        return False
    if mark in (",", ":"):
        return len(tail) <= _LONGEST_TAIL or mark == ":"
    if mark == "—":
        return not tail
    starts_new = place.quoted.pieces[0].text[:1].isupper() or place.quoted.words >= 6 or mark.startswith("that")
    return starts_new and frame.is_addressee(report, tail)


def _colon(place: QuotationContext) -> Attribution | None:
    """Austin’s response: “…”; Austin: “…”."""
    found, frame = _COLON.search(place.before.text), frame_before(place)
    if found is None or frame is None:
        return None
    words = place.before.text[: found.start()]
    speaker = frame.name_that_is(re.sub(r"\s*\([^()]*\)\Z", "", words).strip(" \n*•-—"))
    start = place.before.start
    noun = place.article.span(start + found.start("noun"), start + found.end("noun")) if found["noun"] else None
    return Attribution(speaker, noun, "colon") if speaker else None


def _signed(place: QuotationContext) -> Attribution | None:
    """“…” — Ruth Abel, at the end of a line or in the next paragraph."""
    found = _SIGNATURE.match(place.article.text, place.quoted.end)
    if found is None or place.quoted.last_character == ",":
        return None
    speaker = Frame.name_between(place.article, *found.span("name"))
    return Attribution(speaker, None, "signed") if speaker else None
