"""Questions from a clause inside another: "…, capturing 56 percent of the vote", "the 40 boats that Oslo sold"."""

import re
from collections.abc import Mapping, Sequence

from quizengine.language import (
    FINITE_TAGS,
    Certainty,
    Clause,
    Quantity,
    Tree,
    capitalised,
    central_names,
    clauses_of,
    full_names,
    is_a,
    name_at,
    realised,
    referent,
    surface_text,
    tidy_spacing,
    verbs_of,
    word_set,
)
from quizengine_numeric_recall.context_sentences import with_context_sentence
from quizengine_numeric_recall.figure_contexts import Context, contexts_of, is_stated
from quizengine_numeric_recall.question_words import question_words
from quizengine_numeric_recall.unit_symbols import units_written_out
from quizengine_numeric_recall.year_faults import is_in_passing

_TOLD_BY_THE_EVENT = word_set(
    """
    lead result make mean suggest cause bring mark leave include follow start begin depend accord base range compare
    exclude account involve be have put give create allow represent prompt force
    kill injure wound displace destroy damage
    """
)
"""Verbs whose "-ing" form may say what the whole event did, or is not a verb at all."""
_BEGINNINGS = frozenset({"debut", "début"})
"""Nouns for what somebody makes only once, so that no name has to say which."""
_BEFORE_AND_AFTER = frozenset({"before", "after"})
_SCHOOL = re.compile(r"\b(?:high|primary|secondary|grammar) school\b", re.IGNORECASE)
"""Schools that everybody leaves in some year."""
_MARKERS = ("", "with")
"""Markers of a participle that tells something for itself: "with payments totaling $200 million"."""
_LEAD = 8
_FEW_WORDS = 4
DO = {"VBD": "did", "VBZ": "does", "VBP": "do"}


def participle_question(context: Context) -> str | None:
    """The question for a figure that is the object of a participle; None if it is not certain who acts."""
    tree, clause = context.tree, context.clause
    asked, host = question_words(context), host_of(clause)
    if (
        asked is None
        or host is None
        or clause.marker not in _MARKERS
        or clause.verb.lemma in _TOLD_BY_THE_EVENT
        or context.part is None
    ):
        return None
    actor = _actor(context, host)
    if not actor or context.part.role != "object" or not context.is_sure:
        return None
    subject = clause.subject.tokens if clause.subject and not clause.shares_subject else ()
    gone = {*context.hedged, *asked.rest, *actor, *context.part.tokens, *subject, *_marks(clause)}
    rest = _up_to_another_figure(context, [each for each in clause.tokens if each not in gone]) + list(asked.stranded)
    verb = {clause.head: tree.tokens[clause.head].lemma}
    helper, head = _helper(tree, host, actor), _head(tree, actor)
    if clause.shares_subject or clause.subject is None:
        actor = (*actor, *_what_was_done(host, head, clause))
    each = next((one for one in rest if one == max(context.figure) + 1 and tree.tokens[one].form == "each"), None)
    if each is not None and tree.tokens[head].xpos == "NNS":
        rest.remove(each)
        verb[min(actor)] = f"each {tree.tokens[min(actor)].form}"
        verb[head] = tree.tokens[head].lemma if head != min(actor) else f"each {tree.tokens[head].lemma}"
        helper = "did" if helper == "did" else "does"
    return _asked(context, host, asked.word, asked.rest, helper, actor, rest, verb)


def _up_to_another_figure(context: Context, tokens: Sequence[int]) -> list[int]:
    """The words behind a figure up to a comma or an "and" before the next one: "south of Orra, 50 north of Senn"."""
    tree, last = context.tree, max(context.figure)
    behind = range(last + 1, max(tokens, default=last) + 1)
    end = min((tree.tokens_in(one.span)[0] for one in context.figures_shown(behind)), default=last)
    cut = next((each for each in range(last, end) if tree.tokens[each].upos in ("PUNCT", "CCONJ")), len(tree.tokens))
    return [each for each in tokens if each < cut]


def dated_gerund_question(context: Context) -> str | None:
    """The question for the year of what somebody did before or after another deed: "before joining Orra Mill in 1971".

    The year must end the words for the deed, and whoever did it must be whom the article is about.
    """
    tree, clause = context.tree, context.clause
    asked, host = question_words(context), host_of(clause)
    if asked is None or asked.rule != "which-year" or context.part is None or host is None:
        return None
    if clause.marker not in _BEFORE_AND_AFTER or host.verb.tense != "past" or host.said or is_in_passing(clause):
        return None
    actor, verb = _actor(context, host), tree.tokens[clause.head]
    head = _head(tree, actor) if actor else -1
    name = name_at(tree.tokens[head].span) or referent(tree, head) if actor else None
    last = max(each for each in clause.tokens if tree.tokens[each].upos != "PUNCT")
    ends = context.part.tokens[-1] == last and context.part.tokens[0] > clause.head + 1
    if name is None or name.full not in central_names(tree.sentence.span.article) or not ends or not context.is_sure:
        return None
    rest = [each for each in clause.tokens if clause.head < each < context.part.tokens[0]]
    named = any(tree.tokens[each].upos == "PROPN" or tree.tokens[each].form in _BEGINNINGS for each in rest)
    plain = all(tree.tokens[each].upos != "PUNCT" and tree.tokens[each].xpos != "VBG" for each in rest)
    if not named or not plain or _SCHOOL.search(surface_text(tree, rest)):
        return None
    names = full_names(tree, [*actor, *rest])
    said = f"{asked.word} did {surface_text(tree, actor, names)} {verb.lemma} {surface_text(tree, rest, names)}"
    return with_context_sentence(host, [*actor, *rest], names, f"{capitalised(tidy_spacing(said))}?")


