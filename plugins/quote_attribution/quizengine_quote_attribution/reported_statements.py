"""Statements reported in the article's own words, in whole or in part: "said that the war was “lost”".

Next: `asking_reported`, which asks who said so.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quizengine import Article, Fact, Span
from quizengine.language import (
    FINITE_TAGS,
    Certainty,
    Clause,
    Frame,
    Name,
    Tree,
    clauses_of,
    is_a,
    name_at,
    referent,
    stance_of,
    trees,
    verbs_of,
    word_set,
)
from quizengine_quote_attribution.clause_boundaries import MARKS
from quizengine_quote_attribution.speakers import is_named_beside

BODY_RULE = "reported-by-a-body"
"""The rule of a statement that an organisation makes."""
_STANCES = frozenset({"asserts", "accuses", "doubts", "predicts"})
_BEFORE_AS = word_set("""
    characterize characterise denounce dismiss portray hail condemn deride ridicule praise criticize criticise reject
""")
"""Verbs that say what somebody thinks something is, but only with an "as": "dismissed the law as “a bad joke”"."""
CALLING = word_set("call describe label dub brand") | _BEFORE_AS
"""Verbs that somebody's own words may follow without a clause: "called the law “deeply troubling”"."""
_BREAKS = word_set("; : — – - --")
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_OBJECTS = frozenset({"NOUN", "PROPN", "PRON"})
_SAYING = frozenset({"asserts", "accuses", "wants"})
_FURTHEST = 14
"""Tokens between "called" and the words in marks."""


@dataclass(frozen=True, kw_only=True)
class Statement(Fact):
    """A statement reported in the article's own words, with its speaker."""

    kind: str = "statement"
    content: Span
    """The words of the statement, as the article has them."""
    speaker: Span
    """The name or pronoun that the article has for who said it."""
    name: str
    """The fullest name of the speaker in the article."""
    cue: Span
    """The verb of saying."""
    rule: str = "reported"
    """The rule: "reported", "partly-quoted" if some words are the speaker's own, or that of a body."""


def reported_statements(article: Article) -> Iterator[Statement]:
    """Yield the reported statements of people and organisations whose names are known, in order."""
    for tree in trees(article):
        for clause in clauses_of(tree):
            made = _statement(tree, clause)
            if made is not None:
                yield made


def _statement(tree: Tree, clause: Clause) -> Statement | None:
    subject = clause.subject
    if subject is None or clause.shares_subject or clause.said or not clause.is_fact or clause.verb.passive:
        return None
    said = _said_behind(tree, clause) or _said_before(tree, clause)
    name = _named(tree, subject.head) if said else None
    if said is None or name is None:
        return None
    heads = [at for at in said if tree.tokens[at].head not in said and tree.tokens[at].upos != "PUNCT"]
    is_clause = any(tree.dependent(at, "nsubj", "expl", "csubj") is not None for at in heads)
    if not is_clause and clause.verb.lemma.lower() not in CALLING:
        return None
    if min(tree.tokens[each].certainty for each in (clause.head, subject.head, *heads)) < Certainty.LIKELY:
        return None
    return Statement(
        content=tree.span(said),
        speaker=tree.tokens[subject.head].span,
        name=name.full,
        cue=tree.tokens[clause.head].span,
        rule=BODY_RULE if name.kind == "organisation" else "reported",
    )


def _said_behind(tree: Tree, clause: Clause) -> tuple[int, ...] | None:
    """The tokens of what a verb of saying reports after itself; None if it is none, or reports nothing."""
    lemma, subject = clause.verb.lemma.lower(), clause.subject
    if lemma in verbs_of("seldom speech") or subject is None or subject.head > clause.head:
        return None
    clauses = [part for part in clause.of_role("clausal complement") if part.head > clause.head]
    if len(clauses) == 1 and stance_of(lemma) in _STANCES:
        tokens = tree.trimmed(tree.subtree(clauses[0].head))
        end = statement_end(tree, tokens[0], clause.head)
        tokens = tree.trimmed([each for each in tokens if each < end])
        if clauses[0].head not in tokens:
            return None  # "that the boats, which …, were old"
        whole = tokens[-1] - tokens[0] == len(tokens) - 1 and not _breaks_off(tree, tokens[-1] + 1)
        return tokens if whole else None
    return _called(tree, clause) if lemma in CALLING else None


