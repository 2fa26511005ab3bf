"""Who sends codes or tokens that open nothing has to wait, so that nobody can try them all."""

from flask import request
from werkzeug.exceptions import TooManyRequests

from quizengine.web.surface import surface

CODE = "code"
TOKEN = "token"  # noqa: S105 # what is guessed, not a token
"""Counted apart: a class that mistypes its codes must not shut its teacher out, who may be at the same address."""


def wait_your_turn(kind: str) -> None:
    """End the request with status 429 when too many wrong ones of this kind came from where it comes from."""
    seconds = surface().store.misses.wait(_place(kind))
    if seconds:
        raise TooManyRequests(retry_after=seconds)


def count_miss(kind: str) -> None:
    """Count one that opened nothing."""
    surface().store.misses.add(_place(kind))


def _place(kind: str) -> str:
    return f"{kind} from {request.remote_addr or 'unknown'}"
