"""The file formats that come with quizengine, one file each; registered like a stranger's plugin.

`content` holds what their writers share; `recognition` tells which format a file is in. Read `yaml_bank` first.
"""

from collections.abc import Iterator

from quizengine.extensions.hookspecs import hookimpl
from quizengine.extensions.records import Format
from quizengine.formats.yaml_bank import YAML


@hookimpl
def quizengine_formats() -> Iterator[Format]:
    """Offer YAML banks."""
    yield YAML
