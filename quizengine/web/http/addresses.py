"""Where the pages of a quiz and of an attempt lie, as the routes of `student` say it.

The pages that a student sees at every answer need four of these each. Flask's `url_for` finds any route by its name,
at a fifth of what the whole page may cost; a test holds these against it.
"""

from urllib.parse import quote

from flask import request


def root_path() -> str:
    """Return what stands before every address of ours: nothing, or where a server in front of this one puts it."""
    return request.script_root


def quiz_path(name: str) -> str:
    """The page that begins a quiz."""
    return f"{root_path()}/quizzes/{quote(name, safe='')}"


def attempt_path(attempt_id: str) -> str:
    """Return what the addresses of an attempt begin with; the id of an attempt that there is needs no quoting."""
    return f"{root_path()}/attempts/{attempt_id}"


def question_path(attempt_id: str, number: int) -> str:
    """One question of an attempt."""
    return f"{attempt_path(attempt_id)}/{number}"


def check_path(attempt_id: str) -> str:
    """All answers of an attempt, to check them."""
    return f"{attempt_path(attempt_id)}/check"


def result_path(attempt_id: str) -> str:
    """Return what came of an attempt."""
    return f"{attempt_path(attempt_id)}/result"
