"""Options and arguments that say where attempts are kept: in a file, or in a database."""

from pathlib import Path
from typing import Any

import click

DATABASE = "QUIZENGINE_DATABASE"
"""The variable of the environment with the address of a school's database."""
_OF_DATABASES = ("postgresql:", "postgresql+psycopg:", "postgres:", "sqlite:")


class AttemptsPlace(click.ParamType):  # type: ignore[type-arg] # generic in some versions of click alone
    """A file's path, `sqlite:PATH` or `postgresql://…`; with `folders`, a working folder as well."""

    name = "place"

    def __init__(self, *, folders: bool = False) -> None:
        self._folders = folders

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """Return what the help shows for a value."""
        return "FOLDER|FILE|ADDRESS" if self._folders else "FILE|ADDRESS"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path or the address; fails for a folder where there may be none."""
        if isinstance(value, Path):
            return value
        place = Path(value)
        if value.startswith(_OF_DATABASES):
            from quizengine.store.opening import read_place

            found = read_place(value)
            if isinstance(found, str):
                return found
            place = found
        if place.is_dir() and not self._folders:
            self.fail(f"found the folder {place}, expected a file or the address of a database.", param, ctx)
        return place
