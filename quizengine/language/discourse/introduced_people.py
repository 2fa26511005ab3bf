"""People whom an article takes as known: it never says who they are, or only by an office that everybody knows.

News articles say of everybody else who they are, beside the name.
"""

import re
from collections.abc import Collection

from quizengine.language.discourse.salience import central_names
from quizengine.language.names import Name, name_at, names_in
from quizengine.language.names.titles import COURTESY, is_role_noun
from quizengine.language.reporting import stance_of
from quizengine.language.syntax.tree import Tree, is_a, tree_at
from quizengine.language.word_lists import plain_form, word_set
from quizengine.text.article import Article, Span, cache_per_article

_OF_A_NATION = word_set("president candidate nominee front-runner frontrunner contender hopeful")
"""Offices whose holders, and those who run for them, are known everywhere."""
_BELOW = ("appos", "nmod:desc", "acl:relcl")
_ABOVE = ("appos", "nmod:desc")
_BEFORE = ("compound", "flat")
_MOST_MENTIONS = 40
"""The number of mentions examined for each name: enough to tell, and it bounds the work."""
_BEHIND = re.compile(r", (?:\d\d\b|who\b|an? |the |[a-z]+ (?:of|for|at|to) |(?:[\w.]+ ){0,3}[\w.]+[’']s? \w)")
"""An age, a clause or a phrase after a name, however it is parsed: ", 42,", ", the mayor", ", Moss’s adviser"."""
_NOUN_BEFORE = re.compile(r"\b([a-z]+), \Z")
"""The last word before a name and its comma: "Moss’s spokeswoman, "."""
_OF_COMPANIES = word_set("add announce estimate expect forecast plan predict report say")
"""Deeds of companies and agencies as much as of people, so that a name beside them may be theirs."""
_REACH = 60
"""Characters beside a name."""


def is_introduced(name: Name) -> bool:
    """Return whether an article says beside the name of a person who that is."""
    return name.full in _introduced(name.mentions[0].article)


def is_taken_as_known(name: Name) -> bool:
    """True if an article leaves it to its readers who a person is, or tells at most an office of the nation."""
    if not is_introduced(name):
        return True
    words = [plain_form(word) for word in name.role.split()]
    return words[-1:] != [] and words[-1] in _OF_A_NATION and name.role[:1].isupper() and "vice" not in words


@cache_per_article
def _introduced(article: Article) -> frozenset[str]:
    """The full names of the people of whom an article says who they are."""
    people = (name for name in names_in(article) if name.kind == "person")
    return frozenset(name.full for name in people if name.role or any(map(_is_told, name.mentions[:_MOST_MENTIONS])))


def _is_told(mention: Span) -> bool:
    """Return whether a phrase beside a mention says who that is."""
    tree = tree_at(mention)
    if tree is not None and _has_a_phrase_beside(tree, tree.tokens_in(mention)):
        return True
    text = mention.article.text
    before = _NOUN_BEFORE.search(text[max(mention.start - _REACH, 0) : mention.start])
    role = before is not None and is_role_noun(before[1])
    return role or _BEHIND.match(text[mention.end : mention.end + _REACH]) is not None


def _has_a_phrase_beside(tree: Tree, own: tuple[int, ...]) -> bool:
    """Return whether a description depends on a name, or the name on its description."""
    head = next((each for each in own if tree.tokens[each].head not in own), None)
    if head is None:
        return False
    below = [tree.tokens[each] for each in tree.children[head] if each not in own]
    noun = any(is_a(each.relation, *_BEFORE) and each.upos == "NOUN" for each in below)  # "pollster Ada Moss"
    return noun or any(is_a(each.relation, *_BELOW) for each in below) or is_a(tree.tokens[head].relation, *_ABOVE)


def has_unknown_source(tree: Tree, tokens: Collection[int]) -> bool:
    """Return whether words tell what somebody says or thinks of whom the article has one name: "Moss believes that …".

    Somebody of the title, or whom the article is about, may have one name.
    """
    return any(is_a(tree.tokens[each].relation, "nsubj") and _is_unknown_source(tree, each) for each in tokens)


def _is_unknown_source(tree: Tree, at: int) -> bool:
    token, article = tree.tokens[at], tree.sentence.span.article
    if token.xpos != "NNP" or token.head < 0 or plain_form(token.form) in COURTESY:
        return False
    beside = tree.dependents(at, "flat", "compound", "nmod", "nmod:desc", "appos", "det")
    if any(plain_form(tree.tokens[one].form) not in COURTESY for one in beside):
        return False
    lemma, name = tree.tokens[token.head].lemma.lower(), name_at(token.span)
    if not stance_of(lemma) or tree.dependent(token.head, "ccomp") is None:
        return False
    a_person = lemma not in _OF_COMPANIES if name is None else name.kind == "person" and " " not in name.full
    title = article.title.text if article.title else ""
    return a_person and token.form not in {*central_names(article), *re.findall(r"\w+", title)}
