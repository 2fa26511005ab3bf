"""Files in a working folder that are not read, such as a Word file among the banks, each with what to do."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from quizengine.extensions.records import Finding
from quizengine.text.documents import ARTICLE_SUFFIXES

_SAVE = "open it in the program that made it and save it as a Word file (.docx) or a text file (.txt)"
_OCR = "have its text recognised (OCR), or type it, and save that as a text file (.txt)"
_WRITE_AS_YAML = "write its questions as a bank (.yaml), as docs/bank-format.md describes"
_TO_BANKS = "a bank belongs into the folder question_banks: move it there"
_TO_SEEDS = "an article belongs into the folder seeds: move it there"

_IN_SEEDS: Mapping[str, str] = {
    **dict.fromkeys((".doc", ".pages", ".mobi", ".azw3"), _SAVE),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff"), _OCR),
    **dict.fromkeys((".yaml", ".yml"), _TO_BANKS),
    **dict.fromkeys((".gift", ".xml", ".csv", ".xlsx", ".json"), f"if it holds questions, {_WRITE_AS_YAML}"),
}
_IN_BANKS: Mapping[str, str] = {
    **dict.fromkeys(ARTICLE_SUFFIXES, f"{_WRITE_AS_YAML}; {_TO_SEEDS}"),
    ".txt": _TO_SEEDS,
    ".doc": f"{_WRITE_AS_YAML}; if it is an article, {_SAVE}",
    **dict.fromkeys((".gift", ".xml", ".csv", ".xlsx", ".ods", ".json", ".zip"), _WRITE_AS_YAML),
}
_FOLDERS: Mapping[str, tuple[Mapping[str, str], tuple[str, ...]]] = {
    "seeds": (_IN_SEEDS, ARTICLE_SUFFIXES),
    "question_banks": (_IN_BANKS, (".yaml", ".yml")),
}
"""The advice by file ending for each folder, and the endings that are read there."""
_NO_CONTENT = ("readme", "license", "licence", "copying", "notes")


def explains_its_folder(path: Path) -> bool:
    """Return whether a file is neither an article nor a bank but is about them: README.md, LICENSE."""
    return path.stem.casefold() in _NO_CONTENT and path.suffix.lower() != ".txt"


def unread_files(folder: Path, of_articles: tuple[str, ...] = ARTICLE_SUFFIXES) -> Iterator[Finding]:
    """A warning for each file in the folder's `seeds` and `question_banks` that is not read, by name; never raises.

    `of_articles` are the endings that articles may have.
    """
    for name, (advice, known) in _FOLDERS.items():
        read = of_articles if name == "seeds" else known
        for path in _files(folder / name):
            suffix = path.suffix.lower()
            if path.suffix in read or explains_its_folder(path):
                continue
            if path.is_dir():
                words = "this folder is not looked into; move its files up"
            elif suffix in read:
                words = f"this file is not read, because its name ends in {path.suffix}; rename it to end in {suffix}"
            else:
                expected = f"{', '.join(read[:-1])} or {read[-1]}"
                words = f"this file is not read; {advice.get(suffix, f'files here have to end in {expected}')}"
            yield Finding(words, file=str(path), level="warning")


def advice_on(suffix: str, read: tuple[str, ...] = ARTICLE_SUFFIXES) -> str:
    """Return what to do about an article whose name ends like this, in a clause."""
    expected = f"{', '.join(read[:-1])} or {read[-1]}"
    return _IN_SEEDS.get(suffix, f"expected one that ends in {expected}")


def _files(folder: Path) -> list[Path]:
    """Return the files in a folder except hidden ones and copies; none if it cannot be read."""
    try:
        return sorted(path for path in folder.iterdir() if not _is_hidden_or_copy(path.name))
    except OSError:
        return []


def _is_hidden_or_copy(name: str) -> bool:
    return name.startswith((".", "_", "~")) or name.endswith(("~", ".before"))
