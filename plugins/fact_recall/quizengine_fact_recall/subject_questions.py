"""A plain question instead of a gap: "Which country lost much of its land?", "Of whom was Moss a close friend?".

A question for a subject keeps the word order of the sentence, so nothing in it has to be moved. The others move one
phrase of a sentence of a fixed form. Next: `missing_names`.
"""

import re
from collections.abc import Collection, Sequence

from quizengine.language import GAP, TENSED, Tree, capitalised, is_a, is_role_noun, uncapitalised
from quizengine_fact_recall.owned_names import HAD_BY_MANY
from quizengine_fact_recall.participant_kinds import PERSON

SUBJECT_RULE = "subject of a sentence"
_BIRTHPLACES = frozenset({"country", "state", "city"})
_LONGEST = 26
"""Words of a question."""
_BARE = re.compile(rf"(?:The )?{GAP}(?P<rest> .+)\.")
_DESCRIBED_BEHIND = re.compile(rf"{GAP}, (?:an?|the) (?P<noun>[a-z][a-z’' -]*[a-z]), (?P<rest>.+)\.")
_DESCRIBED_BEFORE = re.compile(rf"The (?P<noun>(?:[A-Z][a-z]+ )?[a-z][a-z -]*) {GAP}(?P<rest>,? .+)\.")
_OFFICE_BEFORE = re.compile(
    rf"(?:(?P<year>In [12]\d{{3}}), )?(?P<office>(?:[A-Z][\w’-]* |of )*(?:[a-z]+ )*(?P<noun>[a-z]+)) {GAP}"
    r"(?P<rest> .+)\."
)
_ASSOCIATE = re.compile(
    rf"(?P<who>(?:The )?[A-Z][^,;]*?) (?P<be>is|was|has been|had been) (?P<what>(?:in )?an? [^,;]+?) "
    rf"(?P<prep>of|with|for|at|in|from|to) (?:the )?{GAP}(?P<rest>(?: (?:in|since|from|until|during) [^,;]+)?)\."
)
"""Somebody was something of, with or for what is missing."""
_FIRST = re.compile(
    r"(?P<who>(?:The )?[A-Z][^,;]*?) (?P<be>is|was) "
    r"(?P<what>the (?:first|only|last|youngest|oldest) [a-z -]+ to [a-z]+)"
    rf" (?:the )?{GAP}(?P<rest>(?:,? in [12]\d{{3}})?)\."
)
"""Somebody was the first to do something with what is missing."""
_AWARDED = re.compile(
    r"(?:(?P<year>In [12]\d{3}), )?(?P<who>(?:The )?[A-Z][^,;]*?) (?:was|were) (?:awarded|given|presented)(?: with)? "
    rf"(?:the )?{GAP}(?P<rest>(?: (?:in|at|for|from|by) [^,;]+)?)\."
)
"""Somebody was given what is missing."""
_HONOURS = frozenset({"prize", "award", "medal"})
_OWNED = re.compile(
    rf"(?P<what>[A-Z][^,;]*?[’']s? (?:[a-z-]+ )*(?P<noun>[a-z]+)) (?P<be>is|was) (?:the )?{GAP}(?P<rest>(?:,.*)?)\."
)
"""Something that somebody had was what is missing."""
_MORE_VERBS = re.compile(r"\b[a-z]+ing\b|\bto\b|\bwho\b|\bthat\b|\bof\b")
_BORN = re.compile(rf"(?P<who>[A-Z][^,;]*?),? (?:was )?born in {GAP}(?=[ ,.])")
_DONE_BY = re.compile(
    rf"(?P<what>[A-Z][^,;]*?) (?P<was>was|were) (?P<done>[a-z]+(?:ed|ilt|itten|awn|ought|ade|ung)) by {GAP}"
    rf"(?:(?P<rest>(?: (?:in|to|for|at|as|on|with|of|from|during|after|before) [^,;]+)?)| to [a-z]+ [^;]+)\."
)
"""Something named was done by somebody, with one phrase more at most; a list of what for is left out."""
_LEADS_IN = frozenset({"SCONJ", "CCONJ", "ADP", "ADV"})
_CAPITAL = re.compile("[A-Z]")
_NOT_ALONE = re.compile(r"\bwho\b|n[’']t\b|\bnot\b")
_TELLS_LITTLE = frozenset({"bear", "be", "have", "say", "want", "like", "think", "know"})
"""Verbs that tell too little of a subject, for so many people were born somewhere, or what somebody says."""
_ADDS = frozenset({"also", "too", "then"})
"""Adverbs before a verb that no gap keeps."""
_ANSWERS = frozenset({"respond", "reply", "react", "answer", "retort", "counter"})
"""Verbs of what somebody does after something else, which a question does not tell."""


