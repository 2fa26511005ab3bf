"""The ways in which a clause defines a term: "a sect is …", "prejudice refers to …", "… is called photosynthesis".

A pattern only says which tokens are the term, and where the meaning begins and must end; whether they are worth asking
about is judged by `terms` and `meanings`.
Next: `phrases`.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from quizengine.language import WH_WORDS, Clause, Tree, word_set
from quizengine_key_terms.patterns.attachment import defined_by
from quizengine_key_terms.patterns.candidate import Candidate
from quizengine_key_terms.patterns.limiting_context import limiting_context
from quizengine_key_terms.patterns.noun_phrases import head_of, is_deed, noun_phrase_before, noun_phrase_from, rest_from

_SAYS = word_set("mean refer describe denote signify involve")
"""Verbs that say what a term stands for; "involve" only with what is done, as in "deception involves misleading"."""
_HOW_OFTEN = word_set("often usually typically generally frequently sometimes commonly mostly mainly occasionally also")
"""Adverbs that say of what a thing involves that there is more to it, or that it is not always so."""
NAMING_VERBS = word_set("call know term dub name")
_DEFINES = word_set("define describe understand")
_MAY = frozenset({"can", "may"})
"""The modal verbs with which a definition is still one: "grit can be defined as perseverance toward a goal"."""
_ESSENTIAL = word_set(
    """
    compare focus examine study rest provide connect control regulate carry transform convert transmit store filter
    protect enable measure indicate describe emphasize emphasise stress explain analyze analyse link separate combine
    trigger prevent absorb release govern determine
    """
)
"""Verbs that say what something is for, or how it works."""
_ABSTRACT = re.compile(r"(?:tion|sion|ism|logy|graphy|nomy|theory|cracy|archy|osis|esis|asis)\Z")
_THOUGHT = re.compile(r"(?:ism|logy|theory|perspective)\Z")
_POINTING = frozenset({"this", "these", "those", "it", "they"})
"""Subjects that stand for what was told before, also behind a colon: "it forms clouds: these are called …"."""
_ALIKE = frozenset({"as", "so", "nor", "than"})
"""Words before a verb whose subject is behind it: "widows rarely remarry, as are those who …" defines no widows."""
_ASIDES = word_set("or in on by such like for however also a an the unlike which then thus")
"""Words that begin an aside between a term and its verb: "punishment, by contrast, is …"."""


def _is(clause: Clause) -> Iterator[Candidate]:
    """Yield from "a sect is an offshoot of …"."""
    attribute = next(iter(clause.of_role("attribute")), None)
    if clause.verb.lemma != "be" or not clause.verb.copular or attribute is None or not _is_stated(clause):
        return
    if clause.verb.first and clause.tree.tokens[clause.verb.first - 1].form.lower() in _ALIKE:
        return
    limits, term = limiting_context(clause), _subject(clause)
    if term and limits is not None and not attribute.marker:
        meaning = rest_from(clause.tree, attribute.tokens[0])
        past = clause.verb.tense == "past"
        yield Candidate(clause.tree, "is", term, meaning, attribute.head, setting=limits, past=past)


def _which_is(clause: Clause) -> Iterator[Candidate]:
    """Yield from "prejudice, which is a belief held without evidence, …"."""
    tree, attribute = clause.tree, next(iter(clause.of_role("attribute")), None)
    if attribute is None or not clause.relation.startswith("acl") or clause.subject is None or not _is_stated(clause):
        return
    which = clause.subject.head
    if tree.tokens[which].form.lower() == "which" and which >= 2 and tree.tokens[which - 1].form == ",":
        term = defined_by(tree, noun_phrase_before(tree, which - 1), attribute.head)
        yield Candidate(tree, "which is", term, rest_from(tree, attribute.tokens[0]), attribute.head, closed=True)


def _says(clause: Clause) -> Iterator[Candidate]:
    """Yield from "prejudice refers to the beliefs that …" and "efferent means “moving away from”"."""
    verb, tree = clause.verb, clause.tree
    if verb.lemma not in _SAYS or verb.passive or not _is_stated(clause):
        return
    limits, term = limiting_context(clause), _subject(clause)
    start = verb.tokens[-1] + 1
    if verb.lemma == "refer":
        if start >= len(tree.tokens) or tree.tokens[start].form.lower() != "to" or is_renamed(tree, start):
            return
        start += 1
    meaning = rest_from(tree, start)
    if limits is None or not term or not meaning or (verb.lemma == "involve" and _says_how_often(tree, verb.first)):
        return
    head = _deed(tree, meaning) if verb.lemma == "involve" else head_of(tree, meaning)
    done = is_deed(tree, head)
    told_once = verb.lemma == "describe" and (verb.tense == "past" or is_renamed(tree, start, "describe"))
    if (verb.lemma == "involve" and not done) or (verb.lemma == "describe" and done) or told_once:
        return
    yield Candidate(tree, "means", term, meaning, head, setting=limits, past=verb.tense == "past")


def is_renamed(tree: Tree, start: int, verb: str = "refer") -> bool:
    """Return whether "as" and a name follow "refer to": "doctors refer to the loss of memory as amnesia"."""
    renamed = any(token.form == "as" for token in tree.tokens[start:])
    return renamed and tree.tokens[start - 1].form == verb


def _says_how_often(tree: Tree, verb: int) -> bool:
    """Return whether an adverb before a verb leaves cases out: "deception often involves misleading people"."""
    return verb > 0 and tree.tokens[verb - 1].form.lower() in _HOW_OFTEN


def _deed(tree: Tree, meaning: Sequence[int]) -> int:
    """The first word that is no adverb: "misleading" in "involves purposely misleading people"."""
    return next((each for each in meaning if tree.tokens[each].upos != "ADV"), meaning[0])


def _is_defined_as(clause: Clause) -> Iterator[Candidate]:
    """Yield from "a dyad is defined as a group of two people who …"."""
    stated = _is_stated(clause) or (clause.verb.modal in _MAY and not clause.verb.negated and not clause.said)
    one_of_several = clause.verb.lemma == "describe" and bool(clause.verb.modal)  # "can be described as"
    if clause.verb.lemma not in _DEFINES or not clause.verb.passive or not stated or one_of_several:
        return
    limits, term = limiting_context(clause), _subject(clause)
    part = next((part for part in clause.parts if part.marker_text == "as"), None)
    if part is not None and limits is not None and term:
        meaning = rest_from(clause.tree, part.marker[-1] + 1)
        yield Candidate(clause.tree, "is defined as", term, meaning, part.head, setting=limits)


def _is_called(clause: Clause) -> Iterator[Candidate]:
    """Yield from "the process by which plants make sugar is called photosynthesis"."""
    verb = clause.verb
    referred = verb.lemma == "refer"
    stated = (
        (verb.lemma in NAMING_VERBS or referred) and verb.passive and _is_stated(clause) and not clause.shares_subject
    )
    if (
        not stated
        or clause.subject is None
        or _is_the_end_of_a_relative_clause(clause)
        or limiting_context(clause) != ()
    ):
        return
    start = verb.tokens[-1] + (3 if referred else 2 if verb.lemma == "know" else 1)
    if referred and [token.form for token in clause.tree.tokens[start - 2 : start]] != ["to", "as"]:
        return
    if verb.lemma == "know" and clause.tree.tokens[start - 1].form != "as":  # "is known for its bread"
        return
    term = noun_phrase_from(clause.tree, start)
    if term and clause.tree.tokens[verb.first - 1].form.lower() not in _POINTING:
        meaning = tuple(range(clause.subject.tokens[0], verb.first))
        yield Candidate(clause.tree, "is called", term, meaning, clause.subject.head)


def _is_the_end_of_a_relative_clause(clause: Clause) -> bool:
    """Return whether a subject ends one: "the rain" is not called so in "cloth that keeps out the rain is called …"."""
    tree = clause.tree
    above = (tree.tokens[each].relation for each in tree.ancestors(clause.verb.head))
    return clause.relation.startswith("acl") or any(relation.startswith("acl") for relation in above)


def _does(clause: Clause) -> Iterator[Candidate]:
    """Yield from "conflict theory focuses on the inequalities within a group"."""
    tree, verb = clause.tree, clause.verb
    term = _subject(clause)
    if verb.lemma not in _ESSENTIAL or verb.passive or not term or clause.relation not in ("root", "conj"):
        return
    if tree.tokens[verb.first].xpos != "VBZ" or not _is_stated(clause) or limiting_context(clause) != ():
        return
    said = tuple(each for each in clause.tokens if each >= verb.first)
    last = said[-1]
    whole = said == tuple(range(said[0], last + 1))
    ends = last + 1 >= len(tree.tokens) or tree.tokens[last + 1].upos in ("PUNCT", "CCONJ")
    technical = len([each for each in term if tree.tokens[each].upos != "DET"]) > 1
    definite = tree.tokens[term[0]].form.lower() == "the"
    if whole and ends and not definite and (technical or _ABSTRACT.search(tree.tokens[term[-1]].form)):
        thought = _THOUGHT.search(tree.tokens[term[-1]].form.lower())
        frame = "an approach that" if thought else "something that"
        yield Candidate(tree, "does", term, tree.trimmed(said), verb.first, frame=frame)


def _is_stated(clause: Clause) -> bool:
    """Return whether the article itself says so, of now or then, without a modal verb."""
    verb = clause.verb
    return clause.is_fact and not clause.said and verb.finite and not (verb.negated or verb.modal or verb.perfect)


def _subject(clause: Clause) -> tuple[int, ...]:
    """The subject of a clause without asides, if it is before its verb and is not a pronoun."""
    if clause.subject is None or not clause.subject.tokens or clause.subject.tokens[-1] > clause.verb.first:
        return ()
    if clause.shares_subject and clause.relation != "conj":
        return ()
    tree, tokens = clause.tree, clause.subject.tokens
    marks = [at for at, each in enumerate(tokens) if tree.tokens[each].form == ","]
    if marks and marks[0] + 1 < len(tokens) and tree.tokens[tokens[marks[0] + 1]].form.lower() in _ASIDES:
        tokens = tokens[: marks[0]]
    return () if tree.tokens[clause.subject.head].xpos in WH_WORDS else tokens


CLAUSE_PATTERNS: tuple[Callable[[Clause], Iterator[Candidate]], ...] = (
    _is,
    _which_is,
    _says,
    _is_defined_as,
    _is_called,
    _does,
)
