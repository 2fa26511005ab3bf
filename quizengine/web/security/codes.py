"""Short codes that people read to each other: no vowels, which could spell something, and nothing like 0 or 1."""

import secrets
from unicodedata import normalize

LETTERS = "BCDFGHJKMNPQRSTVWXZ23456789"
_GROUP = 3
CLASS_LENGTH = 6
"""27 ** 6 are 387 million: with `store.misses` in the way, nobody finds one by trying."""
ATTEMPT_LENGTH = 9
"""27 ** 9 are 7.6 million million: it opens what one student has answered."""


def new_code(length: int) -> str:
    """A code of so many letters that nobody can guess."""
    return "".join(secrets.choice(LETTERS) for _ in range(length))


def read_code(typed: str) -> str:
    """A code as typed, in any case and width and with any signs in between; empty if it cannot be one."""
    code = "".join(sign for sign in normalize("NFKC", typed).upper() if sign.isalnum())
    return code if is_access_code(code, CLASS_LENGTH) or is_access_code(code, ATTEMPT_LENGTH) else ""


def is_access_code(text: str, length: int) -> bool:
    """Return whether a text could be a code of so many letters, as it is kept."""
    return len(text) == length and set(text) <= set(LETTERS)


def spaced(code: str) -> str:
    """A code as it is shown: KTR-4XN."""
    return "-".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))
