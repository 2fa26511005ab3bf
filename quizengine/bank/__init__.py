"""Bank files: questions in YAML, read with every fault at its place and written the same way every time.

Reading goes from room to room: `decoding` (bytes to text), `yaml_events` and `yaml_tree` (text to values with their
places), `shapes` (question classes to what pydantic can check), `faults` (what is wrong, in a teacher's words),
`fields` (a mapping held against its class) and `reading` (the file as a whole). `editing` changes one question in a
file's text, `availability_editing` the state and the window. Read `reading` first.
"""

from quizengine.bank.availability_editing import with_article_shown, with_availability
from quizengine.bank.editing import moved_question, replaced_question, with_question, without_question
from quizengine.bank.fields import Fields, read_fields
from quizengine.bank.reading import read_bank
from quizengine.bank.schema import bank_schema
from quizengine.bank.writing import dump_bank

__all__ = [
    "Fields",
    "bank_schema",
    "dump_bank",
    "moved_question",
    "read_bank",
    "read_fields",
    "replaced_question",
    "with_article_shown",
    "with_availability",
    "with_question",
    "without_question",
]
