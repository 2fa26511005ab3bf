"""The people whom an article has named and quoted so far, for resolving a later "he" or "the senator".

Next: `speakers`, which decides who that is.
"""

from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass, field

from quizengine import Article, Span, cache_per_article
from quizengine.language import (
    TENSED,
    Name,
    Quoted,
    Tree,
    is_a,
    is_given_name,
    is_role_noun,
    name_mentions,
    stance_of,
    tree_at,
    trees,
)

_PART_OF_A_NAME = ("flat", "compound", "nmod:desc", "appos")
_FURTHEST = 4
"""Sentences back in which somebody is named whom a pronoun means."""
_OFTEN = 5
"""A lone word of unknown kind that is named so often may be somebody."""


@dataclass(frozen=True, order=True)
class Source:
    """Somebody to whom the article attributed words, and where."""

    at: int
    name: Name | None = field(compare=False)
    """None for one who was not named: then a later "he" may mean that one."""


class Sources:
    """The people of an article outside its quotations, and its sources in order; more are added as it is read."""

    def __init__(self, article: Article, quoted: tuple[Quoted, ...]) -> None:
        self._quoted, self._quoted_starts = quoted, [one.start for one in quoted]
        self.people = [pair for pair in name_mentions(article) if _may_be_person(pair[1])]
        self.people = [pair for pair in self.people if not self.is_quoted(pair[0])]
        self._fitting = {
            pronoun: [pair for pair in self.people if pair[1].pronoun in (pronoun, "")] for pronoun in ("he", "she")
        }
        self._starts = [span.start for span, _ in self.people]
        starting = {span.start for span, _ in self.people}
        self._known = [Source(span.start, name) for span, name in reporters(article) if span.start in starting]

    def add(self, source: Source) -> None:
        """Remember one more source."""
        insort(self._known, source)

    def last_before(self, at: int) -> Source:
        """The last source before an offset; one at -1, without a name, where there is none."""
        found = bisect_left(self._known, Source(at, None)) - 1
        return self._known[found] if found >= 0 else Source(-1, None)

    def is_quoted(self, span: Span) -> bool:
        """Return whether something begins in quoted words."""
        at = bisect_right(self._quoted_starts, span.start) - 1
        return at >= 0 and span.start < self._quoted[at].end

    def people_between(self, start: int, end: int) -> list[tuple[Span, Name]]:
        """The mentions of people, or of what may be people, that begin within two offsets."""
        return self.people[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def last_fitting(self, pronoun: str, end: int) -> tuple[Span, Name] | None:
        """The last mention before an offset of somebody whom the pronoun fits."""
        fitting = self._fitting[pronoun]
        at = bisect_left(fitting, end, key=lambda pair: pair[0].start) - 1
        return fitting[at] if at >= 0 else None


@cache_per_article
def reporters(article: Article) -> tuple[tuple[Span, Name], ...]:
    """The people who say something, with quotation marks or without: each mention that is a subject of such a verb."""
    return tuple(pair for pair in name_mentions(article) if _speaks(*pair))


def _speaks(span: Span, name: Name) -> bool:
    """Return whether the article says that this person said something, with quotation marks or without."""
    tree = tree_at(span) if name.certain and name.kind == "person" else None
    return tree is not None and any(_reports(tree, at) for at in tree.tokens_in(span))


def _reports(tree: Tree, at: int) -> bool:
    """Return whether a token, or the noun that it names, is the subject of a verb of saying."""
    if _is_accorded(tree, at) or _is_beside_a_report(tree, at):
        return True
    above = _verb_over(tree, at)
    return above >= 0 and tree.tokens[above].xpos in TENSED and bool(stance_of(tree.tokens[above].lemma))


def is_subject(tree: Tree, at: int) -> bool:
    """Return whether a token, or the noun that it names, is the subject of a verb that tells what it does."""
    above = _verb_over(tree, at)
    return above >= 0 and tree.tokens[above].upos == "VERB" and not is_a(tree.tokens[at].relation, "nsubj:pass")


def _is_accorded(tree: Tree, at: int) -> bool:
    """Return whether a token, or a noun that it names, is after "according to"."""
    above = at
    while above >= 0:
        if any(tree.tokens[each].form.lower() == "according" for each in tree.dependents(above, "case", "mark")):
            return True
        above = tree.tokens[above].head if is_a(tree.tokens[above].relation, *_PART_OF_A_NAME) else -1
    return False


def _is_beside_a_report(tree: Tree, at: int) -> bool:
    """True if a noun that a token names is parted from its verb of saying: "The mayor, Ruth Abel, said it rained"."""
    while is_a(tree.tokens[at].relation, *_PART_OF_A_NAME) and tree.tokens[at].head >= 0:
        at = tree.tokens[at].head
    beside = tree.dependents(at, "parataxis") if at == tree.root else ()
    verbs = [tree.tokens[each] for each in beside if tree.tokens[each].xpos in TENSED and each > at]
    return any(stance_of(verb.lemma) for verb in verbs)


def is_last_subject(name: Name, pronoun: Span) -> bool:
    """True if somebody is the subject of one of the few sentences before a pronoun, and no described person after that.

    "Lee spoke. The actress smiled. “We row,” she said." may mean the actress.
    """
    before = bisect_left(name.mentions, pronoun.start, key=lambda mention: mention.start)
    every = trees(pronoun.article)
    here = bisect_left(every, pronoun.start + 1, key=lambda tree: tree.sentence.span.start) - 1
    for tree in reversed(every[max(0, here - _FURTHEST) : here + 1]):
        own = [mention for mention in name.mentions[:before] if tree.sentence.span.contains(mention)]
        if any(_verb_over(tree, at) >= 0 for mention in own for at in tree.tokens_in(mention)):
            return True
        if any(_describes_somebody(tree, at) for at in range(len(tree.tokens))):
            return False
    return False


def _describes_somebody(tree: Tree, at: int) -> bool:
    """Return whether a token is a subject like "the actress" or "a senator"."""
    token = tree.tokens[at]
    return is_a(token.relation, "nsubj") and token.xpos == "NN" and is_role_noun(token.lemma.lower())


def _verb_over(tree: Tree, at: int) -> int:
    """The predicate whose subject a token is, or the noun that it names; -1 for none."""
    while is_a(tree.tokens[at].relation, *_PART_OF_A_NAME) and tree.tokens[at].head >= 0:
        above = tree.tokens[at].head
        if above > at and tree.tokens[above].upos == "NOUN":
            return -1  # "the Lincoln actor"
        at = above
    return tree.tokens[at].head if is_a(tree.tokens[at].relation, "nsubj") else -1


def _may_be_person(name: Name) -> bool:
    if name.kind == "other":
        often = len(name.mentions) >= _OFTEN or is_given_name(name.full)
        return not name.certain or 2 <= len(name.full.split()) <= 3 or often
    return name.kind == "person"
