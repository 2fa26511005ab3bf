"""The faults that stop the work.

    QuizEngineError
    ├── ArticleError     an article cannot be read
    ├── BankError        a bank file cannot be read at all (single bad questions are Findings)
    ├── FormatError      a quiz cannot be written in the format asked for
    ├── LanguageError    (quizengine.web) the pages do not speak the language asked for
    ├── PluginError      a plugin cannot be loaded, raised, or handed over a wrong record
    ├── QuestionError    a question that cannot be asked (also a ValueError)
    ├── ServingError     (quizengine.web) the server cannot listen where it was told to
    ├── StoreError       (quizengine.store) what students gave cannot be read or kept
    ├── TokenError       (quizengine.web) a token for the teacher's pages that will not do
    ├── ClosedAttemptError    (quizengine.store) the attempt was submitted and stays as it is
    └── UnknownAttemptError   (quizengine.store) there is no such attempt, or it is someone else's

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


PLUGIN_FAULTS = (Exception, SystemExit)
"""What is caught around a plugin's code: one that calls sys.exit() must not end the program, Ctrl-C must."""


def in_words(fault: BaseException) -> str:
    """A fault of a plugin in one line: a PluginError by its own words, any other by its type and words."""
    try:
        words = " ".join(str(fault).split())
    except PLUGIN_FAULTS:  # a plugin's own exception may fail even at saying what is wrong
        words = ""
    if isinstance(fault, PluginError):
        return words
    return f"raised {type(fault).__name__}{': ' * bool(words)}{words}"
