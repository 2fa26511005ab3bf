"""States a relation in the article's own sentence, if no clause can be cut out of it.

Brackets, links to the sentence before, and additions after the last comma are left out. Next: `quotations`.
"""

import re
from collections.abc import Iterator, Sequence

from quizengine.language import (
    TENSED,
    Clause,
    Realised,
    Tree,
    bracketed_tokens,
    clauses_of,
    full_names,
    is_a,
    is_link,
    main_clause,
    phrase_tokens,
    salience,
    stance_of,
    with_single_commas,
    without_marks,
    word_set,
)
from quizengine_cause_and_effect.clarity import can_be_shown, told_by_the_title, understood
from quizengine_cause_and_effect.clause_extraction import finite_clause_of, opening_that_can_go
from quizengine_cause_and_effect.clear_pronouns import clear_pronouns
from quizengine_cause_and_effect.open_references import what_is_open, when_only_its_readers_know
from quizengine_cause_and_effect.preceding_sentence import sentence_before
from quizengine_cause_and_effect.relation_cache import cache_per_relation
from quizengine_cause_and_effect.relation_sentences import (
    LONGEST,
    MOST_WORDS,
    CannotBe,
    Told,
    clause_of,
    has_known_subject,
    lead_for,
    must_tell_enough,
    must_tell_of,
    opens_with_lone_adjective,
    plain_sentence,
    tops_of,
)
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.token_spans import in_passing

_LEAST_WEIGHT = 0.1
_JOINS = word_set("and but or so yet nor then thus also still first second third finally ultimately") | {","}
_UNSURE = frozenset({"if", "unless"})
_INVERTS = frozenset({"only", "never", "not", "nor", "rarely", "seldom", "perhaps"})
"""Words that, at the beginning, turn the order of the sentence or limit all of it."""
_ADDS = ("acl:relcl", "acl", "appos", "advcl")
_GIVES_EXAMPLES = frozenset({"including", "such", "like"})
_ONE_OF_SEVERAL = re.compile(r"(?:An?|The) (?:second|third|fourth|other),|Others?\b|Another\b")
CONVENTIONS = word_set("anonymity anonymous unauthorized unauthorised")
"""Words of what newspapers say about their sources: no reader is asked about it."""


@cache_per_relation(CannotBe)
def in_its_sentence(relation: CausalRelation) -> Told:
    """The sentence, shortened as little as its length and its pointers ask for; raises CannotBe."""
    clause = clause_of(relation)
    tree = clause.tree
    main = main_clause(tree)
    text = tree.sentence.span.text
    forms = {token.form.lower() for token in tree.tokens}
    if main is None or main.subject is None or not main.verb.finite or salience(tree) < _LEAST_WEIGHT:
        raise CannotBe("the sentence is an aside, a caption or a citation")
    if not text[:1].isupper() or "." not in text[-8:] or forms & _UNSURE:
        raise CannotBe("its sentence is no plain statement")
    if stance_of(clause.verb.lemma) and relation.rule in ("because", "so"):
        raise CannotBe("why somebody says so is not certain")
    if forms & CONVENTIONS:
        raise CannotBe("it only tells why a source has no name")
    if len(tree.dependents(main.head, "nsubj")) > 1:
        raise CannotBe("how the sentence is built is not certain")
    if tree.tokens[0].form.lower() in _INVERTS:
        raise CannotBe("its sentence is no plain statement")
    reason: CannotBe | None = None
    found: list[Told] = []
    for tokens in _shorter_and_shorter(tree, main, tops_of(relation, tree)):
        try:
            found.append(told_by(relation, finite_clause_of(clause), main, tokens))
        except CannotBe as why:
            reason = reason or why
    if not found:
        raise reason or CannotBe("its sentence cannot be shown")
    return next((one for one in found if len(one.text.split()) <= MOST_WORDS), found[-1])


def told_by(relation: CausalRelation, clause: Clause, main: Clause, tokens: Sequence[int]) -> Told:
    """A relation as some tokens in their order, of which `main` is the clause over all; raises CannotBe."""
    tree = clause.tree
    must_tell_of(relation, tree, tokens)
    names = understood(tree, tokens, main, clear_pronouns(tree, tokens, full_names(tree, tokens)))
    by_title = told_by_the_title(tree, tokens, names)
    names |= by_title
    said = in_order(main, tokens, names)
    if reason := what_is_open(main, said, whole=True):
        raise CannotBe(reason)
    if not has_known_subject(tree, main):
        raise CannotBe("who or what it is about has no name of its own")
    try:
        lead = lead_for(tree, tokens, names)
    except CannotBe:
        lead = sentence_before(tree, tokens, names)
    text = plain_sentence(said)
    if _ONE_OF_SEVERAL.match(text):
        raise CannotBe("it points to what is told elsewhere")
    if len(text.split()) > LONGEST:
        raise CannotBe("it is too short or too long")
    must_tell_enough(relation, clause, said)
    if by_title and (said.opening or not can_be_shown(tree.sentence.span.article)):
        raise CannotBe("it points to what is told elsewhere")
    return Told(clause, said, text, lead, whole=True, by_title=bool(by_title))


