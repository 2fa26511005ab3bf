"""Years told beside a name in a word or two: "Hydrodynamica, published in 1738", "Opened in 2005, Kopinga is …".

The participle becomes the verb of a question: "In which year was Hydrodynamica published?".
"""

from collections.abc import Sequence

from quizengine.language import (
    Certainty,
    Clause,
    Quantity,
    Tree,
    capitalised,
    clauses_of,
    full_names,
    is_a,
    name_at,
    phrase_tokens,
    pointers,
    realised,
    surface_text,
    tidy_spacing,
    word_set,
)
from quizengine_numeric_recall.figure_contexts import Context, context_in, holding, is_stated, participles_of
from quizengine_numeric_recall.named_things import may_be_plural, names_something, takes_were
from quizengine_numeric_recall.question_words import question_words
from quizengine_numeric_recall.year_faults import FIRST, MAKING, is_in_passing

_CITED = word_set("paper article journal study report")
"""Places in which findings are published, which a citation tells."""
_LONGEST = 14
"""Tokens of who or what is asked about."""
_OF_WORKS = word_set("publish print release reissue premiere serialise serialize")
_MADE = MAKING | {"form"}
"""Verbs whose participle is taken for the verb of a sentence, where it can be nothing else."""


def dated_participle(quantity: Quantity) -> tuple[Context, str] | None:
    """The question for a year that dates a past participle beside a named noun; None if there is no such."""
    if quantity.kind != "year":
        return None
    if (misread := _misread_participle(quantity)) is not None:
        return misread
    for context in participles_of(quantity, "VBN"):
        asked, tree, clause = question_words(context), context.tree, context.clause
        if asked is None or asked.rule != "which-year" or context.part is None or clause.marker:
            continue
        about = _what(tree, clause)
        if (
            not about
            or _is_of_the_work_of(tree, about, clause)
            or _may_be_half_a_name(tree, clause)
            or _may_be_half_a_case(tree)
            or is_in_passing(clause)
            or not _is_sure(context)
        ):
            continue
        gone = {*context.part.tokens, *about, clause.head}
        rest = [each for each in clause.tokens if each not in gone and each > clause.head]
        before = [each for each in clause.tokens if each < clause.head and tree.tokens[each].form.lower() in FIRST]
        rest = _up_to_a_mark(tree, rest)
        called = _predicate_of(tree, clause)
        shown = [*about, *called, *before, clause.head, *rest]
        names = full_names(tree, shown)
        if pointers(tree, shown, names) or not names_something(tree, about, names):
            return None
        if (
            clause.verb.lemma == "bear"
            or {tree.tokens[each].lemma.lower() for each in rest} & _CITED
            or may_be_plural(tree, about)
        ):
            return None
        verb = "were" if takes_were(tree, about) else "was"
        said = surface_text(tree, [*before, clause.head, *rest], names)
        name = f", {surface_text(tree, called, names)}," if called else ""
        text = tidy_spacing(f"{asked.word} {verb} {surface_text(tree, about, names)}{name} {said}")
        return context, f"{capitalised(text)}?"
    return None


def _misread_participle(quantity: Quantity) -> tuple[Context, str] | None:
    """The question for "The Orra Union, founded in 1816, sold …", where "founded" was taken for the verb."""
    clause = next((each for each in holding(quantity) if each.hangs_wrong and each.verb.finite), None)
    context = context_in(quantity, clause) if clause is not None else None
    if clause is None or context is None or clause.subject is None or clause.verb.lemma not in _MADE:
        return None
    tree, head, about = context.tree, clause.head, tuple(phrase_tokens(clause.subject))
    ahead = [token.form for token in tree.tokens[head - 1 : head]]
    behind = [token.form for token in tree.tokens[head + 1 : min(context.figure)]]
    ends = tree.tokens[min(max(context.figure) + 1, len(tree.tokens) - 1)].form == ","
    names = full_names(tree, about)
    if ahead != [","] or behind != ["in"] or not ends or about[-1] != head - 2 or len(about) > _LONGEST:
        return None
    if pointers(tree, about, names) or not names_something(tree, about, names) or may_be_plural(tree, about):
        return None
    verb = "were" if takes_were(tree, about) else "was"
    return context, f"In which year {verb} {surface_text(tree, about, names)} {tree.tokens[head].form}?"


