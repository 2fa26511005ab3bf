"""Asks for a name in a sentence about a cause, with names of the same kind as options or to be typed.

Next: `statements`.
"""

import re
from collections.abc import Iterator

from quizengine import ChoiceQuestion, ShortTextQuestion
from quizengine.language import GAP, Name, capitalised, mentions_between, names_in
from quizengine_cause_and_effect.causal_sentences import in_a_sentence
from quizengine_cause_and_effect.name_slots import Slot, all_name_slots, main_name, shown_words
from quizengine_cause_and_effect.question_parts import choice_question, typed_question
from quizengine_cause_and_effect.relation_sentences import CannotBe, Told
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.replacement_names import other_names

_OPTIONS = 3
_CUT_OFF = re.compile(r" (?:by|of|in|to|for|with|at|from|on|than|and|or)\W*\Z")
"""The end of a sentence of which a year or the like was left out, as in "it had 40 members by"."""
_LONGEST, _FEWEST = 28, 7
"""Words of the sentence, and of what it says beside the name."""
_RULE = "missing name"
_KINDS = frozenset({"person", "country", "city", "state"})


def missing_name(relation: CausalRelation) -> ChoiceQuestion | ShortTextQuestion:
    """“Whose name is missing? “_____ founded the school …””; raises CannotBe."""
    reason = CannotBe("its sentence cannot be shown")
    for sentence in in_a_sentence(relation):
        try:
            return gap_question(relation, sentence)
        except CannotBe as why:
            reason = why
    raise reason


def gap_question(relation: CausalRelation, sentence: Told) -> ChoiceQuestion | ShortTextQuestion:
    """The same in one sentence."""
    if sentence.by_title or len(sentence.text.split()) > _LONGEST:
        raise CannotBe("it is too long for a gap")
    if _CUT_OFF.search(sentence.text):
        raise CannotBe("its end is cut off")
    article = sentence.clause.tree.sentence.span.article
    title = article.title.text if article.title else ""
    for slot in all_name_slots(sentence):
        words = shown_words(sentence, slot.tokens)
        hidden = slot.full != main_name(article) and not any(
            word in f"{title} {sentence.lead}" for word in words.split()
        )
        government = slot.kind == "city" and set(slot.tokens) <= set(sentence.said.subject)
        if not hidden or government or slot.kind not in _KINDS or _is_told_otherwise(sentence, words):
            continue  # a capital that does something stands for its country, which would be right as well
        if len(sentence.text.split()) - len(words.split()) < _FEWEST:
            continue  # "_____ was fined for his foul"
        asked = "Whose name" if slot.kind == "person" else f"Which {slot.kind}"
        stem = f"{sentence.lead}{asked} is missing? “{_with_gap(sentence, words)}”"
        accepted = tuple(accepted_for(sentence, slot))
        names = other_names(article, slot, sentence)
        if accepted and (slot.kind == "person" or len(names) < _OPTIONS):
            return typed_question(relation, _RULE, stem, accepted)  # what people do in an article rules others out
        if len(names) >= _OPTIONS:
            return choice_question(relation, _RULE, stem, slot.full, tuple(names[:_OPTIONS]))
    raise CannotBe("no name in it can be asked for")


def _with_gap(sentence: Told, words: str) -> str:
    return capitalised(sentence.text.replace(words, GAP, 1))


def _is_told_otherwise(sentence: Told, words: str) -> bool:
    """Return whether another word of the sentence tells the name: "_____ and the people of Cork"."""
    rest = sentence.text.replace(words, "", 1).casefold()
    return any(len(word) > _SHORT and word.casefold().strip(".,’'s") in rest for word in words.split())


_SHORT = 3


def accepted_for(sentence: Told, slot: Slot) -> Iterator[str]:
    """The full name, and the short form by which the article calls a person."""
    name = _name(sentence, slot)
    if name is None or len(name.full.split()) > _SHORT:
        return
    yield name.full
    if name.kind == "person" and name.surname != name.full:
        yield name.surname


def _name(sentence: Told, slot: Slot) -> Name | None:
    span = sentence.clause.tree.sentence.span
    here = (name for _, name in mentions_between(span.article, span.start, span.end))
    found = next((name for name in here if name.full == slot.full), None)
    return found or next((name for name in names_in(span.article) if name.full == slot.full), None)
