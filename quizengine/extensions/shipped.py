"""Finds what comes with quizengine: its seeds, question banks and plugins."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def shipped_folder(name: str) -> Path:
    """The folder `seeds`, `question_banks` or `plugins`: inside an installed wheel, or beside the package."""
    inside = _PACKAGE / "shipped_files" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
