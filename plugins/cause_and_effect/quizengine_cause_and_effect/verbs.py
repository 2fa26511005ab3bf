"""The verb of a signal as a question needs it."""

from quizengine.language.chunks import VerbGroup
from quizengine.language.clauses import Clause
from quizengine_cause_and_effect.drafts import CannotBe
from quizengine_cause_and_effect.parts_of_relation import Told
from quizengine_cause_and_effect.plain_clauses import clause_of
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.wording import inverted, third


def asked_about(verb: VerbGroup, told: Told, relation: CausalRelation) -> str:
    """The verb around its subject: “has the storm caused”; for a participle, by the tense of the cause's clause."""
    if verb.form == "participle":
        return f"{helper_for(clause_of(relation.cause))} {told.words} {verb.head.lemma}"
    try:
        return inverted(verb, told.words)
    except ValueError as fault:
        raise CannotBe(str(fault)) from None


def active(verb: VerbGroup) -> str:
    """The active form of a passive one: "was caused" is "caused", "is caused" is "causes".

    Raises CannotBe in other tenses, and where the participle does not serve as past tense ("was driven").
    """
    if [word.lemma for word in verb.words[:-1]] == ["be"]:
        if verb.is_past and verb.head.text.endswith("ed"):
            return verb.head.text
        if verb.first.fine in ("VBZ", "VBB"):
            return third(verb.head.lemma)
    raise CannotBe(f"“{verb.span.text}” has no certain active form")


def helper_for(clause: Clause) -> str:
    """The "did" or "does" that fits the tense of a clause."""
    verb = clause.verb
    return "did" if verb.is_past or (verb.first.fine in ("VHZ", "VHB") and len(verb.words) > 1) else "does"