def _what(tree: Tree, clause: Clause) -> tuple[int, ...]:
    """The tokens of what the participle tells about: the noun before it, or the subject of the clause that it opens."""
    noun = tree.tokens[clause.head].head
    if noun > clause.head and tree.tokens[noun].upos == "PROPN":
        return tuple(each for each in tree.subtree(noun, [clause.head]) if tree.tokens[each].form != ",")
    if clause.relation.startswith("acl"):
        first = next(each for each in clause.tokens if tree.tokens[each].upos != "PUNCT")
        if not first or tree.tokens[first - 1].form != "," or noun >= clause.head or _is_part_of_a_name(tree, noun):
            return ()
        while is_a(tree.tokens[noun].relation, "appos") and tree.tokens[noun].upos != "PROPN":
            noun = tree.tokens[noun].head
        own = max(tree.dependents(noun, "det"), default=0)  # the last "the" of "The largest, the Canal"
        cut = [each for each in tree.subtree(noun) if own <= each < first]
        if tree.dependent(noun, "cop") is not None:
            subject = tree.dependent(noun, "nsubj")
            beside = noun == first - 2  # not of "was in breach of a law, passed in 1902": the law was passed
            return tree.subtree(subject) if subject is not None and beside else ()
        marks = set(tree.dependents(noun, "case", "cc", "mark"))
        asides = {inner for child in tree.dependents(noun, "appos", "acl", "conj") for inner in tree.subtree(child)}
        return tree.trimmed(each for each in cut if each not in marks | asides)[:_LONGEST]
    host = next((each for each in clauses_of(tree) if each.head == tree.tokens[clause.head].head), None)
    said = realised(host) if host is not None and is_stated(host) else None
    if host is None or said is None or host.subject is None or clause.tokens[-1] > host.subject.tokens[0]:
        return ()
    if any(tree.tokens[each].upos not in ("ADV", "PUNCT") for each in range(clause.head)):
        return ()  # it tells about what is before it: "In Ward v. Holt, decided in 1803, the court held …"
    return tuple(phrase_tokens(host.subject)) if len(host.subject.tokens) <= _LONGEST else ()


def _is_part_of_a_name(tree: Tree, noun: int) -> bool:
    """Return whether a name is after a preposition in a longer name: the "Deixis" of "the Lectures on Deixis"."""
    above = tree.tokens[noun].head
    behind = is_a(tree.tokens[noun].relation, "nmod") and tree.dependent(noun, "case") is not None
    return behind and tree.tokens[noun].upos == "PROPN" and tree.tokens[above].upos == "PROPN"


def _is_of_the_work_of(tree: Tree, about: Sequence[int], clause: Clause) -> bool:
    """Return whether what was published is not the person named before it: "a novel by Ada Moss, published in 1902"."""
    name = name_at(tree.tokens[about[-1]].span)
    return clause.verb.lemma.lower() in _OF_WORKS and name is not None and name.kind == "person"


def _may_be_half_a_case(tree: Tree) -> bool:
    """Return whether a sentence names a case in court, "Ward v. Holt", of which one side alone would be asked about."""
    return any(token.form.lower() in ("v.", "v", "vs.", "vs") for token in tree.tokens)


def _may_be_half_a_name(tree: Tree, clause: Clause) -> bool:
    """Return whether a capital "Is" is in what the participle tells about: "The World Is Flat, written in 2005"."""
    noun = tree.tokens[clause.head].head
    copula = tree.dependent(noun, "cop") if noun >= 0 else None
    return copula is not None and copula > 0 and tree.tokens[copula].form[:1].isupper()


def _predicate_of(tree: Tree, clause: Clause) -> tuple[int, ...]:
    """The name that a copula gives to what the participle tells about: "His work is Hydrodynamica, published …"."""
    noun = tree.tokens[clause.head].head
    if tree.dependent(noun, "cop") is None or tree.tokens[noun].upos != "PROPN" or noun > clause.head:
        return ()
    parts = tree.dependents(noun, "flat", "compound", "det")
    return tuple(sorted({noun, *(inner for child in parts for inner in tree.subtree(child))}))


def _is_sure(context: Context) -> bool:
    needed = [context.clause.head, *(context.part.marker if context.part else ())]
    return all(context.tree.tokens[each].certainty >= Certainty.PLAUSIBLE for each in needed)


def _up_to_a_mark(tree: Tree, tokens: Sequence[int]) -> list[int]:
    kept: list[int] = []
    for each in tokens:
        if tree.tokens[each].upos in ("PUNCT", "CCONJ"):
            break
        kept.append(each)
    return kept
