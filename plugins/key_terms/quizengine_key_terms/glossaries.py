"""Several definitions of one kind as a matching question.

Next: `definition_facts`.
"""

from collections.abc import Iterator, Sequence
from random import Random

from quizengine import Evidence, Fact, MatchingQuestion, Origin, Pair, Refusal
from quizengine_key_terms.definition import NAME, Glossary, defining_sentences
from quizengine_key_terms.entries import Entry, entries
from quizengine_key_terms.shared_words import shared_words
from quizengine_key_terms.term_options import capitalised_option, distinct_entries, is_alike, is_wrong_for

FEWEST, _MOST = 4, 5
"""Pairs of a question."""
_LONGEST = 8000
"""Characters from the first to the last definition: the evidence of one question."""


def glossaries(found: Sequence[Entry]) -> Iterator[Glossary]:
    """The groups of definitions that are alike enough to be matched, each as large as a question may be."""
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in found:
        if not entry.definition.flaw and not shared_words(entry.term.words, entry.meaning.words):
            groups.setdefault((entry.term.plural, entry.term.proper, entry.meaning.kind), []).append(entry)
    for group in groups.values():
        left = group
        while len(chosen := _next(left)) >= FEWEST:
            yield Glossary(terms=tuple(entry.definition.term for entry in chosen))
            left = left[left.index(chosen[-1]) + 1 :]


def _next(group: Sequence[Entry]) -> list[Entry]:
    """The first entries of a group that keep apart and are near each other."""
    near = [one for one in group if one.definition.term.start - group[0].definition.term.start < _LONGEST]
    return distinct_entries(near)[:_MOST]


def match_of(fact: Glossary, facts: Sequence[Fact], rng: Random) -> MatchingQuestion | Refusal:
    """The question that matches the meanings of a glossary with its terms."""
    known = list(entries(facts).values())
    rows = [entry for entry in known if entry.definition.term in set(fact.terms)]
    if len(rows) < FEWEST:
        return Refusal(fact.terms[0], "match", f"fewer than {FEWEST} definitions are told apart for certain")
    extra = [
        other.term.words
        for other in known
        if other not in rows and all(is_alike(row, other) and is_wrong_for(row, other) for row in rows)
    ]
    proof = defining_sentences(rows[0].definition).to(defining_sentences(rows[-1].definition))
    told = (" ".join(defining_sentences(row.definition).text.split()) for row in rows)
    return MatchingQuestion(
        stem="Match each meaning with the term that the article uses for it.",
        pairs=tuple(
            Pair(left=capitalised_option(row.meaning.words), right=capitalised_option(row.term.words)) for row in rows
        ),
        distractors=tuple(capitalised_option(rng.choice(extra)) for _ in extra[:1]),
        rationale=" ".join(f"“{sentence}”" for sentence in told),
        evidence=Evidence.of(proof),
        origin=Origin(NAME, "match"),
        tags=("key terms",),
    )
