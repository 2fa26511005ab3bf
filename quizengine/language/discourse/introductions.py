"""Things without a name that an article introduces once: "a 2007 study … the study" is the 2007 study from then on.

The noun stands in the singular only, with "a" or "an" where it is introduced, and with words of its own there alone; so
the description meant what was introduced in 20 of 21 cases in the training documents of GUM.
Next: `naming`, which puts the words in place of the description.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quizengine.article import Article, per_article
from quizengine.language.discourse.antecedents import in_a_quotation, is_bare_description
from quizengine.language.discourse.self_containment import pointers
from quizengine.language.syntax.tree import Tree, is_a, trees
from quizengine.language.word_lists import listed

_BEFORE = ("amod", "compound", "nummod", "nmod:desc")
_BEHIND = ("nmod", "acl")
_SUPPOSING = listed("if unless whether would could may might should no not never n't")
"""Words of a sentence in which what "a" introduces need not exist."""
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
        """Where it stands."""
        return self.tree.tokens[self.token].span.start


def introduced(tree: Tree, index: int) -> str | None:
    """The words for "the study" that say which, such as "the 2007 study"; None where they are not certain."""
    token = tree.tokens[index]
    if not is_bare_description(tree, index) or in_a_quotation(tree, index):
        return None
    uses = _uses(token.span.article).get(token.lemma.lower(), ())
    before = [use for use in uses if use.start < token.span.start]
    if any(use.plural for use in uses) or len(before) != 1 or not _may_introduce(before[0].tree, before[0].token):
        return None
    words = _words(before[0].tree, before[0].token)
    owner = any(tree.tokens[each].xpos == "POS" for each in tree.children[index])
    ends = before[0].tree.tokens[words[-1]].lemma.lower() == token.lemma.lower() if words else False
    if not words or (owner and not ends):
        return None
    text = before[0].tree.span(words).text
    return f"the {' '.join(text.split())}"


@per_article
def _uses(article: Article) -> Mapping[str, tuple[_Use, ...]]:
    """What an article says by each noun with words that say which one is meant, and by its plural."""
    found: dict[str, list[_Use]] = defaultdict(list)
    for tree in trees(article):
        for index, token in enumerate(tree.tokens):
            plural = token.xpos == "NNS"
            alone = token.upos == "NOUN" and not is_a(token.relation, "compound")
            if alone and (plural or not is_bare_description(tree, index)):
                found[token.lemma.lower()].append(_Use(tree, index, plural))
    return {noun: tuple(uses) for noun, uses in found.items()}


def _may_introduce(tree: Tree, index: int) -> bool:
    """Whether a noun stands with "a" in a sentence that states that there is such a thing."""
    forms = {token.form.lower() for token in tree.tokens}
    articles = [tree.tokens[each].form.lower() for each in tree.dependents(index, "det")]
    return articles in (["a"], ["an"]) and not forms & _SUPPOSING and not in_a_quotation(tree, index)


def _words(tree: Tree, index: int) -> tuple[int, ...]:
    """The noun with the words around it that say which: as few behind it as name something; none where none do."""
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