def statement_end(tree: Tree, start: int, verb: int) -> int:
    """Find where what is said ends: with the sentence, or before what its writer adds or what else the speaker does."""
    return next((at for at in range(start + 1, len(tree.tokens)) if _ends_before(tree, at, verb)), len(tree.tokens))


def _ends_before(tree: Tree, at: int, verb: int) -> bool:
    """True if a token begins another thought: a semicolon, ", which …", ", but …", ", adding …", "and noted …"."""
    token = tree.tokens[at]
    if token.form in _BREAKS:
        return token.xpos != "HYPH"
    if at + 1 == len(tree.tokens):
        return False
    following = tree.tokens[at + 1]
    if token.form == ",":
        adds = following.xpos == "VBG" and (following.head == verb or bool(stance_of(following.lemma)))
        return adds or following.xpos in _RELATIVE or following.form == "but"
    joins = token.upos == "CCONJ" and following.xpos in FINITE_TAGS
    return joins and (following.head == verb or stance_of(following.lemma) in _SAYING)


def _breaks_off(tree: Tree, behind: int) -> bool:
    """True if what is taken for the end of a clause is none: "after his wife" of "… fell", "herring" of "… boats"."""
    following = tree.tokens[behind] if behind < len(tree.tokens) else None
    return following is not None and (following.xpos in FINITE_TAGS or following.upos in ("NOUN", "PROPN"))


def _called(tree: Tree, clause: Clause) -> tuple[int, ...] | None:
    """The tokens after a verb up to the end of the words in marks that say what it calls something."""
    head = clause.head
    marks = [at for at in range(head + 1, len(tree.tokens)) if tree.tokens[at].form in MARKS]
    if len(marks) < 2 or not head + 1 < marks[0] <= head + _FURTHEST or marks[1] > head + 2 * _FURTHEST:
        return None
    between = [token for token in tree.tokens[head + 1 : marks[0]] if token.form != "as"]
    has_as = tree.tokens[marks[0] - 1].form == "as"
    if clause.verb.lemma.lower() in _BEFORE_AS and not has_as:
        return None
    if any(token.upos in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ") for token in between):
        return None
    if not any(token.upos in _OBJECTS for token in between):
        return None  # "into what he called a “law of boats”"
    return tuple(range(head + 1, marks[1] + 1))


def _said_before(tree: Tree, clause: Clause) -> tuple[int, ...] | None:
    """The tokens of what is in front of "Lee said" at the end of a sentence, separated from it by a comma."""
    if stance_of(clause.verb.lemma.lower()) != "asserts" or clause.subject is None:
        return None
    head, tokens = clause.head, tree.tokens
    own = [*tree.subtree(clause.subject.head), head]
    fronted = [each for each in tree.dependents(head, "ccomp", "parataxis") if each < min(own)]
    if tokens[head].head >= 0 and is_a(tokens[head].relation, "parataxis") and tokens[head].head < min(own):
        fronted.append(tokens[head].head)
    before = [each for each in range(min(own)) if tokens[each].form not in MARKS]
    if len(fronted) != 1 or not before or tokens[before[-1]].form != ",":
        return None
    inside = tuple(range(tree.trimmed(before)[0], before[-1]))
    first = min(before[0], *(each for each in range(before[0] + 1)))
    is_quoted = tokens[first].form in MARKS
    subject = tree.dependent(fronted[0], "nsubj", "csubj", "expl")
    return None if is_quoted or fronted[0] not in inside or subject not in inside else inside


def _named(tree: Tree, head: int) -> Name | None:
    """The person or organisation that a subject names by itself."""
    token = tree.tokens[head]
    name = referent(tree, head) if token.upos == "PRON" else name_at(token.span)
    if name is not None and token.upos == "PRON" and is_named_beside(token.span, name):
        return None
    joined = tree.dependent(head, "conj", "nmod:poss", "case") is not None or Frame(
        tree, tuple(range(len(tree.tokens)))
    ).is_spoken_for(head)
    fits = name is not None and name.certain and name.kind in ("person", "organisation")
    return name if fits and not joined else None
