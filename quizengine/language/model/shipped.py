"""The shipped model, read once in a process: the only room of the language layer that reads a file.

Next: `quizengine.language.model.model_file`, which knows its bytes.
"""

from functools import lru_cache
from importlib.resources import files

from quizengine.language.model.model_file import from_bytes
from quizengine.language.model.pipeline import Model

FILE = "english.model"


@lru_cache(maxsize=1)
def model() -> Model:
    """The model, shared by all articles; nothing changes it."""
    return from_bytes((files("quizengine.language.model") / FILE).read_bytes())