def in_order(main: Clause, tokens: Sequence[int], names: dict[int, str]) -> Realised:
    """The tokens in the order of the sentence; raises CannotBe if the subject is after its verb or around it."""
    assert main.subject
    subject = tuple(each for each in main.subject.tokens if each in tokens)
    if not subject or subject[0] > main.verb.first or main.verb.first in subject:
        raise CannotBe("its sentence is no plain statement")
    opening = tuple(without_marks(main.tree, [each for each in tokens if each < subject[0]]))
    if opening and main.tree.tokens[subject[0] - 1].form != ",":
        opening, subject = (), (*opening, *subject)  # "Sometimes floods …" has no comma
    rest = tuple(each for each in tokens if each > subject[0] and each not in subject)
    if opens_with_lone_adjective(main.tree, opening):
        raise CannotBe("how the sentence is built is not certain")
    return Realised(main, opening, subject, rest, names)


def _shorter_and_shorter(tree: Tree, main: Clause, needed: set[int]) -> Iterator[list[int]]:
    """The tokens of the sentence, then the same without what is added at its end, as long as the relation is told."""
    tokens = plain_tokens(tree, main)
    opening = set(opening_that_can_go(main))
    if opening and not needed & opening:
        yield tokens
        tokens = without_marks(tree, [each for each in tokens if each not in opening])
    aside = _aside(tree, main)
    if aside and not needed & aside:
        yield tokens
        tokens = [each for each in tokens if each not in aside]
    while tokens:
        yield tokens
        commas = [each for each in tokens if tree.tokens[each].form == "," and _adds(tree, each, tokens)]
        clauses = [each for each in commas if tree.tokens[each + 1].xpos in _RELATIVE]
        comma = clauses[0] if clauses else max(commas, default=-1)
        shorter = [each for each in tokens if each < comma]
        if comma < 0 or not needed <= set(shorter):
            return
        tokens = shorter


_RELATIVE = frozenset({"WDT", "WP"})


def _aside(tree: Tree, main: Clause) -> set[int]:
    """Return what is between the subject and the verb in commas, or goes with the subject: ", which left in May,"."""
    if main.subject is None:
        return set()
    last, verb = main.subject.tokens[-1], main.verb.first
    opens = last + 2 < verb and tree.tokens[last + 1].form == "," and tree.tokens[last + 2].xpos in _RELATIVE
    if opens and tree.tokens[verb - 1].form == ",":
        return set(range(last + 1, verb))
    aside = set(main.subject.tokens) - set(phrase_tokens(main.subject))
    closes = last in aside and last < verb and tree.tokens[last + 1].form == ","
    return aside | {last + 1} if closes else aside


def _adds(tree: Tree, comma: int, tokens: Sequence[int]) -> bool:
    """True if all that follows a comma is one phrase or clause that only adds something to what is told before it."""
    behind = [each for each in tokens if each > comma and tree.tokens[each].upos != "PUNCT"]
    tops = [each for each in behind if tree.tokens[each].head not in behind]
    opens = tree.tokens[behind[0]] if behind else None
    if opens and (opens.xpos in _RELATIVE or opens.form == "including"):
        return True
    another = any(tree.tokens[each].xpos in TENSED and tree.tokens[each - 1].form == "," for each in behind)
    if len(tops) != 1 or another:  # ", and groups, such as ours, are growing": the groups are no part of it
        return False
    top, first = tree.tokens[tops[0]], tree.tokens[behind[0]]
    if first.form.lower() in ("and", "but") and is_a(top.relation, "conj") and top.upos in ("VERB", "AUX", "ADJ"):
        return True  # another deed
    over = (tree.tokens[each] for each in tree.ancestors(tops[0]))
    if any(is_a(token.relation, "acl:relcl", "advcl") for token in over):
        return False  # part of what itself only adds something
    participle = top.xpos == "VBG" and behind[0] == tops[0]
    adds = is_a(top.relation, *_ADDS) and (top.relation in ("acl:relcl", "appos") or participle)
    return adds or first.form.lower() in _GIVES_EXAMPLES


def _commas_around(tree: Tree, gone: set[int]) -> set[int]:
    """The commas on both sides of what is left out; one on one side alone parts something else."""
    commas = {each for each, token in enumerate(tree.tokens) if token.form == ","}
    found: set[int] = set()
    for first in (each for each in gone if each - 1 in commas):
        last = next((each for each in range(first, len(tree.tokens)) if each not in gone), first)
        found |= {first - 1, last} if last in commas else set()
    return found


def _of_the_day(tree: Tree) -> set[int]:
    """The "last month" and "on Tuesday" of news, which say nothing to who reads it later."""
    found: set[int] = set()
    for clause in clauses_of(tree):
        found |= when_only_its_readers_know(clause)
    for index, token in enumerate(tree.tokens[:-1]):
        behind = tree.tokens[index + 1]
        if token.form.lower() in _NEAR and behind.lemma.lower() in _SPANS and behind.head not in (-1, index):
            found |= set() if is_a(behind.relation, "nsubj", "obj", "nmod:poss") else {index, index + 1}
    return found


_NEAR = frozenset({"last", "this", "next"})
_SPANS = frozenset({"week", "month", "year", "season", "summer", "spring", "fall", "winter", "night", "weekend"})


def plain_tokens(tree: Tree, main: Clause) -> list[int]:
    """The tokens without brackets, links, a conjunction at the beginning and the full stop."""
    links = {each for clause in clauses_of(tree) for part in clause.parts if is_link(part) for each in part.tokens}
    links |= in_passing(main) | _of_the_day(tree)
    links |= _commas_around(tree, links)
    links |= bracketed_tokens(tree)
    kept = [each for each in range(len(tree.tokens)) if each not in links]
    while kept and tree.tokens[kept[0]].form.lower() in _JOINS:
        kept.pop(0)
    while kept and tree.tokens[kept[-1]].form in (".", ","):
        kept.pop()
    return with_single_commas(tree, kept)
