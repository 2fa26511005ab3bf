"""Statements of what a central thing does: "a barometer measures the weight of air", for "What does it measure?".

Next: `bold_statements`.
"""

from quizengine import Refusal
from quizengine.language import Clause, Constituent, Tree, main_clause, realised, surface_text, word_set
from quizengine_key_terms.aspect import Aspect, Told, replacements
from quizengine_key_terms.aspect_lists import subject_words
from quizengine_key_terms.centrality import times_named
from quizengine_key_terms.patterns.noun_phrases import NAMING
from quizengine_key_terms.term_kinds import meaning_kind

_WORKS = word_set(
    """
    show measure indicate provide protect enable allow control regulate carry transform convert transmit store filter
    connect join separate combine trigger prevent absorb release govern determine produce form support perform supply
    promote remove pump line cover surround secrete stimulate inhibit coordinate administer enforce interpret guarantee
    grant prohibit ban compare describe examine study emphasize emphasise stress explain contain carry deliver include
    involve require divide highlight seek
    """
)
"""Verbs that say what something is for, or how it works."""
_OTHERS = word_set("other another such same example examples case cases instance instances")
"""Words of subjects that name no thing by themselves."""
_OFTEN = 3
"""Times that an article names a thing before it is asked what it does."""


def function_in(tree: Tree) -> Aspect | Refusal | None:
    """The function that the main clause of a sentence gives a central thing; None if it gives none."""
    clause = main_clause(tree)
    if clause is None or clause.verb.lemma not in _WORKS or not _is_general(clause):
        return None
    term = _subject(clause)
    if not term:
        return None
    whole = bool(clause.parts) and clause.parts[0].role == "object" and all(map(_adds_nothing_asked, clause.parts))
    said = realised(clause, replacements(tree)) if whole else None
    if said is None or said.opening or clause.parts[0].tokens[0] < clause.verb.first:
        return None
    if tree.tokens[clause.verb.first + 1].upos == "ADP":
        return None
    if clause.verb.lemma == "include" and tree.tokens[clause.verb.first].xpos == "VBP":  # "users include …": examples
        return None
    do = "do" if tree.tokens[clause.verb.first].xpos == "VBP" else "does"
    stem = f"what {do} {subject_words(tree, said.subject, said.replaced)} {clause.verb.lemma}"
    return Told(tree, term, said.said, said.tokens).asked(stem, rule="what it does")


def _subject(clause: Clause) -> tuple[int, ...]:
    """The subject of a clause if it is a thing that the article is about; () for others."""
    tree = clause.tree
    if clause.subject is None or clause.shares_subject or tree.tokens[clause.subject.head].upos != "NOUN":
        return ()
    term = [each for each in clause.subject.tokens if tree.tokens[each].form.lower() not in ("a", "an", "the")]
    told_before = tree.tokens[clause.subject.tokens[0]].form.lower() == "the" and len(term) == 1
    if told_before or any(tree.tokens[each].form.lower() in _OTHERS for each in term):
        return ()
    plain = all(tree.tokens[each].upos in NAMING or tree.tokens[each].form == "-" for each in term)
    plain = plain and (clause.subject.head == 0 or tree.tokens[clause.subject.head].form.islower())
    thing = meaning_kind(tree, clause.subject.head) not in ("person", "body", "place")
    named = times_named(tree.sentence.span.article.text, surface_text(tree, term)) if plain and thing and term else 0
    return clause.subject.tokens if named >= _OFTEN else ()


def _adds_nothing_asked(part: Constituent) -> bool:
    """Return whether a part is no goal that matters more than the object: "they divide the deck into thirds"."""
    return part.marker_text not in ("into", "to", "from")


def _is_general(clause: Clause) -> bool:
    """Return whether a clause states what is always so."""
    verb = clause.verb
    hedged = verb.negated or verb.modal or verb.perfect or verb.progressive or verb.passive
    return clause.is_fact and not clause.said and verb.finite and verb.tense == "present" and not hedged
