"""The settings for granian, for one process and for several: its time limits and its number of connections."""

from typing import Any

from quizengine.web.monitoring.json_log import JsonLines

_HEADERS = 10.0
"""Seconds that a client has for the headers of a request, and that it may keep a connection without asking anything."""
_BUFFER = 64 * 1024
"""Bytes that are kept for each client at most, of headers that come and of answers that it does not read."""
_BACKLOG = 1024
GRACE = 5
"""Seconds that requests under way have to end when the server is told to."""
_STDERR = {"class": "logging.StreamHandler", "stream": "ext://sys.stderr"}


def granian_settings(host: str, port: int, places: int, json_log: bool = False) -> dict[str, Any]:
    """Arguments of a granian server that holds at most `places` connections in each process."""
    from granian.constants import HTTPModes, Interfaces
    from granian.http import HTTP1Settings
    from granian.log import LogLevels

    return {
        "address": host,
        "port": port,
        "interface": Interfaces.RSGI,
        "http": HTTPModes.http1,  # while it waits to see which version is spoken, it has no limit of time
        "http1_settings": HTTP1Settings(header_read_timeout=int(_HEADERS * 1000), max_buffer_size=_BUFFER),
        "websockets": False,
        "backlog": _BACKLOG,
        "backpressure": places,
        "log_level": LogLevels.error,
        "log_dictconfig": _json_log() if json_log else {"handlers": {"console": _STDERR, "access": _STDERR}},
    }


def _json_log() -> dict[str, Any]:
    """The logging of granian itself as lines of JSON."""
    handler = {**_STDERR, "formatter": "json"}
    return {"formatters": {"json": {"()": JsonLines}}, "handlers": {"console": handler, "access": handler}}
