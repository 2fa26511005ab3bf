"""The shipped models, each read once in a process: the only room of the language layer that reads a file.

Next: `quizengine.language.model.model_file`, which knows its bytes.
"""

from functools import lru_cache
from importlib.resources import files

from quizengine.language.model.linear_table import LinearTable
from quizengine.language.model.linear_table import from_bytes as table_from_bytes
from quizengine.language.model.model_file import from_bytes
from quizengine.language.model.pipeline import Model

FILE = "english.model"
KINDS_FILE = "names.model"
COREFERENCE_FILE = "coreference.model"


@lru_cache(maxsize=1)
def model() -> Model:
    """The model, shared by all articles; nothing changes it."""
    return from_bytes(_bytes(FILE))


@lru_cache(maxsize=1)
def kind_table() -> LinearTable:
    """The table of the kinds of names, shared by all articles; nothing changes it."""
    return table_from_bytes(_bytes(KINDS_FILE))


@lru_cache(maxsize=1)
def coreference_table() -> LinearTable:
    """The table that tells whom pronouns mean, shared by all articles; nothing changes it."""
    return table_from_bytes(_bytes(COREFERENCE_FILE))


def _bytes(name: str) -> bytes:
    return (files("quizengine.language.model") / name).read_bytes()
