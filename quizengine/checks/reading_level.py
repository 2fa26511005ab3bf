"""The rule about reading level: a question must not be harder to read than its article.

The measure is the Automated Readability Index (Senter & Smith 1967), a school grade from the length of words and
sentences: 4.71 letters/words + 0.5 words/sentences - 21.43. It does not count syllables, so it is the same everywhere.
"""

import re
from collections.abc import Iterator

from quizengine.checks.asking_sentence import asking_sentence
from quizengine.checks.authorities import HALADYNA
from quizengine.extensions.records import Check
from quizengine.quiz.questions import Question
from quizengine.text.article import Article, cache_per_article

_FEWEST_WORDS = 12
_GRADES_ABOVE = 8
_SCHOOL = 14.0
_LONGEST_SENTENCE = 35
"""The index was made for pages: one long sentence would outweigh all else, and `gratuitous-length` finds it anyway."""
_SENTENCE_END = re.compile(r"(?<![.!?:;])[.!?:;]+(?=\s|\Z)")


def reading_grade(text: str) -> float:
    """The school grade that a text is readable in, by the Automated Readability Index."""
    words = text.split()
    letters = sum(map(str.isalnum, text))
    sentences = max(len(_SENTENCE_END.findall(text)), 1)
    return 4.71 * letters / max(len(words), 1) + 0.5 * min(len(words) / sentences, _LONGEST_SENTENCE) - 21.43


def hard_to_read(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a stem is far harder to read than the article, or than anything in school."""
    stem = asking_sentence(question.stem)
    if len(stem.split()) < _FEWEST_WORDS:
        return
    most = max(_SCHOOL, _grade_of(article) if article else 0.0) + _GRADES_ABOVE
    grade = reading_grade(stem)
    if grade > most:
        words = f"the article asks for grade {_grade_of(article):.0f}" if article else "schools end with grade 12"
        yield f"the stem asks for reading at grade {grade:.0f}, and {words}; use shorter words and sentences"


@cache_per_article
def _grade_of(article: Article) -> float:
    return reading_grade(" ".join(paragraph.text for paragraph in article.paragraphs))


READING_CHECKS = (
    Check(
        "hard-to-read",
        hard_to_read,
        "A question about history must not turn into one about vocabulary.",
        "warning",
        f"{HALADYNA} (8: simple vocabulary); Senter & Smith 1967, Automated readability index",
        "Notwithstanding considerable contemporaneous organisational transformations, which administrative "
        "considerations predominantly necessitated discontinuing transportation? = money ~ storms ~ fog",
        "Which of the town's many worries in the long winter of 1911 made it stop the ferry? = money ~ storms ~ fog",
    ),
)
