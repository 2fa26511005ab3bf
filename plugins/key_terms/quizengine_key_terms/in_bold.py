"""Terms that an article has in bold, as textbooks have the terms of a chapter.

Next: `patterns`.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from quizengine import Article, Span, cache_per_article
from quizengine.language import Tree, content_words

_LONGEST = 6
"""Words in bold that are a term at most; more are a heading or a warning."""


def is_in_bold(tree: Tree, term: Sequence[int]) -> bool:
    """Return whether the last word of a term is in bold, alone or with at most a few others, or all of it elsewhere."""
    noun = tree.tokens[term[-1]].span
    marked = _in_bold(noun.article)
    at = bisect_right(marked, noun.start, key=lambda span: span.start) - 1
    return (at >= 0 and marked[at].contains(noun)) or (bool(marked) and _is_in_bold_elsewhere(tree, term))


def _is_in_bold_elsewhere(tree: Tree, term: Sequence[int]) -> bool:
    """Return whether the article has a term in bold where it first names it."""
    bare = [each for each in term if tree.tokens[each].upos != "DET"]
    return bool(bare) and tree.span(bare).text.casefold() in _words_in_bold(tree.sentence.span.article)


def terms_in_bold(tree: Tree) -> tuple[tuple[int, ...], ...]:
    """The tokens of each term in bold in a sentence, in order."""
    sentence = tree.sentence.span
    marked = _in_bold(sentence.article)
    first, last = (bisect_left(marked, end, key=lambda span: span.start) for end in (sentence.start, sentence.end))
    inside = (span for span in marked[first:last] if sentence.contains(span))
    return tuple(found for span in inside if (found := tree.trimmed(tree.tokens_in(span))))


def part_in_bold(tree: Tree, term: tuple[int, ...]) -> tuple[int, ...]:
    """The end of a term, in bold behind adjectives that are not: *thick* **bark** is about bark; else all of it."""
    bold = next((each for each in terms_in_bold(tree) if term[-1:] == each[-1:] and {*each} < {*term}), term)
    outside = [each for each in term if each not in bold]
    return bold if all(tree.tokens[each].upos in ("ADJ", "ADV") for each in outside) else term


@cache_per_article
def paragraphs_of_terms(article: Article) -> frozenset[int]:
    """Return where the paragraphs begin that open with a term in bold and a colon."""
    starts = {paragraph.start for paragraph in article.paragraphs}
    opening = [span for span in _in_bold(article) if span.start in starts]
    return frozenset(span.start for span in opening if ":" in article.text[span.end - 1 : span.end + 1])


def has_words_in_bold(article: Article, term: str) -> bool:
    """Return whether a word of a term is in bold somewhere, alone or in another term: "wage" in **wage floor**."""
    words = {word for bold in _words_in_bold(article) for word in content_words(bold)}
    return not words.isdisjoint(content_words(term))


@cache_per_article
def nouns_in_bold(article: Article) -> Counter[str]:
    """Count the terms in bold with each last word, in small letters: "group" in **primary group**."""
    return Counter(words[-1] for words in map(str.split, _words_in_bold(article)) if len(words) > 1)


@cache_per_article
def _in_bold(article: Article) -> tuple[Span, ...]:
    return tuple(span for span in article.marked_terms if len(span.text.split()) <= _LONGEST)


@cache_per_article
def _words_in_bold(article: Article) -> frozenset[str]:
    return frozenset(span.text.casefold() for span in _in_bold(article))
