"""Clauses of a sentence: where a subject begins, how far a phrase reaches, what a simple clause is made of.

Rules are regular expressions over chunks, one letter for each: n noun phrase, v finite verb, i infinitive, g present
participle, e past participle, p preposition, A adjective, R adverb, j subordinating conjunction, t "that", w relative
pronoun, W "where" and "how", & conjunction, X "not"; marks stand for themselves.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizengine.article import Span
from quizengine.language.chunks import Chunk, NounPhrase, VerbGroup, letters
from quizengine.language.word_lists import listed

_AFTER_PREPOSITION = r"p+R?(?:n|gR?(?:n|pn)?|e?n)"
_NOUN_LIST = r"(?:,n(?:pn)*+)*,?&R?n(?!\w*v(?<!w))"
_RELATIVE = r",?(?:pw|w|t)(?:n?R?v[RXA]*(?:i|e|g)?(?:n|A)?(?:p+n|i n?)*),?"
_POST = rf"(?:R?{_AFTER_PREPOSITION}|{_NOUN_LIST}|i(?:R?n)?|e(?:R?{_AFTER_PREPOSITION}|i?n?)|gn?|Apn)"
_APPOSITION = (
    rf",[Rn](?:n|{_AFTER_PREPOSITION})*,|,[eg](?:n|R|{_AFTER_PREPOSITION})*,"
    rf"|\(R?n(?:pn|,n)*\)|-n(?:{_AFTER_PREPOSITION})*-"
)
_FULL = re.compile(rf"n(?:{_POST}|\(n\))*")
_SUBJECT = re.compile(rf"n(?:{_POST}|{_APPOSITION}|{_RELATIVE})*[RX]*")
_ONE = r"R*[AD]*n(?:p+n)*+"
_LIST_GOES_ON = re.compile(
    rf"(?:(?:,{_ONE})+,?&|&){_ONE}(?!R*(?:v|[eg]p?n?v)|,w[^;]*,v)|,&{_ONE}(?![^;:]*v)|jRj{_ONE}(?!R*v)"
)
_WITHIN_A_CLAUSE = re.compile(r"[twWj](?:n(?:p+n)*)?[RX]*\Z|[twW][^,;]*&R?\Z")
_NO_CLAUSE = re.compile(rf"j{_ONE}(?!R*v)|jRj{_ONE}(?!R*v)")
_BEGINS_A_CLAUSE = frozenset(',;:-tj&"(W')
_ENDS_A_COMPLEMENT = frozenset('.;:-"()[]?!')

_REPORTS = listed(
    """
    say tell claim add report allege believe think argue warn insist maintain note state announce write suggest
    indicate explain acknowledge admit estimate suspect complain find show conclude discover reveal agree
    predict know feel hope fear declare stress emphasize
    """
)


@dataclass(frozen=True)
class Clause:
    """A simple clause, wholly understood: what stands before the subject, the subject, its verb, and the rest."""

    lead: Span | None
    """An opening phrase with its comma left out ("On Monday"), if there is one."""
    subject: Span
    head: NounPhrase | VerbGroup
    """What the verb agrees with: the noun phrase, the first one of a list, or the gerund."""
    verb: VerbGroup
    rest: Span | None
    is_plural: bool
    """Whether the subject is plural: by its head, or as a list."""


def shape(pieces: Sequence[Chunk]) -> str:
    """One letter for each chunk, for rules that are regular expressions over chunks."""
    return "".join(map(_letter, pieces))


def is_report(piece: Chunk) -> bool:
    """Whether a chunk is a finite verb of saying or thinking, which a clause may follow without "that"."""
    return isinstance(piece, VerbGroup) and piece.form == "finite" and piece.head.lemma in _REPORTS


def subject_start(pieces: Sequence[Chunk], verb: int) -> int | None:
    """The index where the subject of the verb at this index begins; None when that is not certain."""
    code = shape(pieces[:verb])
    for start in range(verb):
        begins = start == 0 or code[start - 1] in _BEGINS_A_CLAUSE or is_report(pieces[start - 1])
        if begins and code[start] == "n" and _SUBJECT.fullmatch(code, start) and not _amid_a_list(code, start):
            return start
    return None


def gerund_start(pieces: Sequence[Chunk], verb: int) -> int | None:
    """The index of the gerund that is the subject of the verb at this index: "closing the bridge took a year"."""
    code = shape(pieces)
    end = verb
    while end and code[end - 1] in "RX":
        end -= 1
    for start in range(end):
        begins = start == 0 or code[start - 1] in _BEGINS_A_CLAUSE or is_report(pieces[start - 1])
        if begins and code[start] == "g" and complement_end(pieces, start + 1) == end:
            return start
    return None


def phrase_end(pieces: Sequence[Chunk], start: int) -> int:
    """The index after the noun phrase that begins here, with all that hangs on it; `start` when none begins here."""
    found = _FULL.match(shape(pieces), start)
    return found.end() if found else start


def complement_end(pieces: Sequence[Chunk], start: int) -> int:
    """The index after what a verb governs from here on: up to the mark, conjunction or clause that ends it."""
    code = shape(pieces)
    at = start
    while at < len(code):
        if code[at] in _ENDS_A_COMPLEMENT:
            return at
        goes_on = re.compile("").match(code, at)
        if code[at] in ",&":
            goes_on = _LIST_GOES_ON.match(code, at) or _same_kind(code, start, at)
        elif code[at] == "j":
            goes_on = _NO_CLAUSE.match(code, at) or _as_something(pieces, code, at)
        elif code[at] == "v" and not _WITHIN_A_CLAUSE.search(code, start, at):
            return at if code[at - 1] != "n" or at - 1 <= start or code[at - 2] not in "nA" else at - 1
        if goes_on is None:
            return at
        at = max(goes_on.end(), at + 1)
    return at


def _as_something(pieces: Sequence[Chunk], code: str, at: int) -> re.Match[str] | None:
    """Whether an "as" only tells what something is taken for: "seen as closing the gap"."""
    return re.compile("j[geA]").match(code, at) if pieces[at].span.text.lower() == "as" else None


def _same_kind(code: str, start: int, at: int) -> re.Match[str] | None:
    """Whether an "and" joins a second participle, infinitive or preposition to one that stands before it."""
    found = re.compile(r",?&R?([gip])").match(code, at)
    return found if found and found[1] in code[start:at] else None


def simple_clause(pieces: Sequence[Chunk]) -> Clause | None:
    """The clause that these chunks are as a whole; None when there is any doubt about its subject or verb."""
    code = shape(pieces)
    verb = main_verb(code)
    if verb is None:
        return None
    start = subject_start(pieces, verb)
    if start is None:
        start = gerund_start(pieces, verb)
    if start is None or (start > 0 and not re.fullmatch(r"(?:R|(?:p+n)+|n),", code[:start])):
        return None
    group, head = pieces[verb], pieces[start]
    if not isinstance(group, VerbGroup) or not isinstance(head, NounPhrase | VerbGroup):
        return None
    subject_end = verb
    while code[subject_end - 1] in "RX":
        subject_end -= 1
    subject = pieces[start].span.to(pieces[subject_end - 1].span)
    return Clause(
        lead=pieces[0].span.to(pieces[start - 2].span) if start > 1 else None,
        subject=subject,
        head=head,
        verb=group,
        rest=pieces[verb + 1].span.to(pieces[-1].span) if verb + 1 < len(pieces) else None,
        is_plural=(isinstance(head, NounPhrase) and head.is_plural)
        or bool(re.match(r"n(?:pn)*(?:,n(?:pn)*)*,?&n", code[start:subject_end])),
    )


def main_verb(code: str, start: int = 0, end: int | None = None) -> int | None:
    """The index of the first finite verb in a shape that is not part of a relative clause."""
    for found in re.compile("v").finditer(code, start, len(code) if end is None else end):
        before = code[start : found.start()]
        if not re.search(r"(?:w|t)n?R?\Z", before) or before in ("t", "w"):
            return found.start()
    return None


def _amid_a_list(code: str, start: int) -> bool:
    """Whether a noun phrase right after a comma or an "and" is only the last of several."""
    return code[start - 1 : start] == "&" and bool(re.search(r"n,?&\Z", code[:start]))


def _letter(piece: Chunk) -> str:
    match piece:
        case NounPhrase():
            return "n"
        case VerbGroup(form="finite"):
            return "v"
        case VerbGroup(form="infinitive"):
            return "i"
        case VerbGroup():
            return "g" if piece.first.fine.endswith("G") else "e"
    letter = letters((piece,))
    return {"F": "p", "I": "p", "z": "p", "C": "n", "D": "D", "V": "v", "E": "e", "G": "g", "v": "i", "p": "i"}.get(
        letter, letter
    )
