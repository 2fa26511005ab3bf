"""Identifies the browser, the attempts that it may continue, and its student's name."""

import hashlib
import hmac
import secrets
import unicodedata

from flask import current_app, session
from flask.sessions import SessionMixin

from quizengine.store import name_key

LONGEST_NAME = 80
_MOST_GRANTED = 8
"""Attempts of other devices that a browser continues with at a time; the cookie has to hold them."""


def owner() -> str:
    """Return what is in the store for this browser: a hash, so that the file does not hold what opens an attempt."""
    return _owner_by(_held())


def owner_of(attempt_id: str) -> str:
    """The owner as whom this browser may ask for an attempt: another device's where its code was given, else itself."""
    held = _held()
    return held.get("granted", {}).get(attempt_id) or _owner_by(held)


def _held() -> SessionMixin:
    """The session itself, looked up once: each use of Flask's `session` looks it up again."""
    held: SessionMixin = session._get_current_object()  # type: ignore[attr-defined]
    return held


def _owner_by(held: SessionMixin) -> str:
    if "browser" not in held:
        held["browser"] = secrets.token_urlsafe(24)
        held.permanent = True
    return hashlib.sha256(str(held["browser"]).encode()).hexdigest()


def grant(attempt_id: str, of: str) -> None:
    """Let this browser continue with an attempt of another one, beside that one; the cookie is signed."""
    granted = {**session.get("granted", {}), attempt_id: of}
    session["granted"] = dict(list(granted.items())[-_MOST_GRANTED:])
    session.permanent = True


def granted_attempts() -> tuple[tuple[str, str], ...]:
    """The attempts of other devices that this browser continues with, and their owners."""
    return tuple(session.get("granted", {}).items())


def forget() -> None:
    """Forget which attempts are this browser's, the language chosen in it, and whatever else its cookie holds."""
    session.clear()


def has_cookie() -> bool:
    """Return whether this browser has sent a cookie of ours back."""
    return "browser" in session


def new_attempt_id(once: str) -> str:
    """The id of the attempt that this browser begins with a form: always the same, and guessed by nobody."""
    key = current_app.secret_key
    assert isinstance(key, bytes)
    return hmac.new(key, f"{session['browser']}/{once}".encode(), hashlib.sha256).hexdigest()[:32]


def plain_name(text: str) -> str:
    """A name as typed, without what cannot be seen: control characters, and marks that turn the writing direction."""
    plain = " ".join("".join(map(_plain, text)).split())
    return plain if name_key(plain) else ""  # of joiners alone, nothing is seen


def _plain(sign: str) -> str:
    """A character of a name; joiners stay, for many scripts are written with them."""
    category = unicodedata.category(sign)
    if category == "Cc":
        return " "
    return sign if sign in "\u200c\u200d" or category not in ("Cf", "Co", "Cs") else ""
