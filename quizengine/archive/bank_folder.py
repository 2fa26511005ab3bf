"""A folder of banks, one for each article that something is asked about."""

import os
from pathlib import Path

from quizengine.archive.bank_names import bank_name
from quizengine.archive.journal import Begun
from quizengine.archive.making import Made
from quizengine.authoring.scaffold import with_schema_line
from quizengine.errors import WriteError
from quizengine.system.files import reason_of


class BankFolder:
    """Writes banks into a folder; each appears as a whole."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def has(self, begun: Begun) -> bool:
        """Return whether the bank of an article that has one is there: not if it was deleted, or the power failed."""
        try:
            return (self._folder / bank_name(begun.id)).stat().st_size > 0
        except OSError:
            return False

    def keep(self, begun: Begun, made: Made) -> None:
        """Write the bank of an article, if there is one; raises WriteError."""
        if not made.bank:
            return
        place = self._folder / bank_name(begun.id)
        beside = place.with_name(f".{place.name}.new")  # only one process writes here
        try:
            beside.write_bytes(with_schema_line(place, made.bank))
            os.replace(beside, place)
        except OSError as fault:
            raise WriteError(f"{place}: cannot be written: {reason_of(fault)}") from None

    def recorded(self, begun: Begun) -> None:
        """Do nothing more when the journal knows of the bank."""

    def close(self) -> None:
        """Do nothing more at the end."""
