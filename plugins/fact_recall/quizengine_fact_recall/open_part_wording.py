"""The words of an open question for a part of a clause and of its model answer, or the reason why there are none.

Next: `open_part_questions`.
"""

import re
from dataclasses import replace

from quizengine.language import (
    FINITE_TAGS,
    UNIT_WORDS,
    Clause,
    Pointer,
    Realised,
    Tree,
    capitalised,
    content_words,
    has_balanced_marks,
    is_person,
    name_at,
    pointers,
    surface_text,
    verbs_of,
    word_set,
)
from quizengine_fact_recall.eligibility import GROUNDS
from quizengine_fact_recall.event_faults import (
    GARBLED,
    HEDGES,
    NOT_CUT_OUT,
    NOT_PLAIN,
    POINTS_OUT,
    RELATIVE,
    Unasked,
)
from quizengine_fact_recall.event_stems import said_without, stem_for
from quizengine_fact_recall.lists import FEWEST_ITEMS, items_of
from quizengine_fact_recall.open_part_rivals import has_rival, meant_by_subject
from quizengine_fact_recall.open_parts import OpenPart
from quizengine_fact_recall.participant_kinds import PERSON
from quizengine_fact_recall.participant_options import is_minor
from quizengine_fact_recall.short_names import with_full_names

_FEWEST = {"object": 2, "infinitive": 2, "clause": 3, "phrase": 2, "attribute": 2}
"""Words that carry sense in an answer, beside those of the question."""
_LONGEST = 36
"""Words of a model answer."""
_OPEN_HEADS = word_set(
    """
    way thing number lot variety series range part kind type sort one some many other others something anything
    everything example basis it them him her themselves himself herself itself
    """
)
"""Nouns and pronouns that do not say what is meant."""
_SOME = "one|two|several|many|various|some|certain|other|another|such|this|that|these|those|numerous|more|most|all|any"
_VAGUE = re.compile(
    r"(?:an?|the) (?:number|variety|range|series|lot|few|couple|handful|plethora|wide \w+) "
    rf"|(?:{_SOME}|both|each|few|much)\b|(?:its|their|his|her)(?: \w+){{1,2}}\.?\Z",
    re.IGNORECASE,
)
_A = re.compile(r"an? (?!\w+[’'])", re.IGNORECASE)
ODD = re.compile(r"[(\[“”\"]|--|…|:| / |\b(?:including|once)\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
"""Marks and words that a model answer does without: those of asides, of some among others, and of an open time."""
_SAYING_LITTLE = verbs_of("asserts", "believes") | {"hope"}
"""Verbs of thought and speech that by themselves do not tell which of somebody's many thoughts is meant."""
_WITHOUT_A_SETTING = re.compile(r"What (?:do|does|did) [^,]+ (?:decide|choose|agree|plan|attempt|resolve) to do\?")
"""Asks for any of the many things that somebody decides in a life."""
_OPENS_A_CHANGE = re.compile(r"\b(?:at first|initially|originally)\b")
"""Words after which something else is told."""
BEGINS = re.compile(r"(?:\A|, )[Ww]hat (?:do|does|did|is|are|was|were)\b")
_ADDING = word_set("that which who whose whom where including such especially particularly namely")
"""Words that add to the phrase before them."""
_OPENS_A_CLAUSE = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "AUX", "VERB", "NUM"})
_OF_THE_TEXT = word_set("diagram figure table chart map chapter section graph picture image paper drawing box example")
"""Nouns for things that an article shows beside its text, or for its own parts."""
_WEIGHTLESS = frozenset({"speech", "thin"})
"""Grounds that concern questions for a name alone."""

SLIGHT = Unasked("slight", "the answer says too little")
SIDE = Unasked("side-figure", "it is about somebody or something beside what the article is about")
SEVERAL = Unasked("several", "the article tells more than one such thing of the same subject")
PEOPLE = Unasked("person", "the answer is a person, whom a question asks for by name")
VAGUE = Unasked("vague", "the answer is one of several, or does not say which")


