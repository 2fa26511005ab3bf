"""The log as lines of JSON, one for each request and each fault, for programs that gather logs.

No name, answer, address or token is in it: a page is named by the rule of its address, and a fault that quizengine did
not expect by its type and its place in the code, as its words may quote what a student has sent.
"""

import json
import logging
import os
import sys
import traceback
from datetime import UTC, datetime
from typing import Any

from flask import Flask

from quizengine.web.http.request_notes import LOG_EVENT
from quizengine.web.monitoring.observed import Observed, Observer


class JsonLines(logging.Formatter):
    """Writes a log record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line: time, level and process, and what the record says."""
        said: dict[str, Any] = getattr(record, LOG_EVENT, None) or {"event": "message", "message": record.getMessage()}
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "process": record.process,
            **said,
        }
        if record.exc_info and record.exc_info[0] is not None:
            line |= {"fault": record.exc_info[0].__name__, "trace": _places(record.exc_info[2])}
        return json.dumps(line)


def use_json_log(app: Flask) -> None:
    """Let an app write its log as JSON, with a line for each request that a server answers for it."""
    app.logger.handlers[:] = [json_handler()]
    app.logger.propagate = False


def json_handler() -> logging.Handler:
    """Return what writes log records as JSON."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    return handler


def request_log(app: Flask) -> Observer:
    """Return what logs a request of an app."""
    logger = app.logger.getChild("requests")
    logger.setLevel(logging.INFO)

    def log(answered: Observed) -> None:
        event: dict[str, Any] = {
            "event": "request",
            "request": answered.id,
            "method": answered.method,
            "rule": answered.rule,
            "route": answered.route,
            "status": answered.status,
            "bytes": answered.size,
            "milliseconds": round(1000 * answered.seconds, 1),
        }
        if answered.saved:
            event["saved"] = True
        if answered.unsaved:
            event["unsaved"] = answered.unsaved
        logger.info("request", extra={LOG_EVENT: event})

    return log


def _places(trace: Any) -> list[str]:
    """Return where a fault came from: file, line and function of each call, without the words of the fault."""
    return [f"{os.path.basename(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