def question_without_a_gap(tree: Tree, own: Sequence[int], shown: str, sort: str) -> tuple[str, str] | None:
    """A question without a gap for a sentence with one, and the name of its rule; None if there is none."""
    person = sort == PERSON
    if stem := subject_question(tree, own, shown, "who" if person else f"which {sort}"):
        return stem, SUBJECT_RULE
    begun = tree.tokens[0].upos in _LEADS_IN  # "Although Moss was born in _____, …"
    if sort in _BIRTHPLACES and not begun and (stem := birthplace_question(shown, sort)):
        return stem, f"in-which-{sort}"
    if person and (stem := agent_question(tree, shown)):
        return stem, "by-whom"
    if person and (stem := office_question(tree, own, shown)):
        return stem, "which-office-holder"
    stem = predicate_question(tree, shown, "whom" if person else f"which {sort}")
    return (stem, "predicate-with-a-name") if stem else None


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


def office_question(tree: Tree, own: Sequence[int], shown: str) -> str | None:
    """The question which holder of an office did something, for a sentence that begins with the office and a name."""
    found = _OFFICE_BEFORE.fullmatch(shown)
    if found is None or not is_role_noun(found["noun"]) or not _has_its_verb(tree, own[-1] + 1, _TELLS_LITTLE - {"be"}):
        return None
    office = found["office"] if tree.tokens[0].upos in ("PROPN", "ADP") else uncapitalised(found["office"])
    when = f" in {found['year'].removeprefix('In ')}" if found["year"] else ""
    return f"Which {office}{found['rest']}{when}?"


def predicate_question(tree: Tree, shown: str, word: str) -> str | None:
    """The question for a name in what somebody is or was given: "For which prize was Moss a candidate in 1990?".

    `word` is what asks: "whom", "which prize".
    """
    if tree.tokens[0].upos not in ("PROPN", "PRON", "ADP") and tree.tokens[0].form != "The":
        return None
    found = _AWARDED.fullmatch(shown)
    if found and word.rpartition(" ")[2] in _HONOURS and (found["year"] or found["rest"]):
        when = f" in {found['year'].removeprefix('In ')}" if found["year"] else ""
        return f"{capitalised(word)} did {_inside(found['who'])} receive{when}{found['rest']}?"
    if found := _FIRST.fullmatch(shown):
        return f"{capitalised(word)} {found['be']} {_inside(found['who'])} {found['what']}{found['rest']}?"
    found = _OWNED.fullmatch(shown)
    if found and found["noun"] not in HAD_BY_MANY and _is_said_once(tree, f"{found['noun']} {found['be']} "):
        return f"{capitalised('who' if word == 'whom' else word)} {found['be']} {found['what']}?"
    found = _ASSOCIATE.fullmatch(shown)
    if found is None or _MORE_VERBS.search(found["what"]):
        return None
    if not _is_said_once(tree, f"{found['what']} {found['prep']} "):
        return None
    be, _, been = found["be"].partition(" ")
    what = f"{been} {found['what']}".strip()
    return f"{capitalised(found['prep'])} {word} {be} {_inside(found['who'])} {what}{found['rest']}?"


def _is_said_once(tree: Tree, words: str) -> bool:
    """Return whether an article has some words once, so that no other name goes on after them elsewhere."""
    return tree.sentence.span.article.text.count(words) <= 1


def _inside(subject: str) -> str:
    """A subject as it is inside a sentence: "the Orra Mill"."""
    return re.sub(r"\AThe ", "the ", subject)


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
    return f"By whom {found['was']} {_inside(found['what'])} {found['done']}{found['rest'] or ''}?"


def _has_its_verb(tree: Tree, at: int, little: Collection[str] = _TELLS_LITTLE) -> bool:
    """Return whether the verb of the sentence follows, right there or after what is between two commas.

    `little` are the verbs that tell too little.
    """
    tokens = tree.tokens
    aside = at < len(tokens) and tokens[at].form == ","  # then the tree is often wrong, and the marks are not
    if aside:
        at = next((each + 1 for each in range(at + 1, len(tokens)) if tokens[each].form == ","), len(tokens))
    if at + 1 < len(tokens) and tokens[at].form in _ADDS:
        at += 1
    if at >= len(tokens) or tokens[at].xpos not in TENSED:
        return False
    is_so = tokens[at].relation == "cop" and tokens[at].head >= 0
    verb = tokens[at].head if is_so or (tokens[at].relation.startswith("aux") and tokens[at].head >= 0) else at
    denied = any(tokens[each].lemma in ("not", "n't", "n’t", "never") for each in tree.children[verb])
    lemma = tokens[at if is_so else verb].lemma
    answers = lemma in _ANSWERS and not any(is_a(tokens[each].relation, "obl", "obj") for each in tree.children[verb])
    return (aside or tokens[verb].relation == "root") and lemma not in little and not (denied or answers)