def open_part_words(asked: OpenPart) -> tuple[str, str] | Unasked:
    """The question for a part and its model answer, or the reason why there are none."""
    clause = asked.clause
    if flaw := exclusion(_without_the_answer(asked)) or _subject_flaw(asked):
        return flaw
    stem = stem_for(clause, asked)
    if isinstance(stem, Unasked):
        return stem
    in_full = with_full_names(stem, clause.span.article, "")
    answer = answer_in_sentence(asked)
    if in_full is None:
        return NOT_PLAIN
    if isinstance(answer, Unasked):
        return answer
    return _slight(in_full, answer, asked) or (in_full + _how_many(asked), answer)


def _how_many(asked: OpenPart) -> str:
    """A sentence that tells how many things to name, if the answer is a list."""
    number = len(items_of(asked.part)) if asked.form in ("object", "phrase") else 0
    words = [word for word, value in UNIT_WORDS.items() if value == number >= FEWEST_ITEMS]
    more = asked.part.text.count(", ") >= number  # the tree has lost an item
    return f" Name all {words[0]}." if words and not more else ""


def _without_the_answer(asked: OpenPart) -> Clause:
    """The clause without the words that are asked for: "no" and "than" in them do not matter."""
    clause, gone = asked.clause, set(asked.part.tokens)
    kept = tuple(part for part in clause.parts if part.head != asked.part.head)
    marker = "" if asked.form == "attribute" and clause.marker == "to" else clause.marker  # "its aim is to win"
    return replace(clause, parts=kept, marker=marker, tokens=tuple(each for each in clause.tokens if each not in gone))


def exclusion(clause: Clause) -> Unasked | None:
    """Return why a clause is not asked about at all; None if it may be."""
    ground = next((each for each in GROUNDS if each.rule not in _WEIGHTLESS and each.holds(clause)), None)
    return Unasked(ground.rule, ground.reason) if ground else None


def answer_in_sentence(asked: OpenPart) -> str | Unasked:
    """The words that are asked for as a sentence, with names in full."""
    tree, said = asked.clause.tree, said_without(asked.clause, frozenset())
    if said is None or _goes_on(asked) or _has_a_gap(said):
        return NOT_CUT_OUT
    tokens = [each for each in asked.part.tokens if not (asked.form != "infinitive" and each in asked.part.marker)]
    every = sorted({*said.tokens, *tokens})
    if any(each.token in tokens and not _is_a_noun(tree, each) for each in pointers(tree, every, said.replaced)):
        return POINTS_OUT
    text = surface_text(tree, tokens, said.replaced).strip(" ,;:")
    if not has_balanced_marks(text) or GARBLED.search(text) or ODD.search(text):
        return NOT_CUT_OUT
    if RELATIVE.search(text) or HEDGES.search(text):
        return POINTS_OUT
    if asked.form == "clause" and _is_wished(tree, asked.part.head):
        text = f"that {text.removeprefix('that ')}"
    return capitalised(text.rstrip(".")) + "."


def _is_wished(tree: Tree, head: int) -> bool:
    """Return whether a clause without "that" is no sentence: "the tax be cut"."""
    verbs = [tree.tokens[each] for each in (head, *tree.dependents(head, "cop", "aux", "aux:pass"))]
    return not any(token.xpos in FINITE_TAGS or token.xpos == "MD" for token in verbs)


def _has_a_gap(said: Realised) -> bool:
    """Return whether something is left out of what opens a question, or between it and the subject."""
    if not said.opening or not said.subject or said.opening[0] > said.subject[0]:
        return False
    tokens = said.clause.tree.tokens
    between = range(said.opening[0], said.subject[0])
    return any(each not in said.opening and tokens[each].upos != "PUNCT" for each in between)


def _is_a_noun(tree: Tree, pointer: Pointer) -> bool:
    """Return whether a noun with "the" is left open, which whoever reads the article knows: "close the mill"."""
    return pointer.kind == "which" and tree.tokens[pointer.token].upos == "NOUN"


