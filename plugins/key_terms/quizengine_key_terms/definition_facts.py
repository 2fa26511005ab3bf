"""The definitions of an article as facts, and refusals of what only looks like one.

Next: `entries`.
"""

from collections.abc import Iterator

from quizengine import Article, Fact, Refusal
from quizengine.language import trees
from quizengine_key_terms.aliases import aliases
from quizengine_key_terms.aspects import aspects
from quizengine_key_terms.entries import Entry, definition_entry
from quizengine_key_terms.explanations import explanation_entry
from quizengine_key_terms.feature_facts import term_features
from quizengine_key_terms.features import Feature
from quizengine_key_terms.glossaries import glossaries
from quizengine_key_terms.marked_gaps import introduces, marked_terms
from quizengine_key_terms.patterns import definition_candidates
from quizengine_key_terms.patterns.candidate import Candidate
from quizengine_key_terms.senses import Senses
from quizengine_key_terms.told_of_called import CalledThing, things_called_so

_FEW = 5
"""Words of a meaning that tells little: "a knot of vessels"."""
_OTHER_SENSE = "a sentence before it says that it is something else"


def find(article: Article) -> Iterator[Fact | Refusal]:
    """Yield definitions, what can be matched, features and aliases, and a refusal for what only looks like one."""
    known: dict[str, Entry] = {}
    explained: dict[str, Entry] = {}
    refused: set[int] = set()
    introduced: list[Candidate] = []
    senses = Senses()
    for tree in trees(article):
        for candidate in definition_candidates(tree):
            other_sense = senses.is_another(candidate)
            found = _OTHER_SENSE if other_sense else definition_entry(candidate)
            if introduces(candidate):
                introduced.append(candidate)
            if not isinstance(found, str):
                if (key := found.term.words.casefold()) not in known:
                    known[key] = found
                    yield found.definition
            elif not other_sense and (entry := explanation_entry(candidate)):
                explained.setdefault(entry.term.words.casefold(), entry)
            else:
                place = tree.tokens[candidate.term[0]].span.start
                if place not in refused:
                    yield Refusal(tree.span(candidate.term), "no-definition", found)
                refused.add(place)
    yield from (entry.definition for words, entry in explained.items() if words not in known)
    yield from glossaries(list(known.values()))
    defined = [entry for entry in known.values() if not entry.definition.flaw]
    features = list(term_features(article, [entry.term.words for entry in defined]))
    yield from features
    yield from aliases(article)
    told = [feature.term.text for feature in features if isinstance(feature, Feature)]
    yield from aspects(article, [*explained, *(entry.term.words for entry in defined)], told)
    asked_for = [entry.term.words.casefold() for entry in defined]
    named = list(
        things_called_so(article, [entry.term.words.casefold() for entry in defined if not _says_little(entry)])
    )
    yield from named
    asked_for += [thing.answer.casefold() for thing in named if isinstance(thing, CalledThing)]
    yield from marked_terms(article, introduced, asked_for)


def _says_little(entry: Entry) -> bool:
    """Return whether a thing is called so in a few words, so that what it does may tell more of it."""
    return entry.definition.rule == "called" and len(entry.meaning.words.split()) <= _FEW
