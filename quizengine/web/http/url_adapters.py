"""Binds the routes to each request as Flask does, but works out only once what is the same for all requests to a host.

That is the name of the host, checked and encoded; to do so for each request costs as much as to find its page.
"""

from functools import lru_cache

from flask import Request
from werkzeug.routing import Map, MapAdapter
from werkzeug.wsgi import get_host

_REMEMBERED = 16
_DECIDING = (
    "HTTP_HOST",
    "SERVER_NAME",
    "SERVER_PORT",
    "SCRIPT_NAME",
    "wsgi.url_scheme",
    "HTTP_CONNECTION",
    "HTTP_UPGRADE",
)
"""All in a request that decides about its adapter, besides what it asks for."""


class UrlAdapters:
    """The routes of an app as its requests see them."""

    def __init__(self, routes: Map) -> None:
        self._routes = routes
        self._bound = lru_cache(_REMEMBERED)(self._bind)

    def adapter(self, request: Request) -> MapAdapter:
        """The routes for a request, whose `host` is set as well; raises BadHost for a name that is none."""
        environ = request.environ
        request.host, bound = self._bound(*map(environ.get, _DECIDING))
        return MapAdapter(
            self._routes,
            bound.server_name,
            bound.script_name,
            bound.subdomain,
            bound.url_scheme,
            request.path,
            request.method,
            environ.get("QUERY_STRING", ""),
        )

    def _bind(self, *deciding: str | None) -> tuple[str, MapAdapter]:
        environ = {name: value for name, value in zip(_DECIDING, deciding, strict=True) if value is not None}
        environ |= {"REQUEST_METHOD": "GET", "PATH_INFO": "/"}
        return get_host(environ), self._routes.bind_to_environ(environ, subdomain="")
