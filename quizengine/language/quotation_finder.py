"""The quotations of an article: the words between quotation marks of every sort, over paragraphs too.

Who says them is for generators to tell.
"""

from dataclasses import dataclass

from quizengine.language.quotation_ranges import MarkedWords, marked_words
from quizengine.text.article import Article, Span


@dataclass(frozen=True)
class Quoted:
    """One quotation: its words, a piece for each time it is opened anew, and where its marks begin and end."""

    pieces: tuple[Span, ...]
    start: int
    end: int
    closed: bool
    """False if no closing mark follows: then nobody knows where it ends."""

    @property
    def whole(self) -> Span:
        """The span from its first word to its last."""
        return self.pieces[0].to(self.pieces[-1])

    @property
    def words(self) -> int:
        """The number of words."""
        return sum(len(piece.text.split()) for piece in self.pieces)

    @property
    def last_character(self) -> str:
        """The character before the closing mark."""
        return self.pieces[-1].text.rstrip("’'”\"")[-1:]


def quotations(article: Article) -> tuple[Quoted, ...]:
    """The outermost quotations of the body, in order; one that is opened anew as it goes on is one."""
    runs: list[list[tuple[Span, MarkedWords]]] = []
    open_to = -1
    for paragraph in article.paragraphs:
        for number, marked in enumerate(marked_words(article.text, paragraph.start, paragraph.end)):
            piece = _stripped(article, marked.inner_start, marked.inner_end)
            if not piece.text:
                continue
            begins = number == 0 and marked.start == paragraph.start
            goes_on = open_to >= 0 and (begins or marked.start == open_to)
            if not (goes_on and not article.text[open_to : marked.start].strip()):
                runs.append([])
            runs[-1].append((piece, marked))
            open_to = -1 if marked.closed else marked.end
    return tuple(
        Quoted(tuple(piece for piece, _ in run), run[0][1].start, run[-1][1].end, run[-1][1].closed) for run in runs
    )


def _stripped(article: Article, start: int, end: int) -> Span:
    """The words without the white space at either end."""
    text = article.text[start:end]
    first = start + len(text) - len(text.lstrip())
    return article.span(first, first + len(text.strip()))
