"""Questions about features: which act, which affair, which nervous system has the feature.

Next: `open_features`.
"""

from collections.abc import Sequence

from quizengine import (
    ChoiceQuestion,
    Evidence,
    Fact,
    Origin,
    Refusal,
    ShortTextQuestion,
    Span,
    article_says,
    cache_per_facts,
)
from quizengine.language import capitalised, name_by_full_form, sentence_of, tree_at
from quizengine_key_terms.definition import NAME
from quizengine_key_terms.feature_facts import all_told_in
from quizengine_key_terms.features import Feature, Told
from quizengine_key_terms.short_forms import short_forms
from quizengine_key_terms.term_options import WANTED, capitalised_option


def ask_feature(fact: Feature, others: Sequence[Fact]) -> ChoiceQuestion | ShortTextQuestion | Refusal:
    """The question for a feature: to choose where the article tells of enough others of its name, else to type."""
    told = told_by_term(others).get(fact.term)
    if told is None:
        return Refusal(fact.term, "not-asked", "the clause is not read the same twice")
    which = f"which {'kind of ' if told.kind else ''}{told.noun} {told.told}?"
    stem = told.stem or capitalised(f"{told.opening}, {which}" if told.opening else which)
    proof = sentence_of(fact.term)
    rationale = article_says(proof.text)
    wrong = () if told.stem else _others(told, others)
    if wrong:
        return ChoiceQuestion(
            stem=stem,
            answer=capitalised_option(told.words),
            distractors=tuple(map(capitalised_option, wrong)),
            rationale=rationale,
            evidence=Evidence.of(proof),
            origin=Origin(NAME, "which of a name"),
            tags=("key terms",),
        )
    return ShortTextQuestion(
        stem=stem,
        answer=told.words,
        accept=tuple(dict.fromkeys(form for form in _other_forms(told, fact.term) if form != told.words)),
        rationale=rationale,
        evidence=Evidence.of(proof),
        origin=Origin(NAME, "under a name" if told.stem else "typed name"),
        tags=("key terms",),
    )


def _other_forms(told: Told, term: Span) -> tuple[str, ...]:
    """A term without its year or its noun, its abbreviation, and a name with the year that it has elsewhere."""
    name = name_by_full_form(term.article, told.words)
    short = short_forms(term.article, told.words)
    one = (told.one,) if told.one else ()
    return (told.without_year, told.without_noun, *one, *short, *(name.dated_forms if name else ()))


@cache_per_facts
def told_by_term(facts: Sequence[Fact]) -> dict[Span, Told]:
    """Return what each feature tells, in words, by its term."""
    found = ((fact, _told_of(fact)) for fact in facts if isinstance(fact, Feature))
    return {fact.term: told for fact, told in found if told is not None}


@cache_per_facts
def _names_by_noun(facts: Sequence[Fact]) -> dict[str, tuple[str, ...]]:
    """The names of which something is told, by the noun that says what they are, in the order of the article."""
    found: dict[str, dict[str, None]] = {}
    for told in told_by_term(facts).values():
        if told.proper:
            found.setdefault(told.noun, {})[told.words] = None
    return {noun: tuple(words) for noun, words in found.items()}


def _told_of(fact: Feature) -> Told | None:
    tree = tree_at(fact.term)
    found = all_told_in(tree) if tree else ()
    return next((told for told in found if isinstance(told, Told) and told.feature == fact), None)


def _others(told: Told, facts: Sequence[Fact]) -> tuple[str, ...]:
    """Three other names with the same noun, of which the article says something else; () where there are fewer."""
    if not told.proper:  # one nervous system may be part of another one
        return ()
    known = _names_by_noun(facts).get(told.noun, ())
    named = [words for words in known[: WANTED + 1] if words != told.words]
    return tuple(named[:WANTED]) if len(named) >= WANTED else ()
