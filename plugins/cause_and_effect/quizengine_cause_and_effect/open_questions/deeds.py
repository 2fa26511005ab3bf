"""Finds what deeds are done for that are no protest or plan: "drained the marsh to gain land".

Next: `open_cues`.
"""

from collections.abc import Iterator

from quizengine.language import Clause, clauses_of, is_a, stance_of, word_set
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.signals import PURPOSEFUL, WANT_AN_INFINITIVE
from quizengine_cause_and_effect.thing_questions import is_inanimate
from quizengine_cause_and_effect.token_spans import parent_of, rest_of, stretch

DEEDS = word_set(
    """
    abandon abolish adapt adjust adorn alter analyze apply assassinate assign attach attack auction barricade
    blend bomb borrow broadcast burn bury cancel capture carve catalogue centralize chain classify clear climb
    collaborate colonize combine commission compile compress conceal concentrate confiscate connect conquer
    conscript consolidate construct consult convert cooperate copy crush cultivate dam deepen defy delegate
    demolish deport destroy dilute dismantle display dissolve divert divide draft drain edit emigrate employ
    encode encrypt endorse engineer enlarge enrich enrol enroll equip evacuate excavate exchange execute
    exercise exhibit exploit export extend extract falsify fence fertilize filter finance flatten flood forge
    fortify freeze fund fuse graft grind group guard harvest heat hide hunt imitate import imprison incorporate
    inflate inject inscribe inspect insulate integrate interrogate interrupt interview invade invent irrigate
    isolate issue kidnap kill label land lease lengthen levy liberate license lighten list load loot manipulate
    map marry melt merge migrate mimic mine mint mix mobilize model modernize modify monitor mortgage mount
    murder narrow nationalize occupy outlaw overthrow pack paint patrol pave photograph pierce place plant
    plough plow pool postpone print process produce pump punish purchase purify ration reclaim record redesign
    redirect reduce reform regulate reinforce release relocate remodel remove rename renovate rent reopen
    reorganize replace rescue resettle reshape restore restructure reuse revise revive rewrite rig rob rotate
    sabotage sacrifice sail scan scatter sculpt search seize select separate shape ship shorten simplify skip
    smuggle soak sow split sponsor spray spread stage standardize station steal stockpile store strengthen study
    subsidize summon supplement surround survey suspend swap tame tax toughen tour trade translate transmit
    transplant transport treat trim unveil update upgrade vaccinate wage weaken widen withdraw withhold wrap
    """
)
"""Verbs of what is done deliberately, mostly to a thing."""
_COMPLETED_BY_IT = WANT_AN_INFINITIVE | word_set(
    "licence license negotiation talk freedom lack pressure invitation ambition drive inability tool money means bid"
    " instruction command call incentive campaign measure step petition claim work job"
)
"""Nouns that an infinitive right behind them says more about."""


def by_deed(clause: Clause) -> Iterator[CausalRelation]:
    """The relation of an infinitive to the deliberate deed above it, behind it or at the start of its sentence."""
    tree = clause.tree
    if tree.tokens[clause.head].xpos != "VB" or clause.marker.split()[-1:] != ["to"]:
        return
    parent = parent_of(clause, {each.head: each for each in clauses_of(tree)})
    if parent is None or not (is_a(clause.relation, "advcl") or _follows_a_passive(clause, parent)):
        return
    own = tree.trimmed(clause.tokens)
    opens = own[0] == 0 and (clause.object or clause.of_role("open complement")) is not None
    if not _is_a_deed(parent, opens=opens):
        return
    before = tree.tokens[own[0] - 1] if own[0] else None
    if tree.tokens[own[0]].xpos != "TO" or (own[0] < parent.head and not opens):
        return
    if before and (before.lemma.lower() in _COMPLETED_BY_IT or before.upos in ("ADJ", "ADP", "ADV", "CCONJ")):
        return
    cause = own if opens else stretch(tree, own[0], begun=True)
    effect = rest_of(parent, clause.tokens)
    if effect and clause.head in cause and not set(cause) & set(effect):
        yield CausalRelation(
            kind="purpose",
            cause=tree.span(cause),
            effect=tree.span(effect),
            signal=tree.span(own[:1]),
            rule="to do",
            intended=True,
            place=tree.tokens[parent.head].span,
            open_only=True,
        )


def _follows_a_passive(clause: Clause, parent: Clause) -> bool:
    """Return whether an infinitive tells what something was done for: "was renamed to honour Ford"."""
    return is_a(clause.relation, "xcomp") and parent.verb.passive and parent.verb.lemma in DEEDS


def _is_a_deed(clause: Clause, *, opens: bool) -> bool:
    """Return whether a clause tells what somebody did on purpose, or what was done to something.

    Behind an aim that opens its sentence that may be whatever was done; else only some verbs tell of it.
    """
    verb, subject = clause.verb, clause.subject
    if not verb.finite or subject is None or verb.negated or verb.copular:
        return False
    past = opens and verb.tense == "past" and not verb.modal and clause.object is not None
    if not (past and not stance_of(verb.lemma)) and verb.lemma not in _ON_PURPOSE:
        return False
    return verb.passive or not is_inanimate(clause.tree, subject.head)


_ON_PURPOSE = (DEEDS | PURPOSEFUL) - {"come", "design", "use", "serve"}
