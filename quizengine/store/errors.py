"""The errors of the store."""

from quizengine.errors import QuizEngineError
from quizengine.plurals import with_number


class StoreError(QuizEngineError):
    """Attempts cannot be read or written: another program's file, a newer version, a full disk, a locked file."""


class BusyError(StoreError):
    """Somebody else kept the file locked for longer than a writer waits."""


class FullDiskError(StoreError):
    """There is no room left on the disk."""


class ReadOnlyError(StoreError):
    """The file, its folder or its disk may be read but not written to."""


class LostFileError(StoreError):
    """The file is no longer the one that was opened: it was deleted, moved, replaced or overwritten meanwhile.

    Putting back one that is `spoilt` does not help.
    """

    def __init__(self, message: str, *, spoilt: bool = False) -> None:
        super().__init__(message)
        self.spoilt = spoilt


class UnreachableError(StoreError):
    """The server of the database does not answer, or has ended a connection in use."""


class BrokenOffError(StoreError):
    """A transaction was broken off before it was committed: nothing of it is kept, and it can be begun again."""


class UnknownAttemptError(QuizEngineError):
    """There is no such attempt, or it belongs to someone else: the two are not distinguished."""


class ClosedAttemptError(QuizEngineError):
    """The attempt has been submitted, and nothing about it changes any more."""


class TimeUpError(QuizEngineError):
    """The time of the attempt is up, or has not been started; what was saved before is kept."""


class FinalResponseError(QuizEngineError):
    """The right answer to this question has been shown, so the response to it stays as it is."""


class NameTakenError(QuizEngineError):
    """Somebody with this name has already joined the class."""


class NotListedError(QuizEngineError):
    """Only those on the class list may join, and this name is not on it."""


class TooManyMissesError(QuizEngineError):
    """Too many codes from one address have opened nothing; `seconds` is how long it waits for the next try."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"too many codes were wrong; the next one is taken in {with_number(seconds, 'second')}")
        self.seconds = seconds


class UnknownAssignmentError(QuizEngineError):
    """No quiz was given to a class under this code."""


class ClosedAssignmentError(QuizEngineError):
    """The class is closed, by its teacher or because its closing time has come: nobody may join any more."""


class UpcomingAssignmentError(QuizEngineError):
    """The opening time of the class has not come: nobody may join yet."""


class OpenAssignmentError(QuizEngineError):
    """The class is still open: what has been given in it cannot be deleted."""
