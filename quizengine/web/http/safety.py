"""Protects every page: limits on requests, refusal of requests from other sites, strict headers."""

from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from urllib.parse import urlsplit

from flask import Flask, request
from werkzeug.exceptions import Forbidden, SecurityError

from quizengine.web.http.headers import with_strict_headers
from quizengine.web.http.school_files import SCHOOL
from quizengine.web.render.languages import gettext
from quizengine.web.render.media_addresses import MEDIA
from quizengine.web.security.cookies import RememberedCookies

LARGEST_REQUEST = 256 * 1024
_HARMLESS = frozenset({"GET", "HEAD", "OPTIONS"})


def protect(app: Flask, secret_key: bytes, hosts: tuple[str, ...]) -> None:
    """Set limits and cookies, and guard every request; `hosts` are the host names to answer to (if empty, any)."""
    app.config.update(
        SECRET_KEY=secret_key,
        # Named by the key: cookies know no ports, and two servers on one machine must not overwrite each other's.
        SESSION_COOKIE_NAME=f"quizengine_{sha256(secret_key).hexdigest()[:8]}",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=timedelta(days=180),
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        MAX_FORM_MEMORY_SIZE=LARGEST_REQUEST,
        MAX_FORM_PARTS=500,
    )
    if hosts:
        app.before_request(_only_under(frozenset(host.strip("[]").lower() for host in hosts)))
    app.before_request(_refuse_other_sites)
    app.session_interface = RememberedCookies(app)
    app.wsgi_app = with_strict_headers(app.wsgi_app, f"{app.static_url_path}/", SCHOOL, MEDIA)  # type: ignore[assignment, method-assign] # as Flask says


def _only_under(hosts: frozenset[str]) -> Callable[[], None]:
    """Refuse requests under another host name, which a page of another site may have pointed at this computer.

    Flask's own check of TRUSTED_HOSTS cuts an IPv6 address at its first colon and so refuses every one.
    """

    def refuse_other_names() -> None:
        try:
            name = urlsplit(f"//{request.host}").hostname
        except ValueError:
            name = None
        if name not in hosts:
            raise SecurityError(f"Host {request.host!r} is not trusted.")

    return refuse_other_names


def _refuse_other_sites() -> None:
    """Refuse a change that a page of another site asks for; browsers say where a request comes from."""
    received = request._get_current_object()  # type: ignore[attr-defined] # the request itself, looked up once
    if received.method in _HARMLESS:
        return
    site = received.headers.get("Sec-Fetch-Site")
    if site is not None:
        own = site in ("same-origin", "none")
    else:  # older browsers, and every browser on a plain http address of a local network
        origin = received.headers.get("Origin") or received.headers.get("Referer") or ""
        own = received.host != "" and _site_of(origin) == received.host
    if not own:
        raise Forbidden(gettext("This form was sent from another site. Open the quiz’s own page and try again."))


def _site_of(address: str) -> str:
    """The name and port in an address; empty if it is none."""
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""
