"""Quizzes on paper: a sheet for students and, as a file of its own, a sheet with the key and what proves it.

`printed_questions` says what is on both; `html`, `pdf`, `word` and `plain` put it into files.
Read `printed_questions` first.
"""

from quizengine.formats.paper.html import HTML, HTML_KEY, HTML_LARGE
from quizengine.formats.paper.pdf import PDF, PDF_KEY, PDF_LARGE
from quizengine.formats.paper.plain import TEXT, TEXT_KEY
from quizengine.formats.paper.word import WORD, WORD_KEY

__all__ = ["HTML", "HTML_KEY", "HTML_LARGE", "PDF", "PDF_KEY", "PDF_LARGE", "TEXT", "TEXT_KEY", "WORD", "WORD_KEY"]
