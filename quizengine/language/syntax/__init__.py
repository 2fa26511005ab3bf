"""Sentences as trees of words, after Universal Dependencies: `analyse(article)`."""

from quizengine.language.syntax.analysis import analyse
from quizengine.language.syntax.sentence import Sentence, Token

__all__ = ["Sentence", "Token", "analyse"]
