"""Things without a name that an article introduces once: after "a 2007 study", "the study" is the 2007 study.

The noun must be singular, with "a" or "an" and modifiers only where it is introduced; such a description referred to
what was introduced in 20 of 21 cases in the training documents of GUM. If the article mentions several, the only one in
the sentences shortly before is meant, as in 6 of 6 cases. Next: `references`, which puts the words in place of the
description.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizengine.language.discourse.antecedents import is_bare_description, is_in_quotation
from quizengine.language.discourse.self_containment import pointers
from quizengine.language.syntax.tree import Tree, is_a, tree_index, trees
from quizengine.language.word_lists import word_set
from quizengine.text.article import Article, Span, cache_per_article

_BEFORE = ("amod", "compound", "nummod", "nmod:desc")
_BEHIND = ("nmod", "acl")
_SUPPOSING = word_set("if unless whether would could may might should no not never n't")
"""Words of a sentence in which what "a" introduces need not exist."""
_NEARBY = 3
"""Sentences back in which no other thing of the kind may be spoken of."""
_LONGEST = 9
"""Words."""
_YEAR_DIGITS = 4


@dataclass(frozen=True)
class _Use:
    """A noun in the singular with words of its own, or in the plural."""

    tree: Tree
    token: int
    plural: bool

    @property
    def start(self) -> int:
        """The character at which it begins."""
        return self.tree.tokens[self.token].span.start


def introducing_words(tree: Tree, index: int) -> str | None:
    """The words for "the study" that say which, such as "the 2007 study"; None if they are not certain."""
    token = tree.tokens[index]
    if not is_bare_description(tree, index) or is_in_quotation(tree, index):
        return None
    if _ends_the_title(token.span):
        return None
    uses = _uses(token.span.article).get(token.lemma.lower(), ())
    use = _only_use(uses, token.span.start) or _use_nearby(uses, tree, token.span.start)
    if use is None:
        return None
    words = _words(use.tree, use.token)
    owner = any(tree.tokens[each].xpos == "POS" for each in tree.children[index])
    ends = use.tree.tokens[words[-1]].lemma.lower() == token.lemma.lower() if words else False
    if not words or (owner and not ends):
        return None
    text = " ".join(use.tree.span(words).text.split())
    return f"the {text}"


def _ends_the_title(noun: Span) -> bool:
    """Return whether "the war" may be what the article is about: "The Orra Civil War"."""
    title = noun.article.title
    return title is not None and title.text.casefold().endswith(f" {noun.text.casefold()}")


def _only_use(uses: Sequence[_Use], start: int) -> _Use | None:
    """The use with "a" that introduces a thing, where the article speaks of no other of its kind before."""
    before = [use for use in uses if use.start < start]
    alone = len(before) == 1 and not any(use.plural for use in uses)
    return before[0] if alone and _may_introduce(before[0].tree, before[0].token, ("a", "an")) else None


def _use_nearby(uses: Sequence[_Use], tree: Tree, start: int) -> _Use | None:
    """The only use shortly before, in the same sentence or the one before it: "the NBC poll … The poll …"."""
    here = tree_index(tree)
    near = [use for use in uses if use.start < start and here - tree_index(use.tree) <= _NEARBY]
    if len(near) != 1 or near[0].plural or here - tree_index(near[0].tree) > 1:
        return None
    articles = ("a", "an") if any(use.plural for use in uses) else ("a", "an", "the")
    return near[0] if _may_introduce(near[0].tree, near[0].token, articles) else None


@cache_per_article
def _uses(article: Article) -> Mapping[str, tuple[_Use, ...]]:
    """Return what an article says by each noun with words that say which one is meant, and by its plural."""
    found: dict[str, list[_Use]] = defaultdict(list)
    for tree in trees(article):
        for index, token in enumerate(tree.tokens):
            plural = token.xpos == "NNS"
            alone = token.upos == "NOUN" and not is_a(token.relation, "compound")
            if alone and (plural or not is_bare_description(tree, index)):
                found[token.lemma.lower()].append(_Use(tree, index, plural))
    return {noun: tuple(uses) for noun, uses in found.items()}


def _may_introduce(tree: Tree, index: int, articles: Sequence[str]) -> bool:
    """Return whether a noun has one of the articles in a sentence that states that there is such a thing."""
    forms = {token.form.lower() for token in tree.tokens}
    found = [tree.tokens[each].form.lower() for each in tree.dependents(index, "det")]
    return len(found) == 1 and found[0] in articles and not forms & _SUPPOSING and not is_in_quotation(tree, index)


def _words(tree: Tree, index: int) -> tuple[int, ...]:
    """The noun with the words around it that say which: as few after it as name something; none if none do."""
    first = min([each for each in tree.dependents(index, *_BEFORE) if each < index], default=index)
    first = min(tree.subtree(first)) if first != index else index
    for last in _ends(tree, index):
        words = tuple(range(first, last + 1))
        if len(words) > _LONGEST or any(
            tree.tokens[each].upos == "PUNCT" and not _is_hyphen(tree, each) for each in words
        ):
            break
        if any(_is_telling(tree, each) for each in words if each != index):
            return () if pointers(tree, words) else words
    return ()


def _ends(tree: Tree, index: int) -> Iterator[int]:
    """The noun, then the end of each phrase that follows on it directly."""
    last = index
    yield last
    for child in tree.dependents(index, *_BEHIND):
        whole = tree.subtree(child)
        if is_a(tree.tokens[child].relation, "acl:relcl") or whole[0] != last + 1:
            return
        last = whole[-1]
        yield last


def _is_telling(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    year = token.form.isdecimal() and len(token.form) == _YEAR_DIGITS
    return token.upos == "PROPN" or year or (token.upos == "ADJ" and token.form[:1].isupper())


def _is_hyphen(tree: Tree, index: int) -> bool:
    glued = tree.tokens[index - 1].span.end == tree.tokens[index].span.start
    return tree.tokens[index].form in ("-", "–") and glued
