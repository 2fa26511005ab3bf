"""The addresses of the pages of a quiz and of an attempt, as the routes of `student` define them.

The pages that students see after each answer need four of these. Flask's `url_for` finds any route by its name but
takes a fifth of the time for the whole page; a test compares these addresses with it.
"""

from urllib.parse import quote

from flask import request


def root_path() -> str:
    """Return the beginning of every address of ours: empty, or what a server in front of this one sets."""
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
    """Return the result of an attempt."""
    return f"{attempt_path(attempt_id)}/result"
