"""Decides whether a definition holds without the words that open its sentence.

"However," only links; "in sociology" limits what is defined and has to be said; what begins "in recent years" is no
definition.
"""

from quizengine.language import Clause, Constituent, is_link, stands_alone, word_set

_LONGEST = 4
"""Words of a setting."""
_REMARKS = word_set("suggest imply indicate see learn note mention discuss say recall explain know read")
"""Verbs of remarks to the reader that add nothing: "as the name suggests"."""
_CONTRASTS = word_set("like unlike whereas while")
_MARKS = frozenset({",", "“", '"', "‘", "(", "``"})
_TIMES = word_set("year years day days time times century centuries decade decades case cases example reality fact")


def limiting_context(clause: Clause) -> tuple[int, ...] | None:
    """The tokens before the subject that limit a definition, () where there are none; None if they may not go."""
    tree = clause.tree
    if clause.subject is None:
        return None
    found = []
    for part in () if clause.shares_subject else clause.parts:
        if part.tokens[0] > clause.subject.tokens[0] or is_link(part) or _is_a_remark(part):
            continue
        short = len(part.tokens) <= _LONGEST and part.marker_text == "in" and part.circumstance == ""
        if not short or tree.tokens[part.head].form.lower() in _TIMES or not stands_alone(tree, part.tokens):
            return None
        found += [each for each in part.tokens if tree.tokens[each].form not in _MARKS]
    return tuple(found)


def _is_a_remark(part: Constituent) -> bool:
    """True if a part only says that the reader may know it, or what something else is: "as the name suggests"."""
    verb = part.tree.tokens[part.head]
    remark = part.marker_text == "as" and verb.relation == "advcl" and verb.lemma in _REMARKS
    return remark or part.marker_text in _CONTRASTS or part.circumstance == "concession"
