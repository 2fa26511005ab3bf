"""The exceptions that stop the work.

    QuizEngineError
    ├── ArticleError     an article cannot be read
    ├── BankError        a bank file cannot be read at all (single bad questions are Findings)
    ├── ArchiveError     the work on an archive cannot begin or go on (single articles are listed instead)
    │   └── ClusterError   the cluster that makes its banks cannot be reached, or is of no use
    ├── FormatError      a quiz cannot be written in the requested format
    │   └── FailedFormatError   the code of a format failed: the words are for its developer
    ├── MissingPackageError   (also a FormatError) the format needs an optional package that is not installed
    ├── LanguageError    (quizengine.web) the pages are not available in the requested language
    ├── PluginError      a plugin cannot be loaded, raised an exception, or provided a wrong record
    ├── QuestionError    a question that cannot be asked (also a ValueError)
    ├── ServingError     (quizengine.web) the server cannot listen where it was told to
    ├── StoreError       (quizengine.store) students' answers cannot be read or saved
    ├── TokenError       (quizengine.web) a token for the teacher's pages that cannot be used
    ├── ClosedAttemptError    (quizengine.store) the attempt was submitted and can no longer be changed
    ├── UnknownAttemptError   (quizengine.store) there is no such attempt, or it belongs to somebody else
    └── WriteError       a file cannot be written: the disk is full, the folder is read-only, its lock is held

Every message is for the person who can fix the fault: where it is, what was found, what was expected, what to do.
Faults in content that leave the rest usable are values instead: `quizengine.extensions.records.Finding`.
"""

import opcode
from collections.abc import Iterator
from types import FrameType


class QuizEngineError(Exception):
    """The root: catching this catches every exception that quizengine raises on purpose."""


class ArticleError(QuizEngineError):
    """An article cannot be read: there is no such file, or it is not text, empty, or much too long."""


class BankError(QuizEngineError):
    """A bank file cannot be read at all."""


class ArchiveError(QuizEngineError):
    """The work on an archive cannot begin or go on."""


class ClusterError(ArchiveError):
    """A cluster cannot be reached, has no workers, loses its scheduler, or has another version of quizengine."""


class FormatError(QuizEngineError):
    """A quiz cannot be written in the requested format."""


class FailedFormatError(FormatError):
    """The code of a format failed, or gave what no format may give; the message is for its developer."""


class MissingPackageError(FormatError):
    """A quiz cannot be written in the requested format, as a package that it needs is not installed."""

    def __init__(self, package: str, message: str) -> None:
        super().__init__(message)
        self.package = package
        """Its name, as people write it: Typst."""


class WriteError(FormatError):
    """A file cannot be written, whatever its content: the disk is full, or the folder is read-only."""


class PluginError(QuizEngineError):
    """A plugin cannot be loaded, raised an exception in a hook, or provided a record that breaks the contract."""


class QuestionError(QuizEngineError, ValueError):
    """A question that cannot be asked: no stem, no key, two equal options."""

    def __init__(self, message: str = "", at: tuple[str | int, ...] = ()) -> None:
        super().__init__(message)
        self.at = at
        """The path from the question to the value at fault, if it is one: ("pinned", 0), the first of its field."""


class OutOfTime(BaseException):  # no error, and no plugin that catches errors may catch it
    """The time for making a draft is up: what was found so far is kept, and the rest is left out."""


PLUGIN_FAULTS = (BaseException,)
"""The exceptions that are caught around a plugin's code, which must never end the program. `error_message` raises those
again that are not a plugin's fault, so it is called in every such place.
"""

_RAISE = opcode.opmap["RAISE_VARARGS"]


def error_message(fault: BaseException, module: str = "") -> str:
    """A fault of a plugin in one line: a PluginError by its own words, any other by its place, type and words.

    The place is the last line of the plugin's own files that was running. They are those of the package of `module`;
    without it, of the first package that is neither quizengine's nor Python's. Raises the fault again when it is not a
    plugin's: a real Ctrl-C, or OutOfTime.
    """
    words = _in_words(fault)
    if isinstance(fault, PluginError):
        return words
    place = _place(fault, module)
    return f"failed at {place}: {words}" if place else f"raised {words}"


def raised_message(fault: BaseException) -> str:
    """The same without the place."""
    words = _in_words(fault)
    return words if isinstance(fault, PluginError) else f"raised {words}"


def _in_words(fault: BaseException) -> str:
    _pass_on(fault)
    try:
        words = " ".join(str(fault).split())
    except PLUGIN_FAULTS as worse:  # a plugin's own exception may fail even at saying what is wrong
        _pass_on(worse)
        words = ""
    return words if isinstance(fault, PluginError) else f"{type(fault).__name__}{': ' * bool(words)}{words}"


def frames_of(fault: BaseException) -> Iterator[tuple[FrameType, int]]:
    """The frames that a fault went through, the innermost last, each with the number of its line."""
    trace = fault.__traceback__
    while trace is not None:
        yield trace.tb_frame, trace.tb_lineno
        trace = trace.tb_next


def _place(fault: BaseException, module: str) -> str:
    """The last line of the plugin that a fault went through: "plugins/dates.py, line 12"; empty if there is none."""
    passed = [(_package(frame), frame.f_code.co_filename, line) for frame, line in frames_of(fault)]
    others = (package for package, file, _ in passed if package not in _NO_PLUGINS and not _is_python_s(file))
    own = module.partition(".")[0] or next(others, "")
    inside = [(file, line) for package, file, line in passed if own and package == own]
    if not inside:
        return ""
    file, line = inside[-1]
    return f"{_shown(file, own)}, line {line}"


_NO_PLUGINS = ("", "__main__", __name__.partition(".")[0])
_LIBRARY = opcode.__file__.removesuffix("opcode.py")
"""The folder of Python's own modules; packages may lie in a folder below it."""


def _package(frame: FrameType) -> str:
    name = frame.f_globals.get("__name__")
    return name.partition(".")[0] if isinstance(name, str) else ""


def _is_python_s(file: str) -> bool:
    return file.startswith("<frozen ") or (file.startswith(_LIBRARY) and "-packages" not in file)


def _shown(file: str, package: str) -> str:
    """A file's path from the folder `plugins` on that the package lies in, or from the package on."""
    parts = file.replace("\\", "/").split("/")
    folders = parts[:-1]
    top = max((place for place, name in enumerate(folders) if name == package), default=len(folders))
    home = max((place for place, name in enumerate(folders[:top]) if name == "plugins"), default=top)
    return "/".join(parts[home:])


def _pass_on(fault: BaseException) -> None:
    if isinstance(fault, OutOfTime) or (isinstance(fault, KeyboardInterrupt) and not _by_raise(fault)):
        raise fault


def _by_raise(fault: BaseException) -> bool:
    """Return whether a `raise` statement raised it: a signal, as from Ctrl-C, arrives between other instructions."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and trace.tb_lasti >= 0 and trace.tb_frame.f_code.co_code[trace.tb_lasti] == _RAISE