def relative_question(quantity: Quantity) -> tuple[Context, str] | None:
    """The question for what is counted, from the clause that says of which: "the 40 boats that Oslo sold"."""
    for context in contexts_of(quantity):
        tree, noun = context.tree, context.tree.tokens[context.top].head
        if quantity.kind not in ("count", "mass", "length", "area", "volume") or not context.is_sure:
            continue
        if _is_told_something(tree, noun):
            continue
        noun = noun if tree.tokens[context.top].relation.startswith("nummod") else context.top
        nouns = {noun, *tree.dependents(noun, "nmod")}
        for clause in clauses_of(tree):
            if clause.relation == "acl:relcl" and tree.tokens[clause.head].head in nouns and clause.is_fact:
                text = _of_what_it_is(context, clause, noun)
                if text:
                    return context, text
    return None


def _is_told_something(tree: Tree, noun: int) -> bool:
    """Return whether a noun belongs to whom something is told: "that" after it then begins what they are told."""
    while noun >= 0 and tree.tokens[noun].upos != "VERB":
        noun = tree.tokens[noun].head
    return noun >= 0 and tree.tokens[noun].lemma in verbs_of("spoken to")


def _of_what_it_is(context: Context, clause: Clause, noun: int) -> str | None:
    """The question that a relative clause makes whose object, "that" or nothing, is what is counted."""
    tree, subject, finite = context.tree, clause.subject, clause.tree.tokens[clause.verb.first]
    counted = tuple(each for each in range(max(context.figure), min(clause.tokens)) if each not in context.number)
    objects = [part for part in clause.parts if part.role == "object"]
    pronoun = objects[0].head if len(objects) == 1 and tree.tokens[objects[0].head].xpos == "WDT" else None
    if subject is None or pronoun is None or subject.head < pronoun or finite.xpos not in DO or not counted:
        return None
    if tree.tokens[noun].xpos not in ("NNS", "NNPS") or clause.verb.negated or context.quantity.bound:
        return None
    rest = [each for each in clause.tokens if each not in {pronoun, *subject.tokens}]
    word = f"{'about ' if context.quantity.approximate else ''}how many"
    verb = {clause.head: tree.tokens[clause.head].lemma}
    return _asked(context, clause, word, counted, DO[finite.xpos], subject.tokens, rest, verb)


def _asked(
    context: Context,
    host: Clause,
    word: str,
    counted: Sequence[int],
    helper: str,
    actor: Sequence[int],
    rest: Sequence[int],
    verb: Mapping[int, str],
) -> str | None:
    """The words in the order of a question, with the time that opens the clause above before them."""
    tree = context.tree
    lead = opening_time(host)
    own = [*counted, *actor, *rest]
    bound = {each: tree.tokens[each].form for each in rest if _stands_for_the_actor(tree, each, actor)}
    names = {**bound, **full_names(tree, [*lead, *own]), **units_written_out(context)}
    given = _giver(context, host)
    lean = not given and not any(tree.tokens[each].upos == "PROPN" or names.get(each, "")[:1].isupper() for each in own)
    pieces = [
        word,
        surface_text(tree, counted, names),
        helper,
        surface_text(tree, actor, {**names, **verb}) + given,
    ]
    text = " ".join(filter(None, [*pieces, surface_text(tree, rest, {**names, **verb})]))
    opening = surface_text(tree, lead, names)
    text = capitalised(tidy_spacing(f"{opening}, {text}" if opening else text)) + "?"
    return with_context_sentence(host, [*lead, *own], names, text, lean=lean)


def _head(tree: Tree, tokens: Sequence[int]) -> int:
    """The token that the others depend on."""
    return next(each for each in tokens if tree.tokens[each].head not in tokens)


def _what_was_done(host: Clause, actor: int, participle: Clause) -> tuple[int, ...]:
    """The deed that says who acts: "soldiers deployed to Russia" of "have been deployed"."""
    subject = host.subject
    if subject is None or subject.head != actor or not host.verb.passive or host.verb.negated:
        return ()
    behind = [part for part in host.adjuncts("place") if host.head < part.tokens[0] < participle.tokens[0]]
    if len(behind) != 1 or len(behind[0].tokens) > _FEW_WORDS or behind[0].tokens[0] != host.head + 1:
        return ()
    return (host.head, *behind[0].tokens)


