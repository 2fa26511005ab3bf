"""The file formats that come with quizengine, one file each; registered in the same way as those of any plugin.

`content` holds what their writers share, `encodings` what files are made of; `recognition` tells which format a file is
in. Read `yaml_bank` first.
"""

from collections.abc import Iterator

from quizengine.extensions.hookspecs import hookimpl
from quizengine.extensions.records import Format
from quizengine.formats.anki import ANKI
from quizengine.formats.canvas import CANVAS
from quizengine.formats.google_forms import GOOGLE_FORMS
from quizengine.formats.h5p import H5P
from quizengine.formats.moodle.aiken import AIKEN
from quizengine.formats.moodle.gift import GIFT
from quizengine.formats.moodle.moodle_xml import MOODLE_XML
from quizengine.formats.paper import HTML, HTML_KEY, HTML_LARGE, PDF, PDF_KEY, PDF_LARGE, TEXT, TEXT_KEY, WORD, WORD_KEY
from quizengine.formats.qti import QTI_2, QTI_3, QTI_BLACKBOARD
from quizengine.formats.sheets import BLACKBOARD, BLOOKET, BRIGHTSPACE, KAHOOT, WAYGROUND
from quizengine.formats.spreadsheet.tables_of_questions import CSV, XLSX
from quizengine.formats.text2qti.text2qti_format import TEXT2QTI
from quizengine.formats.word_list import WORD_LIST
from quizengine.formats.yaml_bank import YAML


@hookimpl
def quizengine_formats() -> Iterator[Format]:
    """Offer YAML banks and what other programs, games and paper take."""
    yield YAML
    yield from (MOODLE_XML, GIFT, AIKEN, TEXT2QTI, CSV, XLSX, WORD_LIST)
    yield from (CANVAS, QTI_2, QTI_3, QTI_BLACKBOARD, H5P, GOOGLE_FORMS, ANKI)
    yield from (KAHOOT, WAYGROUND, BLOOKET, BLACKBOARD, BRIGHTSPACE)
    yield from (HTML, HTML_LARGE, HTML_KEY, PDF, PDF_LARGE, PDF_KEY, WORD, WORD_KEY, TEXT, TEXT_KEY)
