"""Decodes the bytes of a bank file as text, or says where they are not text."""

import re

from quizengine.errors import BankError
from quizengine.extensions.records import Finding

MOST_BYTES = 5_000_000
_NOT_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def decode_bank(data: bytes, name: str) -> str:
    """Return the text without a byte order mark; raises BankError if it is not UTF-8 or has characters YAML forbids."""
    if len(data) > MOST_BYTES:
        raise unreadable_bank(
            f"found {len(data):,} bytes, expected at most {MOST_BYTES:,}; split the bank into files", name
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise unreadable_bank("found UTF-16 text, expected UTF-8; save the file as UTF-8", name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        message = f"found the byte 0x{data[fault.start]:02x}, which is not UTF-8; save the file as UTF-8"
        raise unreadable_bank(message, name, *_end(data[: fault.start].decode("utf-8-sig"))) from None
    if bad := _NOT_YAML.search(text):
        message = f"found the control character U+{ord(bad[0]):04X}, expected text; remove it"
        raise unreadable_bank(message, name, *_end(text[: bad.start()]))
    return text


def unreadable_bank(message: str, name: str, line: int = 0, column: int = 0) -> BankError:
    """Return the error for a file that cannot be read at all, with its place."""
    return BankError(str(Finding(message, name, line, column)))


def _end(before: str) -> tuple[int, int]:
    """Return the line and column, from 1, right after this text."""
    lines = re.split("\r\n|[\r\n]", before)
    return len(lines), len(lines[-1]) + 1
