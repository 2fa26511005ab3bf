"""The analysis of an article: all its sentences at once, when one of them is first requested.

Next: `quizengine.language.model.shipped`, which reads the model.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from quizengine.language.sentences import sentences_inside
from quizengine.language.syntax.certainty import NOT_JUDGED
from quizengine.language.syntax.dated_openings import with_dated_openings
from quizengine.language.syntax.fronted_clauses import with_fronted_clauses
from quizengine.language.syntax.fronted_phrases import with_fronted_phrases
from quizengine.language.syntax.past_forms import with_past_forms
from quizengine.language.syntax.relative_objects import with_relative_objects
from quizengine.language.syntax.sentence import Sentence, Token
from quizengine.language.syntax.split_names import with_whole_names
from quizengine.language.syntax.tokenisation import tokenise
from quizengine.text.article import Article, Span, cache_per_article, is_remembered, remember, share_what_is_remembered

if TYPE_CHECKING:
    from quizengine.language.model.pipeline import Analysis, Model

LONGEST_PIECE = 200
"""The most tokens of a sentence; anything longer is analysed in pieces, and nothing in it is sure."""
TOKENS_AT_ONCE = 4000
"""The number of tokens that go through the model together: enough to be fast, few enough to need little memory."""

Pairs = list[tuple[int, int]]


@cache_per_article
def analyse(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the article's body as trees, in order, with those inside quotations parted."""
    return analyse_sentences(sentences_inside(article))


def analyse_together(articles: Iterable[Article]) -> None:
    """Analyse many short texts at once, several times as fast as one by one; `analyse` then knows their trees.

    Those that were analysed before are left as they are, and equal ones are analysed once.
    """
    distinct: dict[Article, Article] = {}
    for article in articles:
        if not is_remembered(analyse, article) and (same := distinct.setdefault(article, article)) is not article:
            share_what_is_remembered(article, same)
    every = [(article, sentences_inside(article)) for article in distinct]
    found = iter(analyse_sentences([sentence for _, sentences in every for sentence in sentences]))
    for article, sentences in every:
        remember(analyse, article, tuple(islice(found, len(sentences))))


def analyse_sentences(sentences: Sequence[Span]) -> tuple[Sentence, ...]:
    """These sentences, of whatever articles, as trees."""
    pieces = [
        list(_pieces(list(tokenise(sentence.article.text, sentence.start, sentence.end)))) for sentence in sentences
    ]
    placed = [(sentence.article, piece) for sentence, own in zip(sentences, pieces, strict=True) for piece in own]
    found: dict[int, tuple[Token, ...]] = {}
    for numbers in _batches([piece for _, piece in placed]):
        found.update(zip(numbers, _tokens([placed[number] for number in numbers]), strict=True))
    made, at = [], 0
    for sentence, own in zip(sentences, pieces, strict=True):
        whole = _joined([found[number] for number in range(at, at + len(own))])
        made.append(Sentence(sentence, _put_right(whole)))
        at += len(own)
    return tuple(made)


def _put_right(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with what a grammar knows better than a parser."""
    opened = with_dated_openings(with_fronted_clauses(with_whole_names(tokens)))
    return with_past_forms(with_relative_objects(with_fronted_phrases(opened)))


def _pieces(pairs: Pairs) -> Iterator[Pairs]:
    """The tokens of a sentence in pieces that are not too long; of most sentences one."""
    for start in range(0, len(pairs), LONGEST_PIECE):
        yield pairs[start : start + LONGEST_PIECE]


def _batches(pieces: Sequence[Pairs]) -> Iterator[list[int]]:
    """The numbers of the pieces in batches, short pieces first: those of a batch are done at about the same time."""
    batch: list[int] = []
    size = 0
    for number in sorted(range(len(pieces)), key=lambda number: len(pieces[number])):
        batch.append(number)
        size += len(pieces[number])
        if size >= TOKENS_AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _tokens(batch: Sequence[tuple[Article, Pairs]]) -> Iterator[tuple[Token, ...]]:
    from quizengine.language.model.pipeline import run_pipeline as analyse_forms
    from quizengine.language.model.shipped import (
        shipped_model,  # imports numpy, which only an analysis needs
    )

    learnt = shipped_model()
    tags = [tag.split(" ") for tag in learnt.tags]
    forms = [[article.text[start:end] for start, end in pairs] for article, pairs in batch]
    found = analyse_forms(learnt, forms)
    at = 0
    for (article, pairs), words in zip(batch, forms, strict=True):
        yield tuple(_made(learnt, tags, found, article, pairs, words, at))
        at += len(pairs)


def _made(
    learnt: "Model",
    tags: Sequence[Sequence[str]],
    found: "Analysis",
    article: Article,
    pairs: Pairs,
    words: Sequence[str],
    at: int,
) -> Iterator[Token]:
    stretch = slice(at, at + len(pairs))
    columns = (found.tags, found.heads, found.relations, found.sure, found.certainty)
    rows = zip(pairs, words, *(column[stretch].tolist() for column in columns), strict=True)
    for pair, word, tag, head, relation, sure, score in rows:
        upos, xpos = tags[tag]
        lemma = learnt.lemmas.lemma(word, xpos)
        yield Token(article.span(*pair), word, lemma, upos, xpos, head - 1, learnt.relations[relation], sure, score)


def _joined(pieces: Sequence[tuple[Token, ...]]) -> tuple[Token, ...]:
    """The tokens of a sentence from its pieces, whose roots hang side by side on the first one's."""
    if len(pieces) <= 1:
        return pieces[0] if pieces else ()
    made: list[Token] = []
    root = next(at for at, token in enumerate(pieces[0]) if token.head < 0)
    for number, piece in enumerate(pieces):
        first = len(made)
        for token in piece:
            loose = token.head < 0 and number > 0
            head = root if loose else token.head + first if token.head >= 0 else -1
            relation = "parataxis" if loose else token.relation
            made.append(replace(token, head=head, relation=relation, sure=False, certainty=NOT_JUDGED))
    return tuple(made)
