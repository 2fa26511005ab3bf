"""quizengine: an article in, questions with proof for every key out.

Plugins may import the names below; everything else is internal. They are loaded on first use, so that `import
quizengine` costs next to nothing. Read `engine` first.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizengine.engine import Engine, start
    from quizengine.errors import ArticleError, BankError, FormatError, PluginError, QuestionError, QuizEngineError
    from quizengine.extensions.hookspecs import API_VERSION, hookimpl
    from quizengine.extensions.losses import Loss
    from quizengine.extensions.records import Check, Finding, Format, Generator, Reading, Refusal
    from quizengine.quiz.parts import (
        Choice,
        ChoiceKey,
        Gap,
        ModelAnswer,
        NumberKey,
        Option,
        Ordering,
        OrderKey,
        Text,
        TextKey,
    )
    from quizengine.quiz.questions import Evidence, Origin, Question, article_says
    from quizengine.quiz.quiz import Quiz
    from quizengine.quiz.types import (
        ChoiceQuestion,
        ClozeQuestion,
        MatchingQuestion,
        NumericQuestion,
        OpenQuestion,
        OptionFeedback,
        OrderingQuestion,
        Pair,
        ShortTextQuestion,
        Tolerance,
        TrueFalseQuestion,
    )
    from quizengine.text.article import Article, Span, Speech, cache_per_article
    from quizengine.text.documents import ArticleReader, Block, Document, document_of
    from quizengine.text.facts import Fact, cache_per_facts
    from quizengine.text.news_reports import is_news_report

__version__ = "0.1.0"

_ROOMS = {
    "text.article": ("Article", "Span", "Speech", "cache_per_article"),
    "errors": ("ArticleError", "BankError", "FormatError", "PluginError", "QuestionError", "QuizEngineError"),
    "text.documents": ("ArticleReader", "Block", "Document", "document_of"),
    "text.facts": ("Fact", "cache_per_facts"),
    "text.news_reports": ("is_news_report",),
    "extensions.hookspecs": ("API_VERSION", "hookimpl"),
    "quiz.types": (
        "ChoiceQuestion",
        "ClozeQuestion",
        "MatchingQuestion",
        "NumericQuestion",
        "OpenQuestion",
        "OptionFeedback",
        "OrderingQuestion",
        "Pair",
        "ShortTextQuestion",
        "Tolerance",
        "TrueFalseQuestion",
    ),
    "quiz.parts": (
        "Choice",
        "ChoiceKey",
        "Gap",
        "ModelAnswer",
        "NumberKey",
        "Option",
        "OrderKey",
        "Ordering",
        "Text",
        "TextKey",
    ),
    "quiz.questions": ("Evidence", "Origin", "Question", "article_says"),
    "quiz.quiz": ("Quiz",),
    "extensions.losses": ("Loss",),
    "extensions.records": ("Check", "Finding", "Format", "Generator", "Reading", "Refusal"),
    "engine": ("Engine", "start"),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "API_VERSION",
    "Article",
    "ArticleError",
    "ArticleReader",
    "BankError",
    "Block",
    "Check",
    "Choice",
    "ChoiceKey",
    "ChoiceQuestion",
    "ClozeQuestion",
    "Document",
    "Engine",
    "Evidence",
    "Fact",
    "Finding",
    "Format",
    "FormatError",
    "Gap",
    "Generator",
    "Loss",
    "MatchingQuestion",
    "ModelAnswer",
    "NumberKey",
    "NumericQuestion",
    "OpenQuestion",
    "Option",
    "OptionFeedback",
    "OrderKey",
    "Ordering",
    "OrderingQuestion",
    "Origin",
    "Pair",
    "PluginError",
    "Question",
    "QuestionError",
    "Quiz",
    "QuizEngineError",
    "Reading",
    "Refusal",
    "ShortTextQuestion",
    "Span",
    "Speech",
    "Text",
    "TextKey",
    "Tolerance",
    "TrueFalseQuestion",
    "article_says",
    "cache_per_article",
    "cache_per_facts",
    "document_of",
    "hookimpl",
    "is_news_report",
    "start",
]


def __getattr__(name: str) -> object:
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__} has no attribute {name}")
    value: object = getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
