"""Orders of options that nobody can recompute without a secret: HMAC-SHA256 over what a student sees anyway."""

import hmac
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Shuffle:
    """The randomness that shuffles one sheet: the same whenever it is asked for, and another for every name.

    It is keyed with a secret and reads nothing of a key, an id or a hash of either, so an order that a student sees
    fits every possible key equally well.
    """

    secret: bytes
    name: str
    """The name that all who see one order share: the id of an attempt, or the name of a form on paper."""

    def randomness(self, number: int, stem: str, seed: int = 0) -> Random:
        """The randomness that shuffles the question with this number and stem; another `seed` gives other orders."""
        message = f"{self.name}\0{seed}\0{number}\0{stem}".encode()
        return Random(int.from_bytes(hmac.digest(self.secret, message, "sha256")))
