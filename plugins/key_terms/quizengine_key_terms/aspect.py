"""An aspect of a thing: its function, its parts, its types, with what a sentence says of it.

Next: `aspects`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from quizengine import Fact, OpenQuestion, Refusal, Span
from quizengine.language import (
    Tree,
    capitalised,
    full_names,
    has_balanced_marks,
    main_clause,
    sentence_of,
    surface_text,
)
from quizengine_key_terms.open_pointers import open_pointers, refers_to_the_text, we_as_people
from quizengine_key_terms.patterns.openings import opening_source
from quizengine_key_terms.questions_in_words import MOST_WORDS, TOO_LONG, question_in_words

_REFERENCE = re.compile(r" \((?:see |e\.g\., )?(?:[Ff]ig|[Tt]able|[Cc]hapter|[^()]*\b(?:19|20)\d\d)[^()]*\)")
"""Brackets that only refer to a figure or a source."""


@dataclass(frozen=True, kw_only=True)
class Aspect(Fact):
    """An aspect of a thing with what a sentence says of it."""

    kind: str = "aspect"
    term: Span
    said: Span
    rule: str = field(default="aspect", compare=False)
    stem: str = field(compare=False, repr=False)
    answer: str = field(compare=False, repr=False)

    def values(self) -> dict[str, Span]:
        """The thing with its aspect, and what is said."""
        return {"term": self.term, "said": self.said}


def ask_aspect(fact: Aspect) -> OpenQuestion:
    """The open question for an aspect."""
    return question_in_words(fact.stem, fact.answer, sentence_of(fact.term), fact.rule)


@dataclass(frozen=True)
class Told:
    """The parts of a sentence about an aspect."""

    tree: Tree
    term: tuple[int, ...]
    said: tuple[int, ...]
    shown: tuple[int, ...]
    """The tokens of a whole model answer."""
    stated: bool = False
    """True if it was read off words that state it whatever the tree of the sentence says."""

    @cached_property
    def replaced(self) -> Mapping[int, str]:
        """The words in place of pronouns and short names."""
        return replacements(self.tree)

    def asked(self, stem: str, reason: str = "", rule: str = "aspect", answer: str = "") -> Aspect | Refusal:
        """The aspect with its question, or the reason why it is not asked about.

        `answer` is the model answer where its words do not stand so in the sentence.
        """
        own = _REFERENCE.sub("", answer).rstrip(" ,;:.")
        answers = [own] if own else [self.words(self.shown), self.words(self.said)]
        answer = next((words for words in answers if len(words.split()) <= MOST_WORDS), "")
        reason = reason or self._fault() or ("" if answer else TOO_LONG)
        if reason:
            return Refusal(self.tree.span(self.term), "no-aspect", reason)
        term, said = self.tree.span(self.term), self.tree.span(self.said)
        return Aspect(term=term, said=said, rule=rule, stem=f"{capitalised(stem)}?", answer=f"{answer}.")

    def words(self, tokens: Sequence[int]) -> str:
        """Some of the tokens as a model answer has them: without references, and with a capital."""
        words = _REFERENCE.sub("", surface_text(self.tree, tokens, self.replaced))
        return capitalised(words.rstrip(" ,;:."))

    def _fault(self) -> str:
        """Return why the sentence is not asked about; empty if it can be."""
        tree, clause, words = self.tree, main_clause(self.tree), self.words(self.said)
        stated = clause is not None and (clause.is_fact or clause.verb.modal == "can") and not clause.verb.negated
        stated = stated or self.stated
        if not stated or (clause and clause.said and not opening_source(tree)):
            return "the article does not state it as a fact that holds by itself"
        past = clause is not None and clause.verb.tense == "past"
        pointers = open_pointers(tree, sorted({*self.term, *self.said}), self.replaced, past)
        if any(each in self.term or tree.tokens[each].upos != "NOUN" for each in pointers):
            return "it points to something told elsewhere"
        if not has_balanced_marks(words) or re.search(r"[“”\"]", words):
            return "it holds a quotation, or brackets are cut apart"
        if refers_to_the_text(words):
            return "it refers to a part of the text"
        if self._goes_on_in_brackets() and not words.endswith(")"):
            return "it goes on in brackets behind the words that were read"
        ends = tree.sentence.span.text.rstrip()[-1:] in ".)"
        return "" if ends else "its sentence does not end with a full stop"

    def _goes_on_in_brackets(self) -> bool:
        """Return whether brackets are right behind what is said that do not only refer to a figure or a source."""
        behind = self.tree.sentence.span.text[self.tree.span(self.said).end - self.tree.sentence.span.start :]
        return behind.startswith(" (") and _REFERENCE.match(behind) is None


def replacements(tree: Tree) -> Mapping[int, str]:
    """The words in place of pronouns and short names in a sentence."""
    everything = range(len(tree.tokens))
    return {**full_names(tree, everything), **we_as_people(tree, everything)}
