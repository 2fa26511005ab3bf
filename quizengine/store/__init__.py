"""Attempts and their responses in an SQLite file; every acknowledged answer is on disk.

Read `attempts` first (what is stored), then `assignments` (quizzes given to classes), `class_answers` (all that a
class has handed in), `mending` (of its marking), `unassigned` (attempts in no class), `roster` (the class list),
`retention` (how long a class is kept), `reopening`, `reports`, `misses` (wrong codes), `clock` (the clock of time
limits), `names` (when two names are the same), `database` (how nothing gets lost), `opened_files` (whether the file is
still in its place), `batch` (several writes in one commit), `tables`, `preparing` (new and older files), `migration`
(the steps between versions), `statements` (the SQL) and `stored` (the results).
"""

from quizengine.store.assignments import UNLIMITED, Assignment, Counts, ExtraTime, OpenTest
from quizengine.store.attempts import Store
from quizengine.store.class_answers import HandedIn
from quizengine.store.clock import Clock, ClockJump
from quizengine.store.errors import (
    BusyError,
    ClosedAssignmentError,
    ClosedAttemptError,
    FinalResponseError,
    FullDiskError,
    LostFileError,
    NameTakenError,
    NotListedError,
    OpenAssignmentError,
    ReadOnlyError,
    StoreError,
    TimeUpError,
    TooManyMissesError,
    UnknownAssignmentError,
    UnknownAttemptError,
)
from quizengine.store.mending import MendChange
from quizengine.store.names import name_key, nearest_student
from quizengine.store.reports import Report
from quizengine.store.stored import Ending, Kept, Start, StoredAttempt, Terms
from quizengine.store.unassigned import UnassignedVersion

__all__ = [
    "UNLIMITED",
    "Assignment",
    "BusyError",
    "Clock",
    "ClockJump",
    "ClosedAssignmentError",
    "ClosedAttemptError",
    "Counts",
    "Ending",
    "ExtraTime",
    "FinalResponseError",
    "FullDiskError",
    "HandedIn",
    "Kept",
    "LostFileError",
    "MendChange",
    "NameTakenError",
    "NotListedError",
    "OpenAssignmentError",
    "OpenTest",
    "ReadOnlyError",
    "Report",
    "Start",
    "Store",
    "StoreError",
    "StoredAttempt",
    "Terms",
    "TimeUpError",
    "TooManyMissesError",
    "UnassignedVersion",
    "UnknownAssignmentError",
    "UnknownAttemptError",
    "name_key",
    "nearest_student",
]
