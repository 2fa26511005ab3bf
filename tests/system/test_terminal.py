"""A terminal is given no order by what comes from others."""

import json
import logging

import pytest

from quizengine.system.terminal import escape_controls
from quizengine.web.server.log_records import ShownRecords

ORDERS = [*map(chr, [*range(9), *range(11, 32), *range(127, 160)]), *"\u2028\u2029\u202a\u202e\u2066\u2069\udc80"]


@pytest.mark.parametrize("order", ORDERS, ids=ascii)
def test_every_order_is_written_out(order: str) -> None:
    assert escape_controls(f"a{order}b") == f"a\\u{ord(order):04x}b"


@pytest.mark.parametrize("text", ["an eel\nand\tanother", "Łódź 東京", "עברית\u200f.", "می\u200cخواهم", "👩\u200d🔬"])
def test_words_of_every_script_are_as_they_were(text: str) -> None:
    assert escape_controls(text) == text


@pytest.mark.parametrize("order", ORDERS, ids=ascii)
def test_json_holds_the_same_text(order: str) -> None:
    text = json.dumps([f"a{order}b"], ensure_ascii=False)
    assert json.loads(escape_controls(text)) == [f"a{order}b"]


def test_a_log_line_and_its_traceback_give_no_order(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("tests.terminal")
    logger.addFilter(ShownRecords())
    try:
        raise ValueError("\x1b[2J")
    except ValueError:
        logger.exception("%s failed", "\x1b]0;x\x07")
    assert "\x1b" not in caplog.text + caplog.handler.format(caplog.records[0])
    assert "\\u001b]0;x\\u0007 failed" in caplog.text
