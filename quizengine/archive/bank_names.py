"""Names of the files of banks, made from the ids of their articles, which may be anything."""

import re
from hashlib import sha256
from pathlib import PurePosixPath

from quizengine.system.file_names import file_stem
from quizengine.text.documents import ARTICLE_SUFFIXES

_PLAIN = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")
_LONGEST_PLAIN = 100
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
"""The names that Windows takes for devices, whatever their ending is."""
_MOST_CHARACTERS = 40
"""The most characters before the hash: with it, letters of any script fit into a file name of 255 bytes."""
_DIGITS = 20
"""Hexadecimal: among a hundred million ids, two have the same 80 bits with a probability of 4 in a thousand million."""


def bank_name(id_: str) -> str:
    """The name of the file for the bank of an article; different ids give different names, on every file system.

    An id of lower-case letters and digits, joined by single hyphens, full stops or underscores, is its own name.
    Any other is shortened to its words, with a hash after ~, which no plain id has.
    """
    if _PLAIN.fullmatch(id_) and len(id_) <= _LONGEST_PLAIN and not _RESERVED.fullmatch(id_):
        return f"{id_}.yaml"
    digest = sha256(id_.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    words = file_stem(PurePosixPath(id_).stem if id_.endswith(ARTICLE_SUFFIXES) else id_)
    return f"{words[:_MOST_CHARACTERS].rstrip('-') or 'article'}~{digest}.yaml"
