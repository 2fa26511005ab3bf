"""Questions from a participle: "won the vote, capturing 56 percent of it" gives "what percentage did … capture?"."""

from quizengine.language import Clause, Tree, clauses_of, full_names, realised, wording
from quizengine.language.realise.words import capitalised, tidied
from quizengine.language.syntax import is_a
from quizengine.language.word_lists import listed
from quizengine_numeric_recall.context import SURE, Context, is_told
from quizengine_numeric_recall.framing import framed
from quizengine_numeric_recall.question_words import asking
from quizengine_numeric_recall.stem_faults import says_enough

_TOLD_BY_THE_EVENT = listed(
    """
    lead result make mean suggest cause bring mark leave include follow start begin depend accord base range compare
    exclude account involve be have put give create allow represent prompt force
    """
)
"""Verbs whose "-ing" form may say what the whole event did, or is no verb at all."""
_LEAD = 8


def participle_question(context: Context) -> str | None:
    """The question for a figure that is the object of a participle; None where it is not certain who acts."""
    tree, clause = context.tree, context.clause
    asked, host = asking(context), _host(clause)
    if asked is None or host is None or clause.verb.lemma in _TOLD_BY_THE_EVENT or context.part is None:
        return None
    actor = _actor(context, host)
    if not actor or context.part.role != "object" or not context.is_sure:
        return None
    gone = {*context.hedged, *asked.rest, *actor, *context.part.core, *context.part.tokens} | {
        each for child in tree.dependents(clause.head, "punct", "mark") for each in tree.subtree(child)
    }
    rest = [each for each in clause.tokens if each not in gone] + list(asked.stranded)
    own = [*asked.rest, *actor, *rest]
    lead = _lead(host)
    names = full_names(tree, [*lead, *own])
    if not says_enough(context, tree, [*actor, *rest, *asked.rest], tuple(names)):
        return None
    words = [asked.word, wording(tree, asked.rest, names), _helper(tree, host, actor), wording(tree, actor, names)]
    said = wording(tree, rest, {**names, clause.head: tree.tokens[clause.head].lemma})
    text = " ".join(filter(None, [*words, said]))
    opening = wording(tree, lead, names)
    text = capitalised(tidied(f"{opening}, {text}" if opening else text)) + "?"
    return framed(host, [*lead, *own], names, text)


def _host(clause: Clause) -> Clause | None:
    """The clause that a participle hangs on, where it is told and certain."""
    tree = clause.tree
    found = {each.head: each for each in clauses_of(tree)}
    above = next((found[each] for each in tree.ancestors(clause.head) if each in found), None)
    if above is None or not above.verb.finite or above.verb.negated or not is_told(above):
        return None
    needed = [above.head, *above.verb.tokens, *([above.subject.head] if above.subject else [])]
    return above if all(tree.tokens[each].certainty >= SURE for each in needed) else None


def _actor(context: Context, host: Clause) -> tuple[int, ...]:
    """Who does what the participle tells: its own subject, the noun it stands behind, or the subject of its host.

    What is counted is named without its count: "10,000 soldiers were sent, receiving …" asks what soldiers receive.
    """
    tree, clause = context.tree, context.clause
    if clause.subject is not None and not clause.shares_subject:
        tokens = clause.subject.core
    elif clause.relation == "acl":
        noun = tree.tokens[clause.head].head
        if noun + 1 != clause.tokens[0] or tree.tokens[noun].upos not in ("NOUN", "PROPN"):
            return ()
        tokens = tree.subtree(noun, [clause.head])
        tokens = tuple(each for each in tokens if not is_a(tree.tokens[each].relation, "case") or each > noun)
    else:
        said = realised(host)
        tokens = said.subject if said else ()
    head = next((each for each in tokens if tree.tokens[each].head not in tokens), None)
    if head is None or tree.tokens[head].upos not in ("NOUN", "PROPN"):
        return ()
    counts = tree.dependents(head, "nummod") if tree.tokens[head].xpos in ("NNS", "NNPS") else ()
    counted = {each for child in counts for each in tree.subtree(child)}
    return tuple(each for each in tokens if each not in counted)


def _helper(tree: Tree, host: Clause, actor: tuple[int, ...]) -> str:
    if host.verb.tense == "past":
        return "did"
    head = next(each for each in actor if tree.tokens[each].head not in actor)
    plural = tree.tokens[head].xpos in ("NNS", "NNPS") or tree.dependent(head, "conj") is not None
    return "do" if plural else "does"


def _lead(host: Clause) -> tuple[int, ...]:
    """The time that opens the clause above, which a participle shares: "In November 1828,"."""
    said = realised(host)
    times = {each for part in host.adjuncts("time") for each in part.tokens}
    opening = said.opening if said else ()
    return opening if opening and set(opening) <= times and len(opening) <= _LEAD else ()
