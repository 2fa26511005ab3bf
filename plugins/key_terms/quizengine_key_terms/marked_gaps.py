"""Terms that a sentence introduces with "called" or "known as" without defining them; asked for by a gap.

Next: `definition_facts`.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quizengine import Article, Evidence, Fact, Origin, ShortTextQuestion, Span, article_says
from quizengine.language import Tree, gapped_sentence, sentence_of
from quizengine_key_terms.broken_meanings import breaks_off_behind
from quizengine_key_terms.definition import NAME
from quizengine_key_terms.meanings import POINTS_BACK
from quizengine_key_terms.patterns.candidate import Candidate
from quizengine_key_terms.shared_words import shared_words
from quizengine_key_terms.synonyms import forms_to_type
from quizengine_key_terms.terms import Term, term_of

_INTRODUCING = frozenset({"called", "is called", "act called"})
_ALSO = frozenset({"also", "too", "otherwise", "alternatively", "variously"})
_LONGEST = 3
"""Words of a term that is typed."""


@dataclass(frozen=True, kw_only=True)
class MarkedTerm(Fact):
    """A term in the sentence that introduces it."""

    kind: str = "term in a sentence"
    term: Span
    sentence: Span
    words: Term = field(compare=False, repr=False)
    stem: str = field(compare=False, repr=False)

    def values(self) -> dict[str, Span]:
        """The term and its sentence."""
        return {"term": self.term, "sentence": self.sentence}


def introduces(candidate: Candidate) -> bool:
    """Return whether the verb of a candidate says that what follows is a term."""
    return candidate.rule in _INTRODUCING


def marked_terms(article: Article, introduced: Iterable[Candidate], defined: Collection[str]) -> Iterator[MarkedTerm]:
    """Yield the terms that candidates introduce, without those that are asked for by their definitions.

    `defined` are these, in small letters.
    """
    title = article.title.text.casefold() if article.title else ""
    known = set(defined)
    for candidate in introduced:
        tree, term = candidate.tree, term_of(candidate)
        if isinstance(term, str) or term.proper:  # "a colony called Orra": fact_recall asks for names
            continue
        if term.words.casefold() in known or term.words.casefold() in title:
            continue
        if _is_one_more(tree, term.tokens) or any(breaks_off_behind(tree, at) for at in range(len(tree.tokens))):
            continue
        found = gapped_sentence(tree, term.tokens, term.words)
        if found is None or len(term.words.split()) > _LONGEST or _is_unfit(term, " ".join(found)):
            continue
        known.add(term.words.casefold())
        stem = f"{found[0]} Which term is missing? “{found[1]}”".strip()
        yield MarkedTerm(term=tree.span(term.tokens), sentence=tree.sentence.span, words=term, stem=stem)


def ask_marked(fact: MarkedTerm) -> ShortTextQuestion:
    """The question for a term in its sentence."""
    proof = sentence_of(fact.term)
    return ShortTextQuestion(
        stem=fact.stem,
        answer=fact.words.words,
        accept=forms_to_type(proof.article, fact.words.words, (*fact.words.accepted, *fact.words.other_number)),
        rationale=article_says(proof.text),
        evidence=Evidence.of(proof),
        origin=Origin(NAME, "term in a gap"),
        tags=("key terms",),
    )


def _is_one_more(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether the sentence may name several such terms: "also known as …", "called a poet, a thinker and …"."""
    first, last = tokens[0], tokens[-1]
    behind = [each.form.lower() for each in tree.tokens[last + 1 : last + 3]]
    added = any(each.form.lower() in _ALSO for each in tree.tokens[:first])
    listed = behind[:1] in (["and"], ["or"]) or tree.tokens[last].relation == "conj"
    listed = listed or any(each > last for each in tree.dependents(last, "conj"))
    return added or listed


def _is_unfit(term: Term, shown: str) -> bool:
    return bool(shared_words(term.words, shown)) or POINTS_BACK.search(shown) is not None
