"""Answers that a question tells by an abbreviation, and people whom the article knows by another name as well.

Next: `drafts`, which asks for neither.
"""

import re

from quizengine.language import Name, central_names, names_in
from quizengine_fact_recall.participant_kinds import PERSON
from quizengine_fact_recall.typed_participants import accepted

_ABBREVIATION = re.compile(r"[A-Z]{3,}")
_ALIKE = 3
"""Letters in common of two spellings of one given name: "Maria" and "Marie"."""


def tells_its_abbreviation(stem: str, name: Name) -> bool:
    """Return whether a word of a question begins with an abbreviation of the answer: "ORRANET" tells of "ORRA"."""
    short = [form for form in accepted(name) if _ABBREVIATION.fullmatch(form)]
    return any(re.search(rf"\b{form}\w*", stem) for form in short)


def has_another_surname(name: Name) -> bool:
    """Return whether an article has somebody's given name, nearly, with the surname of a person it is about, too.

    Of somebody's wife it may give the maiden name and the other one: "Maria Reed" and "Marie Moss" may be one.
    """
    given, _, surname = name.full.partition(" ")
    central = {full.rpartition(" ")[2] for full in central_names(name.mentions[0].article)[:2]}
    return surname != "" and any(
        other.kind == PERSON
        and other.full != name.full
        and other.full[:_ALIKE] == given[:_ALIKE]
        and other.full.rpartition(" ")[2] in central - {surname.rpartition(" ")[2]}
        for other in names_in(name.mentions[0].article)
    )
