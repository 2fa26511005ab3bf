"""Attempts and their responses in an SQLite file; every acknowledged answer is on disk.

Read `attempts` first (what is stored), then `assignments` (quizzes given to classes), `class_answers` (all that a class
has handed in), `mending` (of its marking), `roster` (the class list), `windows` (opening and closing times),
`retention` (how long a class is kept), `reopening`, `practice` (what students practise over days), `reports`, `misses`
(wrong codes), `clock` (the clock of time limits), `names` (when two names are the same), `database` (how nothing gets
lost), `opened_files` (whether the file is still in its place), `batch` (several writes in one commit), `tables`,
`preparing` (new and older files), `migration` (the steps between versions), `statements` (the SQL) and `stored` (the
results).
"""

from quizengine.store.attempts import Store
from quizengine.store.class_answers import HandedIn
from quizengine.store.class_values import UNLIMITED, Assignment, Counts, ExtraTime, OpenTest
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
    UpcomingAssignmentError,
)
from quizengine.store.mending import MendChange
from quizengine.store.names import name_key, nearest_student
from quizengine.store.practice import PracticeCard
from quizengine.store.reports import Report
from quizengine.store.stored import Ending, Kept, Start, StoredAttempt, Terms

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
    "PracticeCard",
    "ReadOnlyError",
    "Report",
    "Start",
    "Store",
    "StoreError",
    "StoredAttempt",
    "Terms",
    "TimeUpError",
    "TooManyMissesError",
    "UnknownAssignmentError",
    "UnknownAttemptError",
    "UpcomingAssignmentError",
    "name_key",
    "nearest_student",
]
