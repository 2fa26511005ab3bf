"""Attempts and their responses in an SQLite file: what has been acknowledged is on disk.

Read on in `attempts` (what is kept), `assignments` (quizzes given to classes), `reports`, `misses` (wrong codes),
`database` (how nothing is lost), `batch` (how many writes share one commit), `turn` (who may write), `tables` (where
it stands), `migration` (files of earlier versions), `statements` (what is asked of it) and `stored` (what comes out).
"""

from quizengine.store.assignments import UNLIMITED, Assignment, ExtraTime
from quizengine.store.attempts import Store
from quizengine.store.errors import (
    ClosedAssignmentError,
    ClosedAttemptError,
    FinalResponseError,
    NameTakenError,
    OpenAssignmentError,
    StoreError,
    TimeUpError,
    UnknownAssignmentError,
    UnknownAttemptError,
)
from quizengine.store.reports import Report
from quizengine.store.stored import Kept, Start, StoredAttempt, Terms

__all__ = [
    "UNLIMITED",
    "Assignment",
    "ClosedAssignmentError",
    "ClosedAttemptError",
    "ExtraTime",
    "FinalResponseError",
    "Kept",
    "NameTakenError",
    "OpenAssignmentError",
    "Report",
    "Start",
    "Store",
    "StoreError",
    "StoredAttempt",
    "Terms",
    "TimeUpError",
    "UnknownAssignmentError",
    "UnknownAttemptError",
]
