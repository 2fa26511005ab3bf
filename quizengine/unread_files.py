"""Files of a working folder that nobody reads, each with what to do about it: a Word file among the articles, say."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from quizengine.records import Finding

_ARTICLE = "a text file (.txt)"
_SAVE_AS_TEXT = f"open it and save its text as {_ARTICLE}, UTF-8, with an empty line between paragraphs"
_COPY_TEXT = f"copy its text into {_ARTICLE}, UTF-8, with an empty line between paragraphs"
_WRITE_AS_YAML = "write its questions as a bank (.yaml), as docs/bank-format.md describes"
_TO_BANKS = "a bank belongs into the folder question_banks: move it there"
_TO_SEEDS = "an article belongs into the folder seeds: move it there"

_IN_SEEDS: Mapping[str, str] = {
    **dict.fromkeys((".docx", ".doc", ".odt", ".rtf", ".pages"), _SAVE_AS_TEXT),
    **dict.fromkeys((".pdf", ".html", ".htm", ".epub"), _COPY_TEXT),
    **dict.fromkeys((".md", ".text"), "rename it to end in .txt"),
    **dict.fromkeys((".yaml", ".yml"), _TO_BANKS),
    **dict.fromkeys((".gift", ".xml", ".csv", ".xlsx", ".json"), f"if it holds questions, {_WRITE_AS_YAML}"),
}
_IN_BANKS: Mapping[str, str] = {
    ".txt": _TO_SEEDS,
    **dict.fromkeys(
        (".docx", ".doc", ".odt", ".rtf", ".pdf"), f"{_WRITE_AS_YAML}; if it is an article, {_SAVE_AS_TEXT}"
    ),
    **dict.fromkeys((".gift", ".xml", ".csv", ".xlsx", ".ods", ".json", ".md", ".zip"), _WRITE_AS_YAML),
}
_FOLDERS: Mapping[str, tuple[Mapping[str, str], tuple[str, ...]]] = {
    "seeds": (_IN_SEEDS, (".txt",)),
    "question_banks": (_IN_BANKS, (".yaml", ".yml")),
}
"""By folder: what to do by the file's ending, and the endings that are read."""
_NO_CONTENT = ("readme", "license", "licence", "copying", "notes")


def unread_files(folder: Path) -> Iterator[Finding]:
    """A warning for each file in the folder's `seeds` and `question_banks` that is not read, by name; never raises."""
    for name, (advice, read) in _FOLDERS.items():
        for path in _files(folder / name):
            suffix = path.suffix.lower()
            if path.suffix in read or path.stem.casefold() in _NO_CONTENT:
                continue
            if path.is_dir():
                words = "this folder is not looked into; move its files up"
            elif suffix in read:
                words = f"this file is not read, because its name ends in {path.suffix}; rename it to end in {suffix}"
            else:
                expected = " or ".join(read)
                words = f"this file is not read; {advice.get(suffix, f'files here have to end in {expected}')}"
            yield Finding(words, file=str(path), level="warning")


def _files(folder: Path) -> list[Path]:
    """What stands in a folder, without what is hidden and copies; nothing where it cannot be read."""
    try:
        return sorted(path for path in folder.iterdir() if not _is_hidden_or_copy(path.name))
    except OSError:
        return []


def _is_hidden_or_copy(name: str) -> bool:
    return name.startswith((".", "_", "~")) or name.endswith(("~", ".before"))
