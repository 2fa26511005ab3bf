"""What can go wrong with attempts."""

from quizengine.errors import QuizEngineError


class StoreError(QuizEngineError):
    """Attempts cannot be read or written: another program's file, a newer version, a full disk, a locked file."""


class UnknownAttemptError(QuizEngineError):
    """There is no such attempt, or it belongs to someone else: the two are not told apart."""


class ClosedAttemptError(QuizEngineError):
    """The attempt has been submitted, and nothing about it changes any more."""
