"""The definitions of an article as facts, and what looked like one and is none.

Next: `entries`.
"""

from collections.abc import Iterator

from quizengine import Article, Refusal
from quizengine.language import trees
from quizengine_key_terms.definition import Definition, Glossary
from quizengine_key_terms.entries import Entry, entry_of
from quizengine_key_terms.features import Feature, features
from quizengine_key_terms.glossaries import glossaries
from quizengine_key_terms.patterns import candidates


def find(article: Article) -> Iterator[Definition | Glossary | Feature | Refusal]:
    """Yield definitions, a refusal for each sentence that only looks like one, what can be matched, and features."""
    known: dict[str, Entry] = {}
    refused: set[int] = set()
    for tree in trees(article):
        for candidate in candidates(tree):
            found = entry_of(candidate)
            if isinstance(found, str):
                place = tree.tokens[candidate.term[0]].span.start
                if place not in refused:
                    yield Refusal(tree.span(candidate.term), "no-definition", found)
                refused.add(place)
            elif (key := found.term.words.casefold()) not in known:
                known[key] = found
                yield found.definition
    yield from glossaries(list(known.values()))
    yield from features(article, [entry.term.words for entry in known.values() if not entry.definition.flaw])
