"""Replaces short names, pronouns and descriptions by full names, for sentences that are read alone.

Next: `self_containment`, which finds what still points outside.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizengine.language.discourse.binding import is_bound
from quizengine.language.discourse.coreference import resolved_anaphors, thing_antecedents
from quizengine.language.discourse.introductions import introducing_words
from quizengine.language.discourse.pronouns import THIRD_PERSON
from quizengine.language.discourse.repeated_phrases import repeatable_phrase
from quizengine.language.discourse.self_containment import pointers
from quizengine.language.letter_case import uncapitalised
from quizengine.language.names import Name, mentions_between, names_in
from quizengine.language.syntax.tree import Tree, cache_by_arguments, is_a
from quizengine.text.article import Article, cache_per_article

_BEFORE_A_SURNAME = frozenset({"Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Messrs."})
"""Words before a surname alone that do not go before the full name."""
_TITLED, _OFTEN = re.compile(r"\bM(?:r|rs|s)\. [A-Z]"), 4
_QUOTES = "\"“”‘’'"
_WORDS_OF_A_NAME = 6
_COURTESIES = ("Mr. ", "Mrs. ", "Ms. ", "Mr ", "Mrs ", "Ms ")


@dataclass(frozen=True)
class _Short:
    """Tokens that stand for somebody or something with a name, or with words that say which."""

    tokens: tuple[int, ...]
    full: str
    """The words that replace it where it is first mentioned."""
    means: str
    """The same for all that stand for one."""
    kind: str
    """"name", "pronoun" or "description"."""


def referent(tree: Tree, index: int) -> Name | None:
    """Return what a pronoun, or a noun with only "the", stands for; None if that is not certain."""
    token = tree.tokens[index]
    name = resolved_anaphors(token.span.article).get(token.span.start)
    return None if name is None or _is_a_word_of_the_title(name) else name


def _is_a_word_of_the_title(name: Name) -> bool:
    """Return whether a name was cut out of a longer one that the article is about: "Cork", of "Cork the Fair"."""
    article = name.mentions[0].article
    if article.title is None or name.kind == "person" or " " in name.full:
        return False
    title = article.title.text.strip(_QUOTES)
    behind = article.text[article.title.end :].lstrip(f"{_QUOTES}\n ")
    return name.full in title.split()[:_WORDS_OF_A_NAME] and title != name.full and behind.startswith(title)


def full_names(tree: Tree, tokens: Iterable[int]) -> dict[int, str]:
    """Return what is in place of some tokens so that whoever has a name is named in full where first mentioned.

    A mapping for `quizengine.language.realise`: the first token of a short name or a description becomes the full name,
    its others go; a pronoun whose person is certain becomes the name. A second mention stays as it is.
    """
    return dict(_full_names(tree, tuple(sorted(set(tokens)))))


@cache_by_arguments
def _full_names(tree: Tree, shown: tuple[int, ...]) -> Mapping[int, str]:
    replaced: dict[int, str] = {}
    named: set[str] = set()
    for short in sorted(_short(tree, shown), key=lambda one: one.tokens[0]):
        first, *others = short.tokens
        full = short.full
        if short.means in named:
            if short.kind != "name":
                replaced |= {each: tree.tokens[each].form for each in short.tokens}  # clear as it is
        elif " ".join(tree.tokens[each].form for each in short.tokens) != full:
            owner = tree.tokens[first].xpos == "PRP$"
            replaced |= {first: f"{full}’s" if owner else full} | dict.fromkeys(others, "")
            if first - 1 in shown and tree.tokens[first - 1].form in _BEFORE_A_SURNAME:
                replaced[first - 1] = ""
        named.add(short.means)
    return replaced | _without_then(tree, shown)


def _without_then(tree: Tree, shown: Sequence[int]) -> dict[int, str]:
    """The "then-" of "then-president Lee" left out: it tells a time only in the sentence's own context."""
    tokens, gone = tree.tokens, []
    for index in shown:
        if tokens[index].form.lower() == "then" and index + 2 < len(tokens) and tokens[index + 1].form in ("-", "–"):
            glued = tokens[index].span.end == tokens[index + 1].span.start
            gone += [index, index + 1] if glued else []
    return dict.fromkeys(gone, "")


def _for_a_description(tree: Tree, index: int, name: Name) -> str:
    """The full name in place of "the river": with "the" where its last word is the noun, as in "the Hudson River"."""
    again = tree.tokens[index].form.casefold() == name.full.split()[-1].casefold()
    with_the = again and any(_has_the(name.mentions[0].article, name))
    return f"the {name.full}" if with_the else with_article(name)


def with_article(name: Name) -> str:
    """The full name as it is inside a sentence: with "the" where the article writes it so, as in "the Senn"."""
    if name.full not in _with_the(name.mentions[0].article):
        return name.full
    return f"The {name.full}" if name.kind == "work" and _has_a_capital_the(name) else f"the {name.full}"


def _has_a_capital_the(name: Name) -> bool:
    """Return whether the article writes "The" before a work inside a sentence, or in its title, and never "the"."""
    text, title = name.mentions[0].article.text, name.mentions[0].article.title
    before = [text[: span.start] for span in name.mentions]
    inside = any(re.search(r"[\w,] The \Z", each[-20:]) for each in before)
    titled = title is not None and title.text.startswith(f"The {name.full}")
    return (inside or titled) and not any(each.endswith(" the ") for each in before)


@cache_per_article
def _with_the(article: Article) -> frozenset[str]:
    """The full names that have "the" before them wherever they are written in full."""
    return frozenset(name.full for name in names_in(article) if name.kind != "person" and all(_has_the(article, name)))


