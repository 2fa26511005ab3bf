"""YAML banks: the only format that holds everything in a quiz, so nothing is lost."""

from quizengine.bank import dump_bank, read_bank
from quizengine.extensions.records import Format

YAML = Format("yaml", ".yaml", write=dump_bank, read=read_bank, summary="All of a quiz, to edit and to keep.")
