"""Conditions on the phrases of a clause: reasons why it is uncertain where one begins or ends."""

from collections.abc import Sequence

from quizengine.language.syntax.constituents import Constituent, is_finite
from quizengine.language.syntax.sentence import Token
from quizengine.language.syntax.tree import is_a
from quizengine.language.syntax.wholeness.clause_parts import JOINING_TAGS, MARKS, ClauseParts, Condition

_IN_NAMES = ("for", "of", "without")
_FOCUS = frozenset({"especially", "particularly", "notably", "specifically"})


def _sets_nothing_off(clause: ClauseParts) -> bool:
    """Return whether no comma is in a part before what may be about the whole clause: "…, with his brother paying".

    Behind a comma in the subject, every preposition but "of" may begin such a phrase.
    """
    tokens = clause.tree.tokens
    for part in clause.phrases:
        behind = [tokens[each + 1] for each in part.tokens[:-1] if tokens[each].form == "," and each + 1 in part.tokens]
        if part.role == "subject" and any(one.upos == "ADP" and one.lemma != "of" for one in behind):
            return False
        if part.role != "clausal complement" and any(one.form.lower() in ("with", "without") for one in behind):
            return False
    return True


def _has_a_phrase_for_its_subject(clause: ClauseParts) -> bool:
    """Return whether the subject is not a sentence and no adjective: not "it was May" in "it was May when she left".

    In "critical in both states is the weather", it is the weather that is critical.
    """
    subject = clause.subject
    if subject and clause.verb.copular and clause.tree.tokens[subject.head].upos == "ADJ":
        return clause.tree.dependent(subject.head, "det") is not None
    if subject is None or not is_finite(clause.tree, subject.head):
        return True
    return bool(subject.marker) or clause.tree.tokens[subject.tokens[0]].xpos in JOINING_TAGS


def _begins_with_no_conjunction(clause: ClauseParts) -> bool:
    """Return whether no part takes in the "but" before it: "But, tired of it, she left"."""
    return not any(clause.tree.tokens[part.tokens[0]].form.lower() in ("and", "but") for part in clause.phrases)


def _has_no_gap(clause: ClauseParts) -> bool:
    """Return whether the words of each part are together."""
    for part in clause.phrases:
        between = set(range(part.tokens[0], part.tokens[-1])).difference(part.tokens)
        if any(clause.tree.tokens[each].upos not in MARKS for each in between):
            return False
    return True


def _marks_its_adjuncts(clause: ClauseParts) -> bool:
    """True if each noun among the adjuncts has a preposition or tells a time; else it may be an object or an aside."""
    bare = [part for part in clause.parts if part.role == "adjunct" and not part.marker and not part.circumstance]
    heads = [clause.tree.tokens[part.head] for part in bare]
    return not any(one.upos in ("NOUN", "PROPN", "PRON") and not is_a(one.relation, "advcl") for one in heads)


def _picks_out_no_noun(clause: ClauseParts) -> bool:
    """Return whether no adverb that picks out a noun depends on a verb: "bakers especially say so"."""
    alone = [part for part in clause.parts if part.role == "adjunct" and len(part.tokens) == 1]
    lemmas = [clause.tree.tokens[part.head].lemma.lower() for part in alone]
    return clause.verb.copular or not _FOCUS.intersection(lemmas)


def _sets_its_adjuncts_apart(clause: ClauseParts) -> bool:
    """True if no adjunct may belong to the part before it: "hope in being free", "if you say it loud enough, …"."""
    tokens = clause.tree.tokens
    for part in clause.parts:
        before = tokens[part.tokens[0] - 1] if part.role == "adjunct" and part.tokens[0] > 0 else None
        if before is None:
            continue
        gerund = tokens[part.head].xpos == "VBG" and part.marker_text in ("in", "for", "of", "to")
        opens = part.head < clause.verb.first and part.tokens[-1] < clause.verb.first and before.upos != "PUNCT"
        follows = any(
            is_a(tokens[one.head].relation, "advcl") and one.tokens[-1] + 1 == part.tokens[0] for one in clause.parts
        )
        if (gerund and before.upos in ("NOUN", "PROPN")) or (opens and follows) or _is_hyphenated(tokens, part):
            return False
    return True


