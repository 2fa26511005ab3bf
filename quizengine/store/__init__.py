"""Attempts and their responses in an SQLite file: what has been acknowledged is on disk.

Read on in `attempts` (what is kept), `database` (how nothing is lost), `tables` (where it stands).
"""

from quizengine.store.attempts import ClosedAttemptError, Start, Store, StoredAttempt, UnknownAttemptError
from quizengine.store.database import StoreError

__all__ = ["ClosedAttemptError", "Start", "Store", "StoreError", "StoredAttempt", "UnknownAttemptError"]
