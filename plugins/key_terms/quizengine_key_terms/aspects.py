"""What a sentence says outright of a thing: its function, its parts, its types; asked for openly.

Next: `definition_facts`.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quizengine import Article, Evidence, Fact, OpenQuestion, Origin, Refusal, Span, article_says
from quizengine.language import (
    Tree,
    capitalised,
    content_words,
    full_names,
    has_balanced_marks,
    main_clause,
    sentence_of,
    surface_text,
    trees,
    uncapitalised,
    word_set,
)
from quizengine_key_terms.aspect_lists import counted_list, subject_words
from quizengine_key_terms.definition import NAME
from quizengine_key_terms.open_pointers import open_pointers, we_as_people
from quizengine_key_terms.open_questions import MOST_WORDS
from quizengine_key_terms.patterns.openings import first_behind_a_remark, first_behind_an_opening, opening_source
from quizengine_key_terms.patterns.sentences import made_up_at

_ASPECTS = word_set(
    """
    function purpose role cause effect advantage disadvantage benefit drawback difference part component type kind
    branch stage class category element characteristic feature principle property layer phase division subdivision
    symptom consequence responsibility duty ingredient similarity
    """
)
"""Nouns whose "of" says of what thing they are an aspect."""
_OPEN = word_set("one some many most several other another")
"""Words that leave open how many more there are."""
_NO_NOUNS = frozenset({"JJ", "JJR", "VBN", "VBG"})
"""Tags of words with which something is said that is no aspect: "the effects are obvious"."""
_REFERENCE = re.compile(r" \((?:see |e\.g\., )?(?:[Ff]ig|[Tt]able|[Cc]hapter|[^()]*\b(?:19|20)\d\d)[^()]*\)")
"""Brackets that only refer to a figure or a source."""
_FEWEST_TOKENS, _FEWEST_PARTS = 3, 3
"""Tokens of what is said, and content words of what a thing is made up of."""


@dataclass(frozen=True, kw_only=True)
class Aspect(Fact):
    """An aspect of a thing with what a sentence says of it."""

    kind: str = "aspect"
    term: Span
    said: Span
    stem: str = field(compare=False, repr=False)
    answer: str = field(compare=False, repr=False)

    def values(self) -> dict[str, Span]:
        """The thing with its aspect, and what is said."""
        return {"term": self.term, "said": self.said}


def aspects(article: Article, defined: Collection[str]) -> Iterator[Aspect | Refusal]:
    """Yield what the sentences of an article say of aspects, and a refusal for what cannot be asked about.

    `defined` are the terms, in small letters, that are asked about by their definitions.
    """
    asked: set[str] = set()
    for tree in trees(article):
        found = _found_in(tree)
        if isinstance(found, Refusal):
            yield found
        elif found and found.stem not in asked and _bare(found.term.text) not in defined:
            yield found
            asked.add(found.stem)


def _found_in(tree: Tree) -> Aspect | Refusal | None:
    places = range(2, len(tree.tokens) - _FEWEST_TOKENS)
    return next((found for at in places for find in _FINDERS if (found := find(tree, at))), None)


def ask_aspect(fact: Aspect) -> OpenQuestion:
    """The open question for an aspect."""
    proof = sentence_of(fact.term)
    return OpenQuestion(
        stem=fact.stem,
        answer=fact.answer,
        rationale=article_says(proof.text),
        evidence=Evidence.of(proof),
        origin=Origin(NAME, "aspect"),
        tags=("key terms",),
    )


def _bare(words: str) -> str:
    return re.sub(r"\A(?:an?|the) ", "", words.casefold())


@dataclass(frozen=True)
class _Told:
    """The parts of a sentence about an aspect."""

    tree: Tree
    term: tuple[int, ...]
    said: tuple[int, ...]
    shown: tuple[int, ...]
    """The tokens of a whole model answer."""

    @property
    def replaced(self) -> Mapping[int, str]:
        """The words in place of pronouns and short names."""
        return _replaced(self.tree)

    def asked(self, stem: str, reason: str = "") -> Aspect | Refusal:
        """The aspect with its question, or the reason why it is not asked about."""
        answers = [self._words(self.shown), self._words(self.said)]
        answer = next((words for words in answers if len(words.split()) <= MOST_WORDS), "")
        reason = reason or self._fault() or ("" if answer else f"the model answer has more than {MOST_WORDS} words")
        if reason:
            return Refusal(self.tree.span(self.term), "no-aspect", reason)
        term, said = self.tree.span(self.term), self.tree.span(self.said)
        return Aspect(term=term, said=said, stem=f"{capitalised(stem)}?", answer=f"{answer}.")

    def _words(self, tokens: Sequence[int]) -> str:
        words = _REFERENCE.sub("", surface_text(self.tree, tokens, self.replaced))
        return capitalised(words.rstrip(" ,;:."))

    def _fault(self) -> str:
        """Return why the sentence is not asked about; empty if it can be."""
        tree, clause, words = self.tree, main_clause(self.tree), self._words(self.said)
        stated = clause is not None and (clause.is_fact or clause.verb.modal == "can") and not clause.verb.negated
        if not stated or (clause and clause.said and not opening_source(tree)):
            return "the article does not state it as a fact that holds by itself"
        past = clause is not None and clause.verb.tense == "past"
        pointers = open_pointers(tree, sorted({*self.term, *self.said}), self.replaced, past)
        if any(each in self.term or tree.tokens[each].upos != "NOUN" for each in pointers):
            return "it points to something told elsewhere"
        if not has_balanced_marks(words) or re.search(r"[“”\"]", words):
            return "it holds a quotation, or brackets are cut apart"
        ends = tree.sentence.span.text.rstrip()[-1:] in ".)"
        return "" if ends else "its sentence does not end with a full stop"


def _replaced(tree: Tree) -> Mapping[int, str]:
    everything = range(len(tree.tokens))
    return {**full_names(tree, everything), **we_as_people(tree, everything)}


def _said_at(tree: Tree, verb: int) -> Aspect | Refusal | None:
    """What is said of an aspect by a verb: "the function of the heart is to …"; None at other tokens."""
    term = _aspect_before(tree, verb) if tree.tokens[verb].form in ("is", "are", "was", "were") else ()
    if not term:
        return None
    said = tree.trimmed(range(verb + 1, len(tree.tokens)))
    told = _Told(tree, term, said, (*term, verb, *said))
    first, reason = tree.tokens[said[0]], ""
    if {tree.tokens[each].form.lower() for each in term} & _OPEN:
        reason = "it may be one of several"
    elif first.upos in ("ADV", "VERB") or first.xpos in _NO_NOUNS or first.form in ("not", "that"):
        reason = "it does not say what it is"
    words = uncapitalised(surface_text(tree, term, told.replaced))
    return told.asked(f"what {tree.tokens[verb].form} {words}", reason)


def _aspect_before(tree: Tree, verb: int) -> tuple[int, ...]:
    """The subject before a verb if it is an aspect of something: "the function of the heart"; () for others."""
    tokens, first = tree.tokens, first_behind_a_remark(tree)
    of = next((each for each in range(first, verb) if tokens[each].form.lower() in ("of", "between")), 0)
    opens = of - first > 1 and tokens[first].form.lower() == "the"
    if not opens or tokens[of - 1].lemma.lower() not in _ASPECTS or tokens[of - 1].upos != "NOUN":
        return ()
    plain = all(tokens[each].upos not in ("VERB", "AUX", "PUNCT", "SCONJ") for each in range(first, verb))
    return tuple(range(first, verb)) if plain and of < verb - 1 else ()


def _listed_at(tree: Tree, mark: int) -> Aspect | Refusal | None:
    """The list behind a mark, if the sentence says how many items it has; None at other tokens."""
    found = counted_list(tree, mark, _replaced(tree)) if tree.tokens[mark].upos == "PUNCT" else None
    if found is None:
        return None
    source, term = opening_source(tree), tuple(range(first_behind_an_opening(tree), mark))
    lead = f"{surface_text(tree, source)}, " if source else ""
    return _Told(tree, term, found.items, found.items).asked(lead + found.stem)


def _made_of_at(tree: Tree, index: int) -> Aspect | Refusal | None:
    """What something is made up of: "the column consists of 24 bones"; None at other tokens."""
    length = made_up_at(tree, index)
    term = tuple(range(first_behind_a_remark(tree), index)) if length else ()
    words = subject_words(tree, term, _replaced(tree))
    if not words:
        return None
    end = next((at for at in range(index, len(tree.tokens)) if tree.tokens[at].form in (";", ":")), len(tree.tokens))
    said = tree.trimmed(range(index + length, end))
    plural = tree.tokens[index].form in ("are", "consist")
    told_before = plural and tree.tokens[term[0]].upos == "DET"
    told = _Told(tree, term, said, (*term, *range(index, index + length), *said))
    reason = "it may be one thing, told before" if told_before else ""
    if len(set(content_words(surface_text(tree, said)))) < _FEWEST_PARTS:
        reason = "what it is made up of is one thing"
    return told.asked(f"what {'are' if plural else 'is'} {words} made up of", reason)


_FINDERS: tuple[Callable[[Tree, int], Aspect | Refusal | None], ...] = (_said_at, _listed_at, _made_of_at)
