"""Things named by a noun for their class and a word that tells which: "the sympathetic nervous system".

Next: `participants`, which asks for them as for names.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from quizengine import Article, Span, cache_per_article
from quizengine.language import (
    PEOPLES,
    Constituent,
    Name,
    Tree,
    content_words,
    phrase_tokens,
    surface_text,
    trees,
    uncapitalised,
    word_set,
)

CLASSES = word_set(
    """
    form theory response technique therapy fiber fibre neuron nerve cell gland hormone vein
    artery vessel muscle tissue layer wave cloud rock farm policy movement approach perspective
    method model effect plow plough sector industry market economy society crop
    principle hypothesis reaction reflex acid gas metal fuel virus bacterium protein enzyme particle force field lens
    engine loan tax tariff bond contract treaty reform
    """
)
"""Nouns that a question can begin with: "which system …"."""
_NO_MODIFIERS = word_set(
    """
    new old first second third last next other same such own various different several many few more most big large
    small great good bad important major minor main certain whole entire particular single strong weak modern recent
    current former early late long short high low common public general special similar local national international
    own true real entire full simple possible federal foreign large-scale
    """
)
"""Adjectives that do not say which one it is."""
_NOT_WHICH = _NO_MODIFIERS | PEOPLES
"""Words before a noun that do not say which one it is."""
_OFTEN = 2
"""Times that an article uses a name for a thing."""
_OFTEN_NAMED, _ROOT = 5, 6
"""Times that it has a word of the root, and letters of a root."""
_MOST_WORDS = 3


def thing_in(part: Constituent) -> tuple[Name, str] | None:
    """The thing that a phrase is, as a name, with the noun of its class; None if it is another phrase."""
    tree = part.tree
    tokens = [each for each in phrase_tokens(part) if each not in part.marker]
    if tokens and tree.tokens[tokens[0]].form.lower() in ("a", "an", "the"):
        tokens = tokens[1:]
    found = _words_of(tree, tokens, part.head)
    if found is None:
        return None
    name = named_things(tree.sentence.span.article).get(found)
    return (name, tree.tokens[part.head].form.lower()) if name else None


def _words_of(tree: Tree, tokens: Sequence[int], head: int) -> str | None:
    """The words for a thing, the last one in the singular; None if they are no class with what says which."""
    noun = tree.tokens[head]
    if noun.upos != "NOUN" or noun.lemma.lower() not in CLASSES or not tokens or tokens[-1] != head:
        return None
    before = tokens[:-1]
    words = [each for each in before if tree.tokens[each].upos != "PUNCT"]
    plain = all(
        tree.tokens[each].upos in ("ADJ", "NOUN") or tree.tokens[each].form == "-" or tree.tokens[each].xpos == "VBN"
        for each in before
    )
    vague = any(tree.tokens[each].form.lower() in _NOT_WHICH for each in words)
    if not words or len(words) > _MOST_WORDS or not plain or vague:
        return None
    if tokens != list(range(tokens[0], head + 1)):
        return None
    lead = surface_text(tree, before).replace(" - ", "-")
    return f"{uncapitalised(lead)} {noun.lemma.lower()}"


@cache_per_article
def named_things(article: Article) -> dict[str, Name]:
    """Every thing that the article speaks of repeatedly, by its words in the singular."""
    found: dict[str, list[Span]] = defaultdict(list)
    for tree in trees(article):
        for head, token in enumerate(tree.tokens):
            if token.upos == "NOUN" and token.lemma.lower() in CLASSES:
                first = head
                while first and _may_modify(tree, first - 1) and head - first < _MOST_WORDS:
                    first -= 1
                tokens = list(range(first, head + 1))
                if words := _words_of(tree, tokens, head):
                    found[words].append(tree.span(tokens))
    often = {words for words, spans in found.items() if len(spans) >= _OFTEN or _speaks_of(article, words)}
    return {words: Name(words, "thing", tuple(spans)) for words, spans in found.items() if words in often}


def _may_modify(tree: Tree, index: int) -> bool:
    return tree.tokens[index].upos in ("ADJ", "NOUN") or tree.tokens[index].xpos == "VBN"


def _speaks_of(article: Article, words: str) -> bool:
    """True if an article comes back to what tells a thing from others: to meditation, of "meditative techniques"."""
    text = _in_small_letters(article)
    roots = [word[:_ROOT] for word in words.rpartition(" ")[0].split()]
    return all(len(root) == _ROOT and text.count(root) >= _OFTEN_NAMED for root in roots)


@cache_per_article
def _in_small_letters(article: Article) -> str:
    return article.text.lower()


def is_class_noun(name: Name) -> bool:
    """Return whether a name is the words for a thing, and no proper name."""
    return name.kind == "thing" and name.full[:1].islower()


def tells_which_thing(stem: str, name: Name) -> bool:
    """Return whether a question holds a word by which the thing is told from others of its class."""
    told = set(content_words(stem))
    return any(word in told for word in content_words(name.full.rpartition(" ")[0]))


def forms_of(name: Name) -> Iterator[str]:
    """The ways to type it: in full, without the noun of its class, and in the plural."""
    yield name.full
    yield name.full.rpartition(" ")[0]
    yield _plural_of(name.full)


def in_number_of(stem: str, name: Name) -> str:
    """The full name; in the plural if it is the words for a thing, and the question asks for several."""
    plural = _plural_of(name.full)
    return plural if is_class_noun(name) and plural.rpartition(" ")[2] in stem.split() else name.full


def _plural_of(words: str) -> str:
    return f"{words.removesuffix('y')}ies" if re.search(r"[^aeiou]y\Z", words) else f"{words}s"
