"""The faults that stop the work.

    QuizEngineError
    ├── ArticleError     an article cannot be read
    ├── BankError        a bank file cannot be read at all (single bad questions are Findings)
    ├── FormatError      a quiz cannot be written in the format asked for
    ├── PluginError      a plugin cannot be loaded, raised, or handed over a wrong record
    └── QuestionError    a question that cannot be asked (also a ValueError)

Every message speaks to the person who can mend it: where, what was found, what was expected, what to do.
Faults of content that leave the rest usable are values instead: `quizengine.records.Finding`.
"""


class QuizEngineError(Exception):
    """The root: whoever catches this catches every fault that quizengine raises on purpose."""


class ArticleError(QuizEngineError):
    """An article cannot be read: no such file, not text, empty, or far longer than an article."""


class BankError(QuizEngineError):
    """A bank file cannot be read at all."""


class FormatError(QuizEngineError):
    """A quiz cannot be written in the format asked for."""


class PluginError(QuizEngineError):
    """A plugin cannot be loaded, raised in a hook, or handed over a record that breaks the contract."""


class QuestionError(QuizEngineError, ValueError):
    """A question that cannot be asked: no stem, no key, two equal options."""
