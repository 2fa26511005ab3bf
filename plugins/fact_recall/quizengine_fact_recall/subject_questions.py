"""A plain question instead of a gap at the beginning of a sentence: "Which country lost much of its land?".

A question for a subject keeps the word order of the sentence, so nothing in it has to be moved. Next: `missing_names`.
"""

import re
from collections.abc import Sequence

from quizengine.language import GAP, TENSED, Tree, capitalised, is_a

_LONGEST = 26
"""Words of a question."""
_BARE = re.compile(rf"(?:The )?{GAP}(?P<rest> .+)\.")
_DESCRIBED_BEHIND = re.compile(rf"{GAP}, (?:an?|the) (?P<noun>[a-z][a-z’' -]*[a-z]), (?P<rest>.+)\.")
_DESCRIBED_BEFORE = re.compile(rf"The (?P<noun>(?:[A-Z][a-z]+ )?[a-z][a-z -]*) {GAP}(?P<rest>,? .+)\.")
_BORN = re.compile(rf"(?P<who>[A-Z][^,;]*?),? (?:was )?born in {GAP}(?=[ ,.])")
_DONE_BY = re.compile(
    rf"(?P<what>[A-Z][^,;]*?) (?P<was>was|were) (?P<done>[a-z]+(?:ed|ilt|itten|awn|ought|ade|ung)) by {GAP}"
    rf"(?P<rest>(?: (?:in|to|for|at|as|on|with|of|from|during|after|before) [^,;]+)?)\."
)
"""Something named was done by somebody, with one phrase more at most."""
_CAPITAL = re.compile("[A-Z]")
_NOT_ALONE = re.compile(r"\bwho\b|n[’']t\b|\bnot\b")
_TELLS_LITTLE = frozenset({"bear", "be", "have", "say", "want", "like", "think", "know"})
"""Verbs that tell too little of a subject, for so many people were born somewhere, or what somebody says."""
_ANSWERS = frozenset({"respond", "reply", "react", "answer", "retort", "counter"})
"""Verbs of what somebody does after something else, which a question does not tell."""


def subject_question(tree: Tree, own: Sequence[int], shown: str, word: str) -> str | None:
    """The question for the subject of a sentence that begins with a gap; None if it has no such subject.

    `word` is what asks: "who", "which country".
    """
    if len(shown.split()) > _LONGEST or not _has_its_verb(tree, own[-1] + 1):
        return None
    if found := _BARE.fullmatch(shown):
        aside = found["rest"].startswith(" ,") or tree.tokens[own[-1] + 1].form == ","
        return None if aside else f"{capitalised(word)}{found['rest']}?"
    if word != "who":
        return None
    if (found := _DESCRIBED_BEHIND.fullmatch(shown)) and not _NOT_ALONE.search(found["noun"]):
        return f"Which {found['noun']} {found['rest']}?"
    found = _DESCRIBED_BEFORE.fullmatch(shown)
    return f"Which {found['noun']}{found['rest']}?" if found else None


def birthplace_question(shown: str, sort: str) -> str | None:
    """The question where somebody was born, for a sentence that says so before anything else."""
    found = _BORN.match(shown)
    return f"In which {sort} was {found['who']} born?" if found else None


def agent_question(tree: Tree, shown: str) -> str | None:
    """The question by whom something with a name was made, founded or led, for a sentence that says only that."""
    found = _DONE_BY.fullmatch(shown)
    named = tree.tokens[0].upos == "PROPN" or tree.tokens[0].form == "The"
    if not found or not named or not _CAPITAL.search(found["what"].removeprefix("The ")):
        return None
    what = re.sub(r"\AThe ", "the ", found["what"])
    return f"By whom {found['was']} {what} {found['done']}{found['rest']}?"


def _has_its_verb(tree: Tree, at: int) -> bool:
    """Return whether the verb of the sentence follows, right there or after what is between two commas."""
    tokens = tree.tokens
    aside = at < len(tokens) and tokens[at].form == ","  # then the tree is often wrong, and the marks are not
    if aside:
        at = next((each + 1 for each in range(at + 1, len(tokens)) if tokens[each].form == ","), len(tokens))
    if at >= len(tokens) or tokens[at].xpos not in TENSED:
        return False
    helps = tokens[at].relation.startswith("aux") and tokens[at].head >= 0
    verb = tokens[at].head if helps else at
    denied = any(tokens[each].lemma in ("not", "n't", "n’t", "never") for each in tree.children[verb])
    lemma = tokens[verb].lemma
    answers = lemma in _ANSWERS and not any(is_a(tokens[each].relation, "obl", "obj") for each in tree.children[verb])
    return (aside or tokens[verb].relation == "root") and lemma not in _TELLS_LITTLE and not (denied or answers)
