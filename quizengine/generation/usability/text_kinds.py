"""The kinds of articles that some questions do not suit.

Two strict readers took none of 5 terms in news reports, and 74 of 106 elsewhere; of figures in news reports 15 of 28,
elsewhere 181 of 241; of facts in news reports 89 of 108, elsewhere 52 of 92. Plain questions with a year or for a place
of birth do better there: readers took 22 of 32 of them, and of those without 10 of 24.

Next: `features`, which lists these with all others.
"""

import re

from quizengine.generation.usability.words_read import stem_body
from quizengine.quiz.questions import Question
from quizengine.text.article import Article
from quizengine.text.news_reports import is_news_report

_TERMS, _FIGURES, _FACTS = "key terms", "numeric recall", "fact recall"
"""The tags of the questions."""
_DATED = re.compile(
    r"(?!.*_{3}|.*[“‘])(?!What (?:did|happened)\b)(?!.*\bof these\b).*\b(?:1\d{3}|20\d{2}|born|B\.?C)\b"
)
"""A plain question with a year, or for where somebody was born."""


def term_in_news(question: Question, article: Article | None) -> float:
    """Return 1 for a term of a news report that has none in bold, 1/2 without an article, else 0."""
    if _TERMS not in question.tags:
        return 0
    return 0.5 if article is None else float(not article.marked_terms and is_news_report(article))


def figure_in_news(question: Question, article: Article | None) -> float:
    """Return 1 for a figure of a news report, 1/2 without an article, else 0."""
    if _FIGURES not in question.tags:
        return 0
    return 0.5 if article is None else float(is_news_report(article))


def fact_outside_news(question: Question, article: Article | None) -> float:
    """Return 1 for a fact of a text that is no news report, 1/2 without an article, else 0.

    Also 0 for a plain question with a year or for a place of birth.
    """
    if _FACTS not in question.tags or _DATED.match(stem_body(question)):
        return 0
    return 0.5 if article is None else float(not is_news_report(article))