def _giver(context: Context, host: Clause) -> str:
    """Return " from Russia" after bare payments that "a commitment from Russia, with payments totaling …" has."""
    tree, subject = context.tree, context.clause.subject
    if subject is None or context.clause.shares_subject or tree.tokens[subject.head].xpos != "NNS":
        return ""
    link = subject.head - 1
    if len(subject.core) > 1 or tree.tokens[link].form.lower() != "with":
        return ""
    for each in range(link - 1, host.head, -1):
        token = tree.tokens[each]
        if token.form.lower() == "from" and token.head > each and tree.tokens[token.head].upos == "PROPN":
            return f" from {surface_text(tree, [one for one in range(each + 1, link) if one <= token.head])}"
        if token.upos not in ("PROPN", "PUNCT", "DET"):
            return ""
    return ""


def _stands_for_the_actor(tree: Tree, index: int, actor: Sequence[int]) -> bool:
    """True if a pronoun can only mean whoever acts: "soldiers receive … for their service", "Ghana says it grows"."""
    head = next(each for each in actor if tree.tokens[each].head not in actor)
    plural = tree.tokens[head].xpos in ("NNS", "NNPS")
    return tree.tokens[index].form.lower() in (("their", "they", "each") if plural else ("its", "it"))


def _marks(clause: Clause) -> set[int]:
    tree = clause.tree
    return {each for child in tree.dependents(clause.head, "punct", "mark") for each in tree.subtree(child)}


def host_of(clause: Clause) -> Clause | None:
    """The clause that a participle depends on, where it is told and certain."""
    tree = clause.tree
    found = {each.head: each for each in clauses_of(tree)}
    above = next((found[each] for each in tree.ancestors(clause.head) if each in found), None)
    if above is None or not above.verb.finite or above.verb.negated or not is_stated(above):
        return None
    needed = [above.head, *above.verb.tokens, *([above.subject.head] if above.subject else [])]
    return above if all(tree.tokens[each].certainty >= Certainty.PLAUSIBLE for each in needed) else None


def _actor(context: Context, host: Clause) -> tuple[int, ...]:
    """Return who does what the participle tells: its own subject, the noun it is after, or the subject of its host.

    What is counted is named without its count: "10,000 soldiers were sent, receiving …" asks what soldiers receive.
    """
    tree, clause = context.tree, context.clause
    if clause.subject is not None and not clause.shares_subject:
        tokens = clause.subject.core
    elif clause.relation == "acl":
        noun = tree.tokens[clause.head].head
        if noun + 1 != clause.tokens[0] or tree.tokens[noun].upos not in ("NOUN", "PROPN"):
            return ()
        tokens = _what_is_told_of(tree, noun, clause)
    else:
        said = realised(host)
        tokens = said.subject if said else ()
    head = next((each for each in tokens if tree.tokens[each].head not in tokens), None)
    if head is None or tree.tokens[head].upos not in ("NOUN", "PROPN") or _is_a_statement(tree, tokens):
        return ()
    counts = tree.dependents(head, "nummod") if tree.tokens[head].xpos in ("NNS", "NNPS") else ()
    counted = {each for child in counts for each in tree.subtree(child)}
    return tuple(each for each in tokens if each not in counted)


def _what_is_told_of(tree: Tree, noun: int, participle: Clause) -> tuple[int, ...]:
    """The noun before a participle with what belongs to it, or what is said to be that: "Orra is a hill rising …"."""
    copula, subject = tree.dependent(noun, "cop"), tree.dependent(noun, "nsubj")
    if copula is not None:
        return tree.subtree(subject) if subject is not None and subject < copula < noun else ()
    tokens = tree.subtree(noun, [participle.head])
    return tuple(each for each in tokens if not is_a(tree.tokens[each].relation, "case") or each > noun)


def _is_a_statement(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether words for who acts hold a verb with a tense or a full stop, a sentence of their own."""
    return any(tree.tokens[each].xpos in FINITE_TAGS or tree.tokens[each].form in ".!?" for each in tokens)


def _helper(tree: Tree, host: Clause, actor: tuple[int, ...]) -> str:
    if host.verb.tense == "past" or host.verb.perfect:  # "has reported spending"
        return "did"
    head = next(each for each in actor if tree.tokens[each].head not in actor)
    plural = tree.tokens[head].xpos in ("NNS", "NNPS") or tree.dependent(head, "conj") is not None
    return "do" if plural else "does"


def opening_time(host: Clause) -> tuple[int, ...]:
    """The time that opens the clause above, which a participle shares: "In November 1828,"."""
    said = realised(host)
    times = {each for part in host.adjuncts("time") for each in part.tokens}
    opening = said.opening if said else ()
    return opening if opening and set(opening) <= times and len(opening) <= _LEAD else ()
