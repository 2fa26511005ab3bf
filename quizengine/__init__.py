"""quizengine: an article in, questions with proof for every key out.

The names below are what a plugin may import; everything else is inside. They are loaded when asked for, so that
`import quizengine` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizengine.article import Article, Span, Speech, per_article
    from quizengine.errors import (
        ArticleError,
        BankError,
        FormatError,
        PluginError,
        QuestionError,
        QuizEngineError,
    )
    from quizengine.facts import Fact, per_facts
    from quizengine.hookspecs import API_VERSION, hookimpl
    from quizengine.question_types import (
        ChoiceQuestion,
        ClozeQuestion,
        MatchingQuestion,
        NumericQuestion,
        OrderingQuestion,
        Pair,
        ShortTextQuestion,
        Tolerance,
        TrueFalseQuestion,
    )
    from quizengine.questions import Evidence, Origin, Question, article_says
    from quizengine.quiz import Quiz
    from quizengine.records import Check, Finding, Format, Generator, Reading, Refusal
    from quizengine.startup import Engine, start

__version__ = "0.1.0"

_ROOMS = {
    "article": ("Article", "Span", "Speech", "per_article"),
    "errors": ("ArticleError", "BankError", "FormatError", "PluginError", "QuestionError", "QuizEngineError"),
    "facts": ("Fact", "per_facts"),
    "hookspecs": ("API_VERSION", "hookimpl"),
    "question_types": (
        "ChoiceQuestion",
        "ClozeQuestion",
        "MatchingQuestion",
        "NumericQuestion",
        "OrderingQuestion",
        "Pair",
        "ShortTextQuestion",
        "Tolerance",
        "TrueFalseQuestion",
    ),
    "questions": ("Evidence", "Origin", "Question", "article_says"),
    "quiz": ("Quiz",),
    "records": ("Check", "Finding", "Format", "Generator", "Reading", "Refusal"),
    "startup": ("Engine", "start"),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "API_VERSION",
    "Article",
    "ArticleError",
    "BankError",
    "Check",
    "ChoiceQuestion",
    "ClozeQuestion",
    "Engine",
    "Evidence",
    "Fact",
    "Finding",
    "Format",
    "FormatError",
    "Generator",
    "MatchingQuestion",
    "NumericQuestion",
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
    "Tolerance",
    "TrueFalseQuestion",
    "article_says",
    "hookimpl",
    "per_article",
    "per_facts",
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
