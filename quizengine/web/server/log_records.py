"""Makes log records safe for a terminal: addresses, names and faults come from other people."""

import logging
import traceback

from quizengine.system.terminal import escape_controls


class ShownRecords(logging.Filter):
    """Lets every record of a logger through, its words and its traceback as a terminal may show them."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Make the record safe; returns True, so that none is dropped."""
        record.msg, record.args = escape_controls(record.getMessage()), ()
        if record.exc_info and record.exc_info[0] is not None:
            record.exc_text = escape_controls("".join(traceback.format_exception(*record.exc_info)).rstrip("\n"))
        return True
