"""Sentences of CoNLL-U files."""

import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

COLUMNS = 10


@dataclass(frozen=True)
class Word:
    """One syntactic word of a treebank."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    """The place of its head in the sentence, from 1; 0 for the root."""
    relation: str
    space_after: bool


@dataclass(frozen=True)
class TreebankSentence:
    """One sentence of a treebank: its words, and the text that they are in."""

    words: tuple[Word, ...]
    text: str


def read(path: Path) -> tuple[TreebankSentence, ...]:
    """The sentences of a file, plain or compressed with xz; those whose words were withheld ("_") are left out.

    Raises ValueError, with the line, where the file is no CoNLL-U.
    """
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
        return tuple(one for one in _sentences(path, lines) if any(word.form != "_" for word in one.words))


def _sentences(path: Path, lines: Iterator[str]) -> Iterator[TreebankSentence]:
    words: list[Word] = []
    text, last_of_group, group_spaced = "", 0, True
    for number, line in enumerate(lines, 1):
        fields = line.rstrip("\n").split("\t")
        if line.startswith("# text = "):
            text = line.removeprefix("# text = ").rstrip("\n")
        elif not line.strip():
            if words:
                yield TreebankSentence(tuple(words), text)
            words, text, last_of_group = [], "", 0
        elif line.startswith("#"):
            continue
        elif len(fields) != COLUMNS:
            raise ValueError(
                f"{path}:{number}: found {len(fields)} columns, expected {COLUMNS} parted by tabs (CoNLL-U)"
            )
        elif "-" in fields[0]:
            last_of_group, group_spaced = int(fields[0].partition("-")[2]), "SpaceAfter=No" not in fields[9]
        elif fields[0].isdigit():
            place = len(words) + 1
            spaced = (
                "SpaceAfter=No" not in fields[9] if place > last_of_group else place == last_of_group and group_spaced
            )
            words.append(_word(path, number, fields, spaced))
    if words:
        yield TreebankSentence(tuple(words), text)


def _word(path: Path, number: int, fields: Sequence[str], spaced: bool) -> Word:
    if not fields[6].isdigit():
        raise ValueError(f"{path}:{number}: found the head {fields[6]!r}, expected a number")
    return Word(fields[1], fields[2], fields[3], fields[4], int(fields[6]), fields[7], spaced)
