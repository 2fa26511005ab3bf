"""Statements that fill the rest of a sentence, wherever a parser hangs them: Abel said at least 40 boats had sunk.

`reported_statements` finds those that a parser takes for the complement of a verb of saying; here are those that it
does not, and those that no verb reports: according to Abel, 40 boats had sunk. Next: `asking_reported`.
"""

from collections.abc import Callable, Iterator, Sequence

from quizengine import Article, Span
from quizengine.language import (
    FINITE_TAGS,
    Frame,
    Name,
    Report,
    Tree,
    is_a,
    is_person,
    is_role_noun,
    stance_of,
    trees,
    word_set,
)
from quizengine_quote_attribution.clause_boundaries import MARKS
from quizengine_quote_attribution.partly_quoted import clause_start, holds_a_clause, may_tell
from quizengine_quote_attribution.reported_statements import Statement, statement_end

_FEWEST_WORDS = 6
_IN_A_PHRASE = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM"})
_BODIES = word_set(
    "organisation organization firm company group agency charity institute publisher brokerage bank union party"
)
"""Nouns right before a name that make it that of a body: "the brokerage Abel Trevose"."""
_BETWEEN = frozenset({"ADV", "AUX", "PUNCT", "ADP"})
"""Words that may be right after the name of a speaker; not another noun, which the name would only describe."""


def reported_clauses(article: Article, who: Callable[[Span], Name | None]) -> Iterator[Statement]:
    """The statements of people that a verb or "according to" gives them, in order; `who` tells whom a phrase means."""
    for tree in trees(article):
        frame = Frame(tree, tuple(range(len(tree.tokens))))
        found = _behind_a_verb(frame) or _accorded(frame) or _told_in_passing(frame)
        if found is None:
            continue
        speaker, cue, said, rule = found
        name = who(speaker)
        if name and name.certain and name.kind == "person" and _is_whole(tree, said):
            yield Statement(content=tree.span(said), speaker=speaker, name=name.full, cue=cue, rule=rule)


_Found = tuple[Span, Span, tuple[int, ...], str]
"""The phrase for a speaker, the words that tell who speaks, the tokens of what is said, and the rule."""


def _behind_a_verb(frame: Frame) -> _Found | None:
    """The rest of a sentence behind its verb: “Abel also said that the storm had sunk forty boats”."""
    tree = frame.tree
    report = next((one for one in frame.reports() if may_tell(tree, one)), None)
    if report is None or report.subject > report.at or report.at + 1 >= len(tree.tokens):
        return None
    start = clause_start(tree, report, len(tree.tokens))
    speaker = _speaker_beside(frame, report)
    said = tuple(range(start, statement_end(tree, start, report.at))) if start else ()
    return (speaker, report.span, said, "reported-clause") if speaker and said else None


def _speaker_beside(frame: Frame, report: Report) -> Span | None:
    """The subject of a verb: a name that no other noun follows, or one with a title right before it."""
    tree = frame.tree
    before = [at for at in range(report.at) if tree.tokens[at].upos not in ("ADV", "AUX")]
    last = frame.name_over(before[-1]) if before else None
    tokens = tree.tokens_in(last) if last else ()
    if last and tokens and tokens[-1] == before[-1] and _has_a_title(tree, tokens[0]):
        return last  # "harbour affairs spokesman Peter Moss also said", whatever the parser takes for the subject
    speaker = None if _is_of_two_or_a_body(tree, report.subject) else frame.speaker(report.subject)
    inside = tree.tokens_in(speaker) if speaker else ()
    fits = bool(inside) and (inside[-1] + 1 == report.at or tree.tokens[inside[-1] + 1].upos in _BETWEEN)
    return speaker if fits else None


def _is_of_two_or_a_body(tree: Tree, subject: int) -> bool:
    """Return whether a subject is the second of two, or a noun for no person: "the board and the firm Abel Trevose"."""
    token = tree.tokens[subject]
    joined = any(child < subject for child in tree.dependents(subject, "cc"))
    person = is_person(token.lemma.lower()) or is_role_noun(token.form)
    called = token.upos == "PROPN" and tree.tokens[subject - 1].lemma.lower() in _BODIES
    return joined or called or (token.upos == "NOUN" and not person)


def _has_a_title(tree: Tree, name: int) -> bool:
    """Return whether a role is right before a name that nothing else owns: not "a friend of actor Peter Moss"."""
    if not name or not is_role_noun(tree.tokens[name - 1].form):
        return False
    start = next((at for at in reversed(range(name)) if tree.tokens[at].upos not in _IN_A_PHRASE), -1)
    return start < 0 or tree.tokens[start].upos == "PUNCT"


def _accorded(frame: Frame) -> _Found | None:
    """A clause beside "according to": “Forty boats had sunk, according to Abel”."""
    tree = frame.tree
    forms = [token.form.lower() for token in tree.tokens]
    at = next((each for each in range(len(forms) - 2) if forms[each : each + 2] == ["according", "to"]), None)
    if at is None or any(stance_of(one.lemma) for one in frame.reports()):
        return None
    phrase = next((above for above in (tree.tokens[at].head, tree.tokens[at + 1].head) if above > at + 1), None)
    speaker = frame.speaker(phrase) if phrase is not None else None
    if phrase is None or speaker is None:
        return None
    last = tree.subtree(phrase)[-1]
    opens = at == 0 and last + 1 < len(forms) and "," in forms[last : last + 2]
    if opens:
        start = last + 1 + (forms[last] != ",")
        said = tuple(range(start, statement_end(tree, start, at)))
    else:
        ends = at > 0 and forms[at - 1] == "," and _is_over(tree, last + 1)
        said = tuple(range(at - 1)) if ends else ()
    return (speaker, tree.span((at, at + 1)), said, "reported-according-to") if said else None


def _told_in_passing(frame: Frame) -> _Found | None:
    """The rest of a sentence: “As Abel told the council, forty boats had sunk”."""
    tree = frame.tree
    comma = next((at for at, token in enumerate(tree.tokens) if token.form == ","), 0)
    if tree.tokens[0].form != "As":
        return None
    report = next((one for one in frame.reports() if stance_of(one.lemma) == "asserts" and one.at < comma), None)
    if report is None or report.at == tree.root or report.is_doubtful or report.goes_on:
        return None
    speaker = frame.speaker(report.subject)
    begins = speaker is not None and tree.tokens_in(speaker)[:1] == (1,)
    said = tuple(range(comma + 1, statement_end(tree, comma + 1, report.at)))
    return (speaker, report.span, said, "reported-according-to") if speaker and begins else None


def _is_over(tree: Tree, at: int) -> bool:
    return all(token.upos == "PUNCT" for token in tree.tokens[at:])


def _is_whole(tree: Tree, said: Sequence[int]) -> bool:
    """Return whether some tokens are a clause that is long enough, all marks of quotation in it closed.

    All that is between "that" and the end of a sentence is one, whatever a parser takes for its verb.
    """
    marks = sum(tree.tokens[each].form in MARKS for each in said)
    if len(said) < _FEWEST_WORDS or marks % 2:
        return False
    to_the_end = tree.tokens[said[0] - 1].form == "that" and _is_over(tree, said[-1] + 1)
    told = any(is_a(tree.tokens[each].relation, "nsubj", "expl") for each in said)
    finite = any(tree.tokens[each].xpos in FINITE_TAGS for each in said)
    return holds_a_clause(tree, said) or (to_the_end and told and finite)
