"""A log record as a line of JSON: it says where a fault is and quotes nothing of it."""

import json
import logging
import sys

from quizengine.web.monitoring.json_log import JsonLines


def test_a_fault_is_told_by_its_type_and_places_and_not_by_its_words() -> None:
    try:
        int("what Ada has typed")
    except ValueError:
        record = logging.LogRecord("app", logging.ERROR, __file__, 1, "failed\n", (), sys.exc_info())
    line = JsonLines().format(record)
    told = json.loads(line)
    assert told["fault"] == "ValueError" and told["message"] == "failed\n" and "\n" not in line
    assert told["trace"][-1].startswith("test_json_log.py:") and "Ada" not in line
