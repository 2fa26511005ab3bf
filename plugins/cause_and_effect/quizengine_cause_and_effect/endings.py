"""Asks how a sentence of the article ends: a way to ask for a cause that no plain question fits."""

import re

from quizengine import Span
from quizengine.language.names import mentioned
from quizengine.language.sentences import sentence_of
from quizengine.language.words import words_in
from quizengine_cause_and_effect.arguments import without_opening
from quizengine_cause_and_effect.borders import breaks_off
from quizengine_cause_and_effect.drafts import CAUSE, CannotBe, Draft
from quizengine_cause_and_effect.forms import Form
from quizengine_cause_and_effect.naming import stands_alone
from quizengine_cause_and_effect.parts_of_relation import sentence_before, short
from quizengine_cause_and_effect.pool import form_of
from quizengine_cause_and_effect.relations import CausalRelation

_MOST_WORDS = 45
"""Of the article in a stem."""
_END = re.compile(r"[.!]?\s*\Z")
_PERSON = re.compile(r"(?i)\b(?:he|she|his|her)\b")
_ELSEWHERE = frozenset(("we", "us", "our", "i", "my", "me", "you", "your", "this", "that", "these", "those", "such"))


def ending(relation: CausalRelation) -> Draft:
    """Ask, for example, “Which words end this sentence of the article? “The bridge closed because …””.

    Raises CannotBe when the cause does not end its sentence, or the sentence needs more than the one before it.
    """
    sentence, key, form = sentence_of(relation.cause), relation.cause, form_of(relation.cause)
    if relation.signal is None or not relation.effect.end <= relation.signal.start < key.end:
        raise CannotBe("the cause does not stand at the end")
    if sentence != sentence_of(relation.effect) or not _END.match(sentence.article.text[key.end : sentence.end]):
        raise CannotBe("the cause does not end its sentence")
    if form in (None, Form.ACTION) or relation.rule == "to do" or breaks_off(key):
        raise CannotBe("the words at the end may belong to another verb")
    if any(word.text.lower() in _ELSEWHERE for word in words_in(key)):
        raise CannotBe(f"“{short(key)}” needs more than its sentence")
    shown = without_opening(sentence.article.span(_context(sentence).start, key.start))
    text = " ".join(shown.text.split())
    if re.search(r"[\"“”()]", text) or len(text.split()) > _MOST_WORDS:
        raise CannotBe("the sentence is too long to quote, or quotes others")
    stem = f"Which words end this sentence of the article? “{text} …”"
    return Draft(CAUSE, stem, key, form, (shown,), as_it_is=True)


def _context(sentence: Span) -> Span:
    """The sentence, with the one before where it says "she" and only one person is named there."""
    if stands_alone(sentence):
        return sentence
    before = sentence_before(sentence)
    if not _PERSON.search(sentence.text) or before is None or before.paragraph != sentence.paragraph:
        raise CannotBe("the sentence points to what is named elsewhere")
    people = {
        name.full for span, name in mentioned(sentence.article) if before.contains(span) and name.kind == "person"
    }
    if len(people) != 1 or not stands_alone(before):
        raise CannotBe("the sentence points to what is named elsewhere")
    return before.to(sentence)
