"""Secrets in a table, so that all machines of a school have the same."""

from quizengine.store.database import Database
from quizengine.store.errors import StoreError
from quizengine.store.secrets import Secret

_KEEP = "INSERT INTO secrets (name, value) VALUES (:name, :value) ON CONFLICT DO NOTHING"
_READ = "SELECT value FROM secrets WHERE name = :name"
_REPLACE = "UPDATE secrets SET value = :value WHERE name = :name"


class TableSecret(Secret):
    """A secret in a row of the database."""

    def __init__(self, database: Database, shown: str, name: str) -> None:
        self._database = database
        self._shown = shown
        self._name = name

    def __str__(self) -> str:
        return f"{self._shown}, {self._name} in the table of secrets"

    def keep(self, new: bytes) -> None:
        """Add the row, if there is none."""
        self._database.write(_KEEP, {"name": self._name, "value": new})

    def read(self) -> bytes:
        """Return what the row holds."""
        found = self._database.read(_READ, {"name": self._name})
        if not found:
            raise StoreError(f"{self}: was deleted; start quizengine again to have a new one made")
        return bytes(found[0]["value"])

    def exists(self) -> bool:
        """Return whether there is a row."""
        return bool(self._database.read(_READ, {"name": self._name}))

    def replace(self, new: bytes) -> None:
        """Change the row."""
        self._database.write(_REPLACE, {"name": self._name, "value": new})
