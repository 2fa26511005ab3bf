"""The file formats that come with quizengine, one file each; registered like a stranger's plugin."""

from collections.abc import Iterator

from quizengine.formats.yaml_bank import YAML
from quizengine.hookspecs import hookimpl
from quizengine.records import Format


@hookimpl
def quizengine_formats() -> Iterator[Format]:
    """Offer YAML banks."""
    yield YAML
