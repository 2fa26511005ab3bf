"""Reads forms and addresses as browsers write them, and sends the browser to the next page."""

from typing import cast
from urllib.parse import parse_qsl
from wsgiref.types import WSGIEnvironment

from flask import Request, Response, request
from werkzeug.datastructures import Headers, MultiDict
from werkzeug.exceptions import ClientDisconnected, RequestEntityTooLarge, UnsupportedMediaType
from werkzeug.routing import IntegerConverter

MOST_FIELDS = 500
_SMALL = 16 * 1024
"""Bytes; far below the largest body that is accepted."""
_READ = "quizengine.sent"
_FORM = "application/x-www-form-urlencoded"


def sent_form() -> MultiDict[str, str]:
    """Return the fields of the form, each with all its values, including empty ones.

    Flask's own reading also handles files and takes three times as long. Raises RequestEntityTooLarge,
    ClientDisconnected for an incomplete form, and UnsupportedMediaType for a body that no form of ours could have sent:
    neither may count as an empty answer.
    """
    received = request._get_current_object()  # type: ignore[attr-defined] # the request itself, looked up once
    if _READ in received.environ:
        return cast("MultiDict[str, str]", received.environ[_READ])
    body = _body(received)
    if body and not received.environ.get("CONTENT_TYPE", "").lower().startswith(_FORM):
        raise UnsupportedMediaType
    try:
        fields = MultiDict(parse_qsl(body.decode(errors="replace"), True, max_num_fields=MOST_FIELDS))
    except ValueError:
        raise RequestEntityTooLarge from None
    received.environ[_READ] = fields  # a body comes once, and a page that says what went wrong needs it again
    return fields


def sent_to() -> str:
    """Return the address that the form was sent to."""
    query = f"?{request.query_string.decode('latin-1')}" if request.query_string else ""
    return f"{request.root_path}{request.path}{query}"


def keep_form(fields: MultiDict[str, str]) -> None:
    """Let `sent_form` give these fields from now on: those of a form that came with a file."""
    request.environ[_READ] = fields


MOST_DIGITS = 9
"""A longer number is not a place, a time or a length here, and Python refuses to read 4,301 digits."""


def whole_number(text: str) -> int | None:
    """The whole number that a text is, from 0 on; None for any other text, and for a number that is far too long."""
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else None


class WholeNumber(IntegerConverter):
    """A number in an address of ours; an address with one that is far too long is not a page."""

    regex = rf"\d{{1,{MOST_DIGITS}}}"


def _body(received: Request) -> bytes:
    """All that was sent; a small body that tells its length, as a form of ours is, needs no stream around it."""
    told = received.environ.get("CONTENT_LENGTH", "")
    length = whole_number(told)
    if length is None and told.isdecimal():
        raise RequestEntityTooLarge
    small = length is not None and length <= _SMALL
    body: bytes = received.environ["wsgi.input"].read(length) if small else received.stream.read()
    if length is not None and len(body) != length:
        raise ClientDisconnected
    return body


def query_value(name: str) -> str:
    """Return the value of `?name=` in an address of ours; empty if it has none; most have none and are not parsed."""
    received = request._get_current_object()  # type: ignore[attr-defined] # the request itself, looked up once
    return str(received.args.get(name, "")) if received.environ.get("QUERY_STRING") else ""


class SeeOther(Response):
    """The answer that sends the browser to another address, so that reloading does not send the form again."""

    default_mimetype = None  # there is nothing in it that could have a type

    def __init__(self, address: str) -> None:
        super().__init__(status=303, headers=[("Location", address), ("Content-Length", "0")])

    def get_wsgi_headers(self, environ: WSGIEnvironment) -> Headers:
        """The headers as they are: the address is plain ASCII already, and the length is known."""
        return self.headers
