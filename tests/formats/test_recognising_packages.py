"""Which format a package is in is found without being told."""

import pytest
from sample_responses import QUIZ

from quizengine import Format, start
from quizengine.formats.canvas import CANVAS
from quizengine.formats.qti import QTI_2, QTI_3
from quizengine.formats.recognition import format_of

FORMATS = start(strict=True).registry.formats


@pytest.mark.parametrize(("written", "read"), [(CANVAS, CANVAS), (QTI_2, QTI_2), (QTI_3, QTI_2)])
def test_a_package_is_read_by_the_format_that_knows_it(written: Format, read: Format) -> None:
    assert format_of(FORMATS.values(), "quiz.zip", written.written(QUIZ)[0]) is FORMATS[read.name]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b'<questestinterop xmlns="x">', "canvas"),
        (b'<?xml version="1.0"?><qti-assessment-item>', "qti-2.1"),
        (b"<?xml version='1.0'?><quiz><question type='truefalse'>", "moodle"),
    ],
)
def test_a_file_in_xml_is_told_by_its_root(data: bytes, name: str) -> None:
    assert format_of(FORMATS.values(), "quiz.xml", data).name.startswith(name)
