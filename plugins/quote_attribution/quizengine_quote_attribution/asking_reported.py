"""Who said something that the article tells in its own words: the sentence itself, turned into a question.

Next: `quizengine.language.realise`, which does the turning.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from quizengine import ChoiceQuestion, Evidence, Fact, Origin, Question, Refusal
from quizengine.language import Pointer, Realised, full_names, pointers, question, realised, tree_at
from quizengine.language.content_words import content_words
from quizengine.language.discourse.pronouns import PRONOUNS
from quizengine.language.names import named_in_full
from quizengine.language.syntax.tree import is_a
from quizengine.language.word_lists import listed
from quizengine_quote_attribution.candidates import FEWEST_DISTRACTORS, other_speakers
from quizengine_quote_attribution.reported import Statement, clause_of
from quizengine_quote_attribution.substance import is_beside_the_point, says_too_little

_MARKS = frozenset({"“", "”", '"', "``", "''"})
_ENDS = _MARKS | {"."}
_OF_MANY = listed("they them their themselves")
_OF_ONE = listed("its itself")
_GENDERED = re.compile(r"(?i)\b(?:he|him|his|himself|she|hers?|herself)\b")
"""What somebody tells of himself, others of the article cannot have said."""
_DAY = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{1,2}\b"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
_FEWEST_TELLING = 4
"""Words that carry sense in what was said, beside the verb and "who"."""
_FEWEST_WORDS = 8
_MOST_WORDS = 35
_FULL_STOP_INSIDE = re.compile(r"[.,](?=[”\"’]\?\Z)")
_WHOLE_SENTENCE = re.compile(r"[“\"](?:[^”\"]*[.?!]){2,}[^”\"]*[”\"]")


def ask_reported(fact: Statement, others: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    """Who said that …? With others of the article as options."""
    stem = stem_of(fact)
    reason = "" if stem else "the sentence cannot be turned into a question that stands alone"
    name = named_in_full(fact.cue.article, fact.name)
    distractors = other_speakers(name, stem, others, rng) if name and stem else ()
    if not reason and len(distractors) < FEWEST_DISTRACTORS:
        reason = "the article names too few others who may have said it"
    if reason or name is None:
        yield Refusal(fact.content, "reported", reason)
        return
    yield ChoiceQuestion(
        stem=stem,
        answer=name.full,
        distractors=distractors,
        rationale=f"The article gives this statement to {name.full}.",
        evidence=Evidence.of(clause_of(fact).tree.sentence.span),
        origin=Origin("quote_attribution", "reported"),
        tags=("quote attribution",),
    )


def stem_of(fact: Statement) -> str:
    """The question for whoever said so; empty where it does not stand alone, or says too little."""
    name = named_in_full(fact.cue.article, fact.name)
    who = "who" if name and name.kind == "person" else "which organisation"
    said, subject = _realised(fact), clause_of(fact).subject
    asked = question(said, subject, who) if said and subject else None
    stem = _FULL_STOP_INSIDE.sub("", asked or "")
    words = stem.split()
    fits = _FEWEST_WORDS <= len(words) <= _MOST_WORDS and not says_too_little(" ".join(["what", *words[3:]]))
    names_itself = name is not None and any(part in words for part in name.full.split() if len(part) > 2)
    first = fact.cue.text == "".join(words[1:2]) and not _GENDERED.search(stem)
    sound = fits and first and not names_itself and not _WHOLE_SENTENCE.search(stem)
    return stem if sound and _is_worth_asking(fact) else ""


def _is_worth_asking(fact: Statement) -> bool:
    """Whether what was said tells more than the day of something, and of what the article is about."""
    telling = set(content_words(fact.content.text))
    return (
        len(telling) >= _FEWEST_TELLING
        and not _DAY.search(fact.content.text)
        and not is_beside_the_point([fact.content])
    )


def _realised(fact: Statement) -> Realised | None:
    """The reporting clause up to the end of what is said; None where anything in it points outside."""
    clause = clause_of(fact)
    tree, replaced = clause.tree, full_names(clause.tree, clause.tokens)
    said = realised(clause, replaced)
    if said is None or clause.subject is None or (said.opening and not _only_tells_when(said)):
        return None
    last = max(tree.tokens_in(fact.content))  # what stands behind it tells about the saying
    while last + 1 < len(tree.tokens) and tree.tokens[last + 1].form in _ENDS:
        last += 1
    said = replace(said, opening=(), said=tuple(each for each in said.said if each <= last))
    own = dict.fromkeys(clause.subject.tokens, "")
    if any(not _is_told(fact, pointer) for pointer in pointers(tree, said.tokens, {**replaced, **own})):
        return None
    return replace(said, replaced={**said.replaced, **_with_that(said)})


def _only_tells_when(said: Realised) -> bool:
    opening = set(said.opening)
    parts = [part for part in said.clause.adjuncts() if opening & set(part.tokens)]
    return bool(parts) and all(part.circumstance == "time" for part in parts)


def _is_told(fact: Statement, pointer: Pointer) -> bool:
    """Whether the words of a statement tell themselves what one of them points at.

    "They" behind a subject in the plural, "its" behind a noun, a noun with "the" that is in the title, "we" in
    quotation marks.
    """
    tree, at = tree_at(fact.content), pointer.token
    if tree is None:
        return False
    word = tree.tokens[at]
    before = [tree.tokens[each] for each in tree.tokens_in(fact.content) if each < at]
    if any(token.relation == "expl" for token in before) and pointer.kind == "who":
        return False  # "there were concerns they would stay"
    if pointer.kind == "speaker":
        return sum(token.form in _MARKS for token in before) % 2 == 1
    if word.form.lower() in PRONOUNS:
        return False
    if word.form.lower() in _OF_MANY:
        return any(token.xpos == "NNPS" or (token.xpos == "NNS" and token.relation == "nsubj") for token in before)
    if word.form.lower() in _OF_ONE:
        return any(token.upos in ("NOUN", "PROPN") and token.relation == "nsubj" for token in before)
    title = fact.cue.article.title
    return word.upos == "NOUN" and title is not None and word.lemma.lower() in title.text.lower().split()


def _with_that(said: Realised) -> dict[int, str]:
    """The first word of what is said with "that" before it, where the article leaves it out."""
    clause = said.clause
    for part in clause.of_role("clausal complement"):
        tree = clause.tree
        heads = tree.dependents(part.head, "mark", "advmod", "det", "nsubj")
        asked = any(tree.tokens[each].xpos in ("WRB", "WP", "WDT") for each in heads)
        marked = tree.dependent(part.head, "mark") is not None
        inside = [each for each in part.tokens if each in said.said and tree.tokens[each].upos != "PUNCT"]
        finite = any(is_a(tree.tokens[each].relation, "nsubj") for each in tree.children[part.head])
        quoted = inside and tree.tokens[inside[0] - 1].form in ("“", '"', "``")
        if inside and finite and not asked and not marked and not quoted and inside[0] > clause.head:
            word = said.replaced.get(inside[0]) or said.words([inside[0]])
            return {inside[0]: f"that {word}"}
    return {}
