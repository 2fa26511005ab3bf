"""Bank files: questions in YAML. Reading reports every fault with its place; writing always gives the same bytes.

Reading goes from room to room: `decoding` (bytes to text), `yaml_events` and `yaml_tree` (text to values with their
places), `shapes` (question classes in a form that pydantic can validate), `faults` (faults in a teacher's words),
`fields` (a mapping validated against its class) and `reading` (the whole file); `editing` changes one question in a
file's text. Next: `reading`. Read `reading` first.
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