def _goes_on(asked: OpenPart) -> bool:
    """Return whether more of the answer may be behind the words that a parser takes for it, or more than it in them."""
    tree, part = asked.clause.tree, asked.part
    if part.tokens[-1] - part.tokens[0] >= len(part.tokens) or _tells_another(asked):
        return True
    behind = tree.tokens[part.tokens[-1] + 1 :]
    words = [token for token in behind if token.upos not in ("PUNCT", "ADV")][:2]
    if not words:
        return False
    if asked.form == "phrase" and words[0].xpos == "TO":
        return True
    if behind[0].upos in _OPENS_A_CLAUSE:
        return True  # "the road the council should take"
    joined = words[0].upos == "CCONJ" and len(words) > 1 and words[1].xpos not in ("VBD", "VBZ")
    return (joined and words[1].upos != "PRON") or words[0].form.lower() in _ADDING


def _tells_another(asked: OpenPart) -> bool:
    """Return whether a clause that is asked for takes in what else its subject did: "… and said that it rained"."""
    tree = asked.clause.tree
    return asked.form == "clause" and any(
        tree.tokens[one].upos == "CCONJ" and tree.tokens[one + 1].xpos in FINITE_TAGS for one in asked.part.tokens[:-1]
    )


def _subject_flaw(asked: OpenPart) -> Unasked | None:
    """Return why a part is not asked for because of what its clause is about; None if it may be."""
    clause = asked.clause
    subject = clause.subject
    assert subject is not None
    if clause.tree.tokens[subject.head].xpos.startswith("W"):
        return NOT_CUT_OUT
    if clause.tree.tokens[subject.head].lemma.lower() in _OF_THE_TEXT:
        return VAGUE
    if asked.form in ("object", "phrase") and _is_somebody(asked):
        return PEOPLE
    name = meant_by_subject(clause)
    if name is not None and name.kind == PERSON and is_minor(name):
        return SIDE
    if name is None and (_VAGUE.match(subject.text) or (asked.form == "attribute" and _A.match(subject.text))):
        return VAGUE
    if "," in subject.text and not clause.shares_subject:
        return NOT_PLAIN
    return SEVERAL if has_rival(asked) else None


def _is_somebody(asked: OpenPart) -> bool:
    """Return whether the answer is a person, by name or not."""
    token = asked.clause.tree.tokens[asked.part.head]
    name = name_at(token.span)
    return (name is not None and name.kind == PERSON) or (token.xpos == "NN" and is_person(token.lemma.lower()))


def _slight(stem: str, answer: str, asked: OpenPart) -> Unasked | None:
    head = asked.clause.tree.tokens[asked.part.head]
    if _VAGUE.match(answer) or (asked.form in ("object", "phrase") and head.lemma.lower() in _OPEN_HEADS):
        return VAGUE
    if asked.form == "infinitive" and _WITHOUT_A_SETTING.fullmatch(stem):
        return VAGUE
    if asked.form == "clause" and _says_only_who(asked, stem):
        return VAGUE
    new = set(content_words(answer)) - set(content_words(stem))
    if len(new) < _FEWEST[asked.form] or len(answer.split()) > _LONGEST:
        return SLIGHT
    if _OPENS_A_CHANGE.search(stem):
        return POINTS_OUT
    begun = BEGINS.search(stem)
    plain = begun is not None and "," not in stem[begun.end() :] and not _keeps_a_capital(asked, stem[begun.end() :])
    return None if plain else NOT_PLAIN


def _says_only_who(asked: OpenPart, stem: str) -> bool:
    """Return whether a question tells nothing but a person and a verb of thought or speech: "What did Lee state?"."""
    name = meant_by_subject(asked.clause)
    verb = asked.clause.tree.tokens[asked.clause.head].lemma.lower()
    open_verb = verb in _SAYING_LITTLE and name is not None and name.kind == PERSON
    return open_verb and re.fullmatch(rf"What did [^,]+ {verb}\?", stem) is not None


def _keeps_a_capital(asked: OpenPart, asking: str) -> bool:
    """Return whether a common noun has the capital of its sentence's beginning inside a question."""
    first = asked.clause.tree.tokens[0]
    return (
        first.upos != "PROPN"
        and first.form[:1].isupper()
        and asking.startswith(f" {first.form} ")
        and name_at(first.span) is None
    )
