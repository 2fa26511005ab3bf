"""The addresses for students, with a QR code."""

from urllib.parse import urlsplit

from flask import request, url_for
from markupsafe import Markup

from quizengine.web.app_context import app_context
from quizengine.web.http.addresses import root_path
from quizengine.web.http.network import is_loopback
from quizengine.web.render import qr

_LONGEST = 200
"""Characters of an address that is shown; a longer one is nobody's."""


def addresses() -> tuple[str, ...]:
    """The addresses to tell students, the likeliest first; none if only this machine is let in.

    Behind another server, whose address is not known here, it is the one under which this page was asked for.
    """
    told = tuple(filter(_reaches_others, app_context().student_addresses))
    return told or tuple(filter(_reaches_others, (request.url_root,)))


def address_to_join(code: str) -> str:
    """The address at which students join the class with this code."""
    return _for_students(url_for("joining.join", code=code))


def address_of_quiz(name: str) -> str:
    """The address at which students begin a quiz that is open to them."""
    return _for_students(url_for("student.start", name=name))


def _for_students(path: str) -> str:
    """The address of a page as students reach it; this machine's own only if no other is let in."""
    base = addresses()[0] if addresses() else request.url_root
    return base.rstrip("/") + path.removeprefix(root_path())


def picture(address: str) -> Markup:
    """The QR code of an address, to be put into a page; empty for one that only this machine can open."""
    return Markup(qr.qr_svg(address)) if _reaches_others(address) else Markup()  # noqa: S704 # nothing but shapes


def _reaches_others(address: str) -> bool:
    return len(address) <= _LONGEST and not is_loopback(urlsplit(address).hostname or "")