def _has_the(article: Article, name: Name) -> Iterator[bool]:
    spans = [span for span in name.mentions if span.text == name.full] or name.mentions
    return (article.text[max(0, span.start - 4) : span.start].lower() == "the " for span in spans)


def _short(tree: Tree, shown: Sequence[int]) -> Iterator[_Short]:
    if not shown:
        return
    yield from _short_names(tree, shown)
    kept = set(shown)
    for index in shown:
        name = referent(tree, index)
        if name is None:
            again = _said_again(tree, index, kept)
            words = introducing_words(tree, index) if index - 1 in kept else None
            if again:
                yield _Short((index,), again, again, "pronoun")
            elif words:
                yield _Short((index - 1, index), words, words, "description")
        elif is_bound(tree, index, kept):
            continue
        elif tree.tokens[index].form.lower() in THIRD_PERSON:
            yield _Short((index,), with_article(name), name.full, "pronoun")
        elif index - 1 in kept:
            yield _Short((index - 1, index), _for_a_description(tree, index, name), name.full, "description")


def _said_again(tree: Tree, index: int, kept: set[int]) -> str | None:
    """The words of what an "it" or "they" means by grammar, where they leave nothing open themselves."""
    thing = thing_antecedents(tree.tokens[index].span.article).get(tree.tokens[index].span.start)
    if thing is None or is_bound(tree, index, kept):
        return None
    earlier, head = thing
    words = repeatable_phrase(earlier, head)
    names = full_names(earlier, words)
    if not words or pointers(earlier, words, names):
        return None
    return _text(earlier, words, names)


def _text(tree: Tree, words: Sequence[int], names: Mapping[int, str]) -> str:
    """Words of a sentence as they stand inside another, with names in full."""
    text = ""
    for at, index in enumerate(words):
        token = tree.tokens[index]
        form = names.get(index, token.form)
        opens = at == 0 and index == 0 and index not in names and _is_small_inside(tree, index)
        glued = at > 0 and tree.tokens[index - 1].span.end == token.span.start
        text += ("" if glued or not text or not form else " ") + (uncapitalised(form) if opens else form)
    return text


def _is_small_inside(tree: Tree, index: int) -> bool:
    """True if the word that opens a sentence has no capital inside one: "The", "Farmers", and not "Democratic"."""
    token = tree.tokens[index]
    if token.upos == "PROPN" or token.form[1:] != token.form[1:].lower():
        return False
    return token.upos in ("DET", "NOUN") or f" {token.form.lower()} " in token.span.article.text


def _short_names(tree: Tree, shown: Sequence[int]) -> Iterator[_Short]:
    """The names among the tokens shown: of people, and of organisations whose kind is sure."""
    span = tree.span(shown)
    for mention, name in mentions_between(span.article, span.start, span.end):
        inside = tuple(each for each in shown if mention.contains(tree.tokens[each].span))
        longer = len(mention.text.split()) > len(name.full.split())
        may_be_short = name.kind == "person" or (name.kind == "organisation" and name.sure_kind)
        a_thing = name.kind == "person" and (_has_its(tree, inside) or _is_untitled(tree, inside, name))
        a_thing = (a_thing and mention.text != name.full) or _ends_a_groups_name(tree, inside)
        if inside and name.certain and not longer and may_be_short and not a_thing and not _modifies(tree, inside):
            yield _Short(inside, name.full, name.full, "name")


def _ends_a_groups_name(tree: Tree, inside: tuple[int, ...]) -> bool:
    """Return whether a name is the end of that of a group which is for somebody: "Farmers for Lund"."""
    group = inside[0] - 2 if inside else -1
    return group >= 0 and tree.tokens[group].form[:1].isupper() and tree.tokens[group + 1].form == "for"


def _is_untitled(tree: Tree, inside: tuple[int, ...], name: Name) -> bool:
    """Return whether a surname is bare in an article that puts "Mr." before it elsewhere: it is a company then."""
    if not inside or len(name.full.split()) < 2 or " ".join(tree.tokens[each].form for each in inside) == name.full:
        return False
    article = tree.sentence.span.article
    bare = len(inside) == 1 and not (inside[0] and tree.tokens[inside[0] - 1].form in _BEFORE_A_SURNAME)
    before = (article.text[max(0, each.start - 5) : each.start] for each in name.mentions)
    return bare and _gives_everybody_a_title(article) and any(each.endswith(_COURTESIES) for each in before)


@cache_per_article
def _gives_everybody_a_title(article: Article) -> bool:
    """Return whether an article calls people "Mr. Moss" and "Ms. Hale" throughout."""
    return len(_TITLED.findall(article.text)) >= _OFTEN


def _has_its(tree: Tree, inside: tuple[int, ...]) -> bool:
    """True if a person's name stands for a company or the like, as the subject of "Bergson raised its prices"."""
    subjects = [each for each in inside if is_a(tree.tokens[each].relation, "nsubj")]
    return any(
        tree.tokens[each].form.lower() in ("its", "itself")
        for subject in subjects
        for each in tree.subtree(tree.tokens[subject].head)
    )


def _modifies(tree: Tree, inside: tuple[int, ...]) -> bool:
    """Return whether a name only says which noun is meant: "a Jackson appointee", "the Clinton Foundation"."""
    tops = [each for each in inside if tree.tokens[each].head not in inside]
    return any(
        is_a(tree.tokens[top].relation, "compound", "amod") and tree.tokens[tree.tokens[top].head].upos == "NOUN"
        and tree.tokens[top].head > top and tree.dependent(tree.tokens[top].head, "det") is not None
        for top in tops
    )  # fmt: skip
