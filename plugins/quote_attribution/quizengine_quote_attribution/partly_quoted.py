"""Statements that are partly in the speaker's own words: Abel said that the town had “nowhere left to go”.

Next: `asking_reported`, which asks who said so.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from quizengine import Article, Span
from quizengine.language import (
    FINITE_TAGS,
    Certainty,
    Frame,
    Name,
    Report,
    Tree,
    is_a,
    stance_of,
    trees,
    verbs_of,
    word_set,
)
from quizengine_quote_attribution.clause_boundaries import MARKS
from quizengine_quote_attribution.reported_statements import Statement

_FEWEST_WORDS = 4
"""Fewer words in marks are a scare quote more often than what makes a statement worth asking about."""
_JOINING = word_set("and but")
_WHOM = frozenset({"PROPN", "NOUN", "ADJ", "DET", "PART", "PRON", "NUM"})
"""Words of the phrase that names whom something is told."""
_NEVER_LAST = frozenset({"DET", "ADP", "CCONJ", "SCONJ", "PART", "PRON"})
_REASONS = word_set("since because as for while though although")
"""Words that begin what a statement is as true without."""
_STANCES = frozenset({"asserts", "predicts"})
_LONGEST_REST = 8
"""Words of the article's own after those in marks."""


def partly_quoted(article: Article, who: Callable[[Span], Name | None]) -> Iterator[Statement]:
    """The statements with some words of the speaker's own, in order; `who` tells whom a speaker phrase means."""
    for tree in trees(article):
        if not any(token.form in MARKS for token in tree.tokens):
            continue
        frame = Frame(tree, tuple(range(len(tree.tokens))))
        report = next((one for one in frame.reports() if may_tell(tree, one)), None)
        pair = _own_words(tree, report.at) if report else None
        if report is None or pair is None or report.subject > report.at:
            continue
        said = _clause_with(tree, report, *pair)
        speaker = frame.speaker(report.subject) if said else None
        name = who(speaker) if speaker else None
        if speaker and name and name.certain and name.kind == "person":
            content = tree.span(said)
            yield Statement(content=content, speaker=speaker, name=name.full, cue=report.span, rule="partly-quoted")


def _own_words(tree: Tree, verb: int) -> tuple[int, int] | None:
    """The first marks after a verb with enough words between them; None if there are none, or a mark is not closed."""
    marks = [at for at, token in enumerate(tree.tokens) if token.form in MARKS]
    if len(marks) % 2:
        return None
    pairs = zip(marks[::2], marks[1::2], strict=True)
    return next(((opens, closes) for opens, closes in pairs if opens > verb and closes - opens > _FEWEST_WORDS), None)


def may_tell(tree: Tree, report: Report) -> bool:
    """Return whether a verb is that of its sentence, and asserts something for certain."""
    lemma = report.lemma
    known = stance_of(lemma) in _STANCES and lemma not in verbs_of("seldom speech")
    sure = tree.tokens[report.at].certainty >= Certainty.LIKELY
    certain = not replace(
        report, of_others=False
    ).is_doubtful  # "said that Lee found …" is what the one who says it says
    return known and sure and report.at == tree.root and certain and not report.shares


def _clause_with(tree: Tree, report: Report, opens: int, closes: int) -> tuple[int, ...]:
    """The tokens of the reported clause that has the words in marks; empty if its borders are not certain."""
    own = tree.span(range(opens + 1, closes)).text if closes > opens + 1 else ""
    itself = any(tree.tokens[at].form == "I" for at in range(opens + 1, closes))  # "that he wept, “as I always do”"
    if len(own.split()) < _FEWEST_WORDS or not own[0].islower() or itself:
        return ()
    start = clause_start(tree, report, opens)
    said = tuple(range(start, _end(tree, closes) + 1)) if start else ()
    more = any(_says_more(tree, report, at) for at in range(start, opens))
    return said if holds_a_clause(tree, said) and not more else ()


