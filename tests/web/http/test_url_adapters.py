"""The routes are bound to each request as Flask binds them, the first time and every later time."""

from typing import Any

import pytest
from flask import Flask, Request
from werkzeug.exceptions import HTTPException
from werkzeug.test import EnvironBuilder

from quizengine.web.http.url_adapters import UrlAdapters

PLAIN = {"HTTP_HOST": "localhost:8000"}
OTHERS = [
    {"HTTP_HOST": "School.Example:80"},
    {"HTTP_HOST": "[::1]:8000"},
    {"HTTP_HOST": "school.example", "wsgi.url_scheme": "https", "SCRIPT_NAME": "/quizzes"},
    {"HTTP_HOST": "no/name"},
    {"HTTP_HOST": f"{'a' * 64}.example"},
    {"HTTP_HOST": ""},
    {"SERVER_NAME": "192.168.0.7", "SERVER_PORT": "8000"},
    {"HTTP_HOST": "localhost:8000", "HTTP_CONNECTION": "Upgrade", "HTTP_UPGRADE": "websocket"},
    {"HTTP_HOST": "localhost:8000", "QUERY_STRING": "lang=de"},
]


def bound(bind, environ: dict[str, Any]) -> object:
    """Everything in the adapter of a request with its host, or the fault."""
    request = Request(environ.copy())
    try:
        adapter = bind(request)
    except HTTPException as fault:
        return type(fault), request.host
    return {**vars(adapter), "map": None}, request.host


@pytest.mark.parametrize("other", OTHERS)
def test_the_routes_are_bound_as_flask_binds_them(other: dict[str, str]):
    app = Flask("example")
    ours = UrlAdapters(app.url_map)
    for host in (PLAIN, other, PLAIN, other):  # what is remembered of one is not taken for another
        environ = EnvironBuilder(path="/attempts/1/é", method="POST").get_environ()
        del environ["HTTP_HOST"]
        environ |= host
        assert bound(ours.adapter, environ) == bound(app.create_url_adapter, environ)
