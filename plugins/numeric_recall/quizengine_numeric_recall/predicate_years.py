"""Years of what a subject is said to be: "Ada Moss is a painter born in 1958", "Orra is a school which opened in 1999".

Next: `figure_stems`, which shows the sentence with a gap where no plain question can be made of it.
"""

from quizengine.language import Clause, Quantity, Tree, clauses_of, full_names, is_a, surface_text, tree_at
from quizengine_numeric_recall.figure_contexts import Context, context_in
from quizengine_numeric_recall.question_words import MONTHS
from quizengine_numeric_recall.year_faults import is_in_passing

_MOST_WORDS = 14
_RELATIVE = (["which"], ["who"], ["that"])
_STATES = frozenset({"have", "own", "hold", "contain"})
"""Verbs that tell what something has in any year, and no event."""
_HELPERS = frozenset({"was", "were"})


def predicate_year(quantity: Quantity) -> tuple[Context, str] | None:
    """The question in which year the subject did, or had done to it, what is told right behind the predicate."""
    tree = tree_at(quantity.span) if quantity.kind == "year" and not quantity.ranged else None
    figure = tree.tokens_in(quantity.span) if tree is not None else ()
    if tree is None or not figure:
        return None
    main = next((each for each in clauses_of(tree) if each.relation == "root"), None)
    context = context_in(quantity, main) if main is not None else None
    if main is None or context is None or not _tells_what_it_is(main) or main.subject is None:
        return None
    done = _participle(tree, main, figure[0]) or _deed(tree, main, figure[0])
    text = _asked(tree, main, done, figure[0]) if done is not None else None
    return (context, text) if text else None


def _tells_what_it_is(clause: Clause) -> bool:
    """Return whether a clause says what something with a name is: "Ada Moss is a painter"."""
    subject, tokens = clause.subject, clause.tree.tokens
    plain = clause.verb.copular and clause.is_fact and not clause.verb.negated and not clause.said
    state = clause.tree.dependent(clause.head, "case") is not None  # "was in breach of a law, passed in 1902"
    return plain and subject is not None and tokens[clause.head].upos == "NOUN" and not state


def _participle(tree: Tree, clause: Clause, year: int) -> int | None:
    """The participle right behind the predicate whose date the year is: "born in 1958", "that was launched in 1999"."""
    for each in tree.dependents(clause.head, "acl", "acl:relcl"):
        passive = [
            tree.tokens[one].form.lower() for one in tree.children[each] if is_a(tree.tokens[one].relation, "aux")
        ]
        bare = tree.tokens[each].relation == "acl" and not passive
        own = tree.tokens[each].xpos == "VBN" and each > clause.head and (bare or set(passive) <= _HELPERS)
        if own and tree.tokens[year].head == each and year > each and not _may_be_of_another(tree, clause.head, each):
            return each
    return None


def _deed(tree: Tree, clause: Clause, year: int) -> int | None:
    """The verb of a relative clause right behind the predicate whose date the year is: "which opened in 1999"."""
    for each in tree.dependents(clause.head, "acl:relcl"):
        told = next((one for one in clauses_of(tree) if one.head == each), None)
        if told is None or told.verb.negated or told.verb.lemma in _STATES or is_in_passing(told):
            continue
        subjects = [tree.tokens[one].form.lower() for one in tree.dependents(each, "nsubj")]
        helped = any(is_a(tree.tokens[one].relation, "aux", "cop") for one in tree.children[each])
        plain = tree.tokens[each].xpos == "VBD" and subjects in _RELATIVE and not helped
        if plain and tree.tokens[year].head == each and not _may_be_of_another(tree, clause.head, min(told.tokens)):
            return each
    return None


def _may_be_of_another(tree: Tree, predicate: int, told: int) -> bool:
    """True if what is told right behind the predicate may be of a noun between: "the chief town of the area, which"."""
    first = next((each for each in range(told, len(tree.tokens)) if tree.tokens[each].upos != "PUNCT"), told)
    between = tree.tokens[predicate + 1 : first]
    nouns = [each for each in between if each.upos in ("NOUN", "PROPN")]
    parted = any(each.form == "," for each in between)
    return bool(nouns) and (parted or any(each.form.lower() in ("the", "its", "their") for each in between))


def _asked(tree: Tree, clause: Clause, done: int, year: int) -> str | None:
    """The words of the subject, of the participle and of the one phrase that is beside the date."""
    subject = clause.subject
    date = set(tree.subtree(year))
    dated = {tree.tokens[each].form.lower() for each in date} - {tree.tokens[year].form.lower()}
    if subject is None or not dated <= MONTHS | {"in", "on", ","} or not dated & {"in", "on"}:
        return None
    behind = list(tree.trimmed(each for each in tree.subtree(done) if each > done and each not in date))
    while behind and tree.tokens[behind[-1]].upos == "PUNCT":
        behind.pop()
    if any(tree.tokens[each].upos in ("VERB", "AUX", "PRON", "SCONJ", "CCONJ") for each in behind):
        return None
    own = [each for each in subject.tokens if tree.tokens[each].form != ","]
    names = full_names(tree, own)
    named = any(tree.tokens[each].upos == "PROPN" or names.get(each, "")[:1].isupper() for each in own)
    plural = tree.tokens[subject.head].xpos in ("NNS", "NNPS") or tree.dependent(subject.head, "conj") is not None
    if not named or plural or len(own) + len(behind) > _MOST_WORDS:
        return None
    if tree.tokens[done].xpos == "VBD":
        deed = " ".join(filter(None, [tree.tokens[done].lemma, surface_text(tree, behind, names)]))
        return f"In which year did {surface_text(tree, own, names)} {deed}?"
    told = surface_text(tree, [done, *behind], names)
    return f"In which year was {surface_text(tree, own, names)} {told}?"