def holds_a_clause(tree: Tree, said: Sequence[int]) -> bool:
    """Return whether some tokens have a predicate with a subject that depends on nothing else among them."""
    inside = [at for at in said if tree.tokens[at].upos != "PUNCT"]
    heads = [at for at in inside if tree.tokens[at].head not in said]
    subjects = [each for at in heads for each in tree.dependents(at, "nsubj", "expl", "csubj")]
    return any(each in said for each in subjects) and any(tree.tokens[at].xpos in FINITE_TAGS for at in inside)


def _says_more(tree: Tree, report: Report, at: int) -> bool:
    """Return whether a verb is a second one of who says something: "said that it rained and accused Lee of “…”"."""
    token = tree.tokens[at]
    unmarked = tree.dependent(at, "mark") is None and tree.dependent(at, "nsubj") is None
    more = token.xpos in FINITE_TAGS and is_a(token.relation, "conj") and token.head == report.at and unmarked
    joined = tree.tokens[at - 1].form in _JOINING and token.xpos in FINITE_TAGS
    return more or (joined and stance_of(token.lemma.lower()) in ("asserts", "accuses", "wants"))


def clause_start(tree: Tree, report: Report, opens: int) -> int:
    """Find where the clause begins: after the verb, or the last "that" that depends on it; 0 if that is not certain.

    It begins before `opens`.
    """
    tokens = tree.tokens
    marked = [
        at for at in range(report.at + 1, opens) if tokens[at].form == "that" and is_a(tokens[at].relation, "mark")
    ]
    first = next((at for at in marked if at == report.at + 1 or tokens[at - 1].upos in ("PROPN", "NUM")), None)
    if first is None:
        return _start_without_that(tree, report)
    if any(token.upos in ("VERB", "AUX", "SCONJ") for token in tokens[report.at + 1 : first]):
        return 0  # "assured Lee, after Moss assured Abel that nobody rows"
    last = max([at for at in marked if tokens[at - 1].form in _JOINING], default=first)
    others = any(stance_of(tokens[at].lemma.lower()) for at in range(first, last) if tokens[at].upos == "VERB")
    return 0 if others else last + 1


def _start_without_that(tree: Tree, report: Report) -> int:
    """Find where a clause without "that" begins: after the verb, or after whom it is told; 0 if that is not certain."""
    tokens, behind = tree.tokens, report.at + 1
    clause = tree.dependent(report.at, "ccomp")
    first = min(tree.subtree(clause)) if clause is not None and clause > behind else 0
    if report.lemma not in verbs_of("spoken to"):
        begins = first == behind or tokens[behind].upos not in ("ADP", "SCONJ")
        return behind if begins and (tokens[behind].upos != "PUNCT" or tokens[behind].form in MARKS) else 0
    told = first > behind and all(token.upos in _WHOM for token in tokens[behind:first])
    return first if told else 0


def _end(tree: Tree, closes: int) -> int:
    """Return where the clause ends: with the words in marks, or with the few that follow them up to a comma.

    It ends at 0 where a condition follows that breaks off before further words in marks.
    """
    tokens = tree.tokens
    rest = range(closes + 1, len(tokens))
    stop = next((at for at in rest if tokens[at].upos == "PUNCT"), len(tokens))
    behind = range(closes + 1, stop)
    joined = bool(behind) and (
        tokens[behind[0]].upos in ("CCONJ", "VERB", "AUX") or tokens[behind[0]].xpos in ("WDT", "WP")
    )
    if behind and stop < len(tokens) and tokens[stop].form in MARKS:  # “…,” since he saw “…”
        conditional = tokens[behind[0]].upos == "SCONJ" and tokens[behind[0]].form not in _REASONS
        return 0 if conditional else closes
    cut = bool(behind) and tokens[behind[-1]].upos in _NEVER_LAST  # “…” in an “…” attack
    return closes if joined or cut or not behind or len(behind) > _LONGEST_REST else stop - 1
