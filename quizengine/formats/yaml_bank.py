"""YAML banks: the one format that holds all of a quiz, so nothing is lost either way."""

from quizengine.bank import dump_bank, read_bank
from quizengine.extensions.records import Format

YAML = Format("yaml", ".yaml", write=dump_bank, read=read_bank, summary="All of a quiz, to edit and to keep.")
