"""Clauses that a question can be made of: subject and verb are certain, and they tell one thing that is so.

Next: `parts_of_relation`, which tells them in a stem.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from quizengine import Span
from quizengine.language.chunks import Chunk, VerbGroup
from quizengine.language.clauses import Clause, is_report, shape, simple_clause
from quizengine.language.fragments import chunks_of
from quizengine.language.sentences import sentence_of
from quizengine.language.told import text_before
from quizengine.language.words import words_in
from quizengine_cause_and_effect.drafts import CannotBe

_LATER = re.compile(r"(?i)(?:[\w-]+ )?(?:second|minute|hour|day|week|month|year|moment)s? (?:after|before|since)\b")
_OBJECTS = frozenset(("it", "them", "him", "her", "this", "so"))
_MAY_BE_PAST = re.compile(r"ed\Z|\A(?:burnt|built|sent|spent|left|lost|kept|held|made)\Z")
"""Of a word after "and" that is taken for an adjective: "left the quay and burnt boats"."""
_ANSWERS = frozenset(("respond", "react", "reply"))
_NEEDED = frozenset(("need", "design", "use", "require", "expect", "intend", "mean", "suppose", "set"))


def pieces_of(span: Span) -> tuple[Chunk, ...]:
    """The chunks within a span."""
    return tuple(piece for piece in chunks_of(sentence_of(span)) if span.contains(piece.span))


def is_clause(span: Span) -> bool:
    """Whether a span has a finite verb of its own."""
    return simple_clause(pieces_of(span)) is not None


def clause_of(span: Span) -> Clause:
    """The clause that a span is; raises CannotBe when its subject or verb is not certain."""
    pieces = pieces_of(span)
    clause = simple_clause(pieces)
    if clause is None or _LATER.match(clause.subject.text):
        raise CannotBe(f"the subject and verb of “{short(span)}” are not certain")
    amid = text_before(clause.subject).endswith(("'", "’", ")"))
    if amid or re.search(r"\b(?:19|20)\d\d [a-z]|\A\d+\s[A-Z]", clause.subject.text):
        raise CannotBe(f"where the subject of “{short(span)}” begins is not certain")
    if may_be_a_participle(clause.verb, pieces_of(clause.rest) if clause.rest else ()):
        raise CannotBe(f"whether “{clause.verb.span.text}” is the verb of its clause is not certain")
    if clause.rest and pieces_of(clause.rest)[0].span.text.lower() in _OBJECTS:
        raise CannotBe(f"“{short(clause.rest)}” points to what is named elsewhere")
    if clause.rest and any(
        one.tag == "CCONJ" and (other.fine in ("VVD", "VVN", "VVZ") or _MAY_BE_PAST.search(other.text))
        for one, other in pairwise(words_in(clause.rest))
    ):
        raise CannotBe(f"“{short(span)}” tells two things")
    rest = shape(pieces_of(clause.rest)) if clause.rest else ""
    if "v" in rest and not re.search("[wtjW]", rest):
        raise CannotBe(f"“{short(span)}” has more than one verb")
    if is_report(clause.verb) and not (clause.rest and shape(pieces_of(clause.rest)).startswith("i")):
        raise CannotBe(f"“{short(span)}” only tells who says so")
    if re.search(r",[wgep]|-|,n(?:pn)*\Z", shape(pieces)) or re.search(r"n,n\Z", shape(pieces_of(clause.subject))):
        raise CannotBe(f"what belongs to what in “{short(span)}” is not certain")
    return clause


def must_not_be_open(clause: Clause) -> None:
    """Raise CannotBe for a clause that tells what would or may be, or leaves open what is used, or answered."""
    if clause.rest is None and len(clause.verb.words) == 1 and clause.verb.head.lemma.lower() in _NEEDED:
        raise CannotBe(f"whether “{clause.verb.span.text}” is the verb of its clause is not certain")
    if clause.verb.first.text.lower() in ("would", "could", "might", "may"):
        raise CannotBe("it is told as what may be")
    if clause.verb.head.lemma in _ANSWERS and not (clause.rest and re.search(r"\bto\b", clause.rest.text)):
        raise CannotBe("what it answers is told elsewhere")


def may_be_a_participle(verb: VerbGroup, rest: Sequence[Chunk]) -> bool:
    """Whether a verb may only add to the noun before it: "the number needed to win", "a system designed to help"."""
    return len(verb.words) == 1 and verb.head.lemma.lower() in _NEEDED and shape(rest[:1]) == "i"


def short(span: Span) -> str:
    """The first words of a span, for a message."""
    text = " ".join(span.text.split())
    return text if len(text) <= 50 else f"{text[:47]}…"
