"""The cookie that keeps a teacher signed in, separate from the students' cookie, so that each ends by itself.

Browsers send it only to the teacher's pages and drop it when they are closed. It is valid for twelve hours from when
the teacher's address was opened, and no page prolongs it.
"""

from datetime import timedelta

from flask import current_app, request
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.wrappers import Response as HttpResponse

from quizengine.web.security.teacher_token import TeacherToken

LIFETIME = timedelta(hours=12)


def sign_in(answer: HttpResponse, token: TeacherToken) -> HttpResponse:
    """The answer with a cookie that opens the teacher's pages as long as the token stays the same."""
    answer.set_cookie(
        _name(),
        str(_signer().dumps(token.stamp)),
        path=_path(),
        secure=request.is_secure,
        httponly=True,
        samesite="Lax",
    )
    return answer


def sign_out(answer: HttpResponse) -> HttpResponse:
    """The answer that ends the cookie, whether the browser has one or not."""
    answer.delete_cookie(_name(), path=_path(), secure=request.is_secure, httponly=True, samesite="Lax")
    return answer


def signed_in(token: TeacherToken) -> bool:
    """Return whether this browser has opened the teacher's address, not too long ago and with the token of now."""
    sent = request.cookies.get(_name(), "")
    if not sent:
        return False
    try:
        stamp = _signer().loads(sent, max_age=int(LIFETIME.total_seconds()))
    except BadSignature:
        return False
    return token.is_stamp(str(stamp))


def _name() -> str:
    return f"{current_app.config['SESSION_COOKIE_NAME']}_teacher"


def _path() -> str:
    return f"{request.script_root}/teacher"


def _signer() -> URLSafeTimedSerializer:
    key = current_app.secret_key
    assert isinstance(key, bytes)
    return URLSafeTimedSerializer(key, salt="quizengine teacher")
