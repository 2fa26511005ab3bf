"""Examples of anaphors for learning and measuring: the referents that people annotated."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from entities import Document, GoldMention
from name_examples import gold_of
from quizengine.language.discourse.antecedents import discourse_model
from quizengine.language.discourse.coreference import Case, coreference_case
from quizengine.language.names import names_in
from quizengine.language.names.mentions import mentions
from quizengine.text.article import Span


@dataclass(frozen=True)
class Example:
    """An anaphor with its candidates, and the full names of what is meant."""

    case: Case
    start: int
    text: str
    """Its sentence."""
    right: frozenset[str]
    """All names of the engine for what is meant; empty if it has no name."""

    def is_right(self, candidate: int) -> bool:
        """Return whether the candidate at this place is meant."""
        return candidate >= 0 and self.case.found[candidate].name.full in self.right


def examples(document: Document) -> Iterator[Example]:
    """The anaphors of a document that people marked; GUM leaves out what is inside a mention of the same entity."""
    where = discourse_model(document.article)
    entities = entities_of(document)
    marked = {one.head_start: one for one in document.mentions}  # of two with one head the inner one
    for anaphor in where.anaphors:
        tree = where.trees[anaphor.sentence]
        start = tree.tokens[anaphor.token].span.start
        if start in marked:
            right = frozenset(full for full, entity in entities.items() if entity == marked[start].entity)
            yield Example(coreference_case(where, anaphor), start, tree.sentence.span.text, right)


def entities_of(document: Document) -> dict[str, str]:
    """The entity that people marked for each name of the engine."""
    marked: dict[str, Counter[str]] = {}
    by_span = {mention.span: gold_of(document, mention) for mention in mentions(document.article)}
    for name in names_in(document.article):
        for span in name.mentions:
            if gold := by_span.get(span) or _titled(document, span):
                marked.setdefault(name.full, Counter())[gold.entity] += 1
    return {full: counts.most_common(1)[0][0] for full, counts in marked.items()}


def _titled(document: Document, span: Span) -> GoldMention | None:
    """The smallest gold mention of a person that a name is in behind its head: "English defender Kyle Walker"."""
    around = [
        one for one in document.mentions if one.head_start < span.start < span.end <= one.end and one.kind == "person"
    ]
    found = min(around, key=lambda one: one.end - one.start, default=None)
    between = document.article.text[found.head_start : span.start].split() if found else ()
    return found if len(between) == 1 else None
