"""Attempts and their responses in an SQLite file: what has been acknowledged is on disk.

Read on in `attempts` (what is kept), `database` (how nothing is lost), `turn` (who may write), `tables` (where it
stands) and `statements` (what is asked of it).
"""

from quizengine.store.attempts import Start, Store, StoredAttempt
from quizengine.store.errors import ClosedAttemptError, StoreError, UnknownAttemptError

__all__ = ["ClosedAttemptError", "Start", "Store", "StoreError", "StoredAttempt", "UnknownAttemptError"]
