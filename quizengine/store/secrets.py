"""The secrets of a server beside the attempts: made once, the same in every process that serves them."""

import secrets
from abc import ABC, abstractmethod
from contextlib import suppress
from pathlib import Path

from quizengine.store.errors import StoreError
from quizengine.system.files import reason_of, write_once


class Secret(ABC):
    """Some bytes that are kept, and that nobody else may read; str() says where. Every method raises StoreError."""

    @abstractmethod
    def keep(self, new: bytes) -> None:
        """Keep these bytes, unless others are kept already."""

    @abstractmethod
    def read(self) -> bytes:
        """Return the bytes that are kept."""

    @abstractmethod
    def exists(self) -> bool:
        """Return whether anything is kept."""

    @abstractmethod
    def replace(self, new: bytes) -> None:
        """Keep these bytes instead, all of them or none."""


class FileSecret(Secret):
    """A secret in a file, readable by its owner alone."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __str__(self) -> str:
        return str(self._path)

    def keep(self, new: bytes) -> None:
        """Write the file, if there is none."""
        try:
            write_once(self._path, new)
        except OSError as fault:
            raise self._failed(fault) from None

    def read(self) -> bytes:
        """Return what the file holds."""
        try:
            return self._path.read_bytes()
        except OSError as fault:
            raise self._failed(fault) from None

    def exists(self) -> bool:
        """Return whether there is a file."""
        return self._path.exists()

    def replace(self, new: bytes) -> None:
        """Put another file in its place."""
        beside = self._path.with_name(f".{self._path.name}.{secrets.token_hex(4)}")
        try:
            write_once(beside, new)
            beside.replace(self._path)
        except OSError as fault:
            with suppress(OSError):
                beside.unlink()
            raise self._failed(fault) from None

    def _failed(self, fault: OSError) -> StoreError:
        return StoreError(f"{self}: cannot be read or written: {reason_of(fault)}")