def _is_hyphenated(tokens: Sequence[Token], part: Constituent) -> bool:
    following = part.tokens[-1] + 1
    return len(part.tokens) == 1 and following < len(tokens) and tokens[following].form == "-"


def _begins_with_its_noun(clause: ClauseParts) -> bool:
    """Return whether no comma is before the head of the subject: "Tired of it, Moss" is more than a subject."""
    subject = clause.subject
    before = [each for each in subject.tokens if each < subject.head] if subject else []
    return not any(clause.tree.tokens[each].form == "," for each in before)


def _completes_its_prepositions(clause: ClauseParts) -> bool:
    """Return whether no preposition is before an "and": "look at and talk about the sea" has two verbs."""
    tokens = clause.tree.tokens
    ends = [part.marker[-1] for part in clause.parts if part.marker and part.role == "adjunct"]
    return not any(tokens[each + 1].upos == "CCONJ" for each in ends)


def _holds_no_second_sentence(clause: ClauseParts) -> bool:
    """True if no relative clause takes in a sentence joined to it: "a chemist who has patents and she is old"."""
    tree = clause.tree
    within = [each for part in clause.parts if part.role != "clausal complement" for each in part.tokens]
    joined = [each for each in within if is_a(tree.tokens[each].relation, "conj") and is_finite(tree, each)]
    relative = [each for each in joined if tree.tokens[tree.tokens[each].head].relation.startswith("acl")]
    subjects = [tree.dependent(each, "nsubj") for each in relative]
    return all(each is None or tree.tokens[each].xpos in JOINING_TAGS for each in subjects)


def _holds_no_dash(clause: ClauseParts) -> bool:
    """Return whether no dash with spaces around it is in the subject: "Advertisement - story" are two things."""
    tokens = clause.tree.tokens
    return clause.subject is None or not any(
        tokens[each].form in ("-", "–", "—") and tokens[each - 1].span.end < tokens[each].span.start
        for each in clause.subject.tokens
        if each > 0
    )


def _names_no_doer(clause: ClauseParts) -> bool:
    """True if no "by" is after an object, where it may tell who did what the object names: "the loss by Lee"."""
    if clause.verb.passive or not any(part.role == "object" for part in clause.parts):
        return True
    phrases = [part for part in clause.parts if part.role == "adjunct" and part.marker_text == "by"]
    nouns = [part for part in phrases if is_a(clause.tree.tokens[part.head].relation, "obl", "nmod")]
    return all(part.head < clause.verb.head or part.circumstance == "time" for part in nouns)


def _breaks_no_name(clause: ClauseParts) -> bool:
    """True if no adjunct may be the end of a name before it: "Doctors for Cork", "the Award for Best Actress"."""
    tokens = clause.tree.tokens
    opening = [part.tokens[0] for part in clause.parts if part.marker_text in _IN_NAMES and part.tokens[0] > 0]
    return not any(tokens[each - 1].form.istitle() and tokens[each + 1].form.istitle() for each in opening)


PHRASES: dict[str, Condition] = {
    "nothing set off": _sets_nothing_off,
    "a phrase for its subject": _has_a_phrase_for_its_subject,
    "no conjunction in a part": _begins_with_no_conjunction,
    "without gaps": _has_no_gap,
    "adjuncts marked": _marks_its_adjuncts,
    "adjuncts apart": _sets_its_adjuncts_apart,
    "nothing picked out": _picks_out_no_noun,
    "subject begins with its noun": _begins_with_its_noun,
    "prepositions complete": _completes_its_prepositions,
    "one sentence in a part": _holds_no_second_sentence,
    "no dash in the subject": _holds_no_dash,
    "no doer of the object": _names_no_doer,
    "names whole": _breaks_no_name,
}
