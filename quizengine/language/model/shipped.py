"""The shipped models, each read once per process: the only room of the language layer that reads a file.

Next: `quizengine.language.model.model_file`, which knows its bytes.
"""

from functools import lru_cache
from importlib.resources import as_file, files
from mmap import ACCESS_READ, mmap

from quizengine.language.model.linear_table import LinearTable
from quizengine.language.model.linear_table import read_table as table_from_bytes
from quizengine.language.model.model_file import read_model
from quizengine.language.model.pipeline import Model

_FOLDER = "quizengine.language.model"
FILE = "english.model"
KINDS_FILE = "names.model"
COREFERENCE_FILE = "coreference.model"


@lru_cache(maxsize=1)
def shipped_model() -> Model:
    """The model, shared by all articles; nothing changes it."""
    with (
        as_file(files(_FOLDER) / FILE) as path,
        path.open("rb") as file,
        mmap(file.fileno(), 0, access=ACCESS_READ) as mapped,  # most of its bytes are looked at once, where they are
        memoryview(mapped) as data,
    ):
        return read_model(data)


@lru_cache(maxsize=1)
def kind_table() -> LinearTable:
    """The table of the kinds of names, shared by all articles; nothing changes it."""
    return table_from_bytes(_bytes(KINDS_FILE))


@lru_cache(maxsize=1)
def coreference_table() -> LinearTable:
    """The table that tells whom pronouns mean, shared by all articles; nothing changes it."""
    return table_from_bytes(_bytes(COREFERENCE_FILE))


def _bytes(name: str) -> bytes:
    return (files(_FOLDER) / name).read_bytes()
