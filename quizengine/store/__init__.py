"""Attempts and their responses in an SQLite file or in PostgreSQL; every acknowledged answer is on disk.

Read `attempts` first (what is stored), then `assignments` (quizzes given to classes), `class_answers` (all that a class
has handed in), `mending` (of its marking), `unassigned` (attempts in no class), `roster` (the class list), `windows`
(opening and closing times), `retention` (how long a class is kept), `reopening`, `practice` (what students practise
over days), `reports`, `misses` (wrong codes), `clock` (the clock of time limits), `names` (when two names are the
same), `database` (what every database does), with the rooms `sqlite` and `postgresql` (how nothing gets lost in each),
`opening` (which of them is meant), `connection` (what is asked of a driver), `batch` (several writes in one commit),
`secrets`, `moving` (from one database to another), `tables`, `migration` (the steps between versions), `statements`
(the SQL) and `stored` (the results).
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
    UnreachableError,
    UpcomingAssignmentError,
)
from quizengine.store.mending import MendChange
from quizengine.store.names import name_key, nearest_student
from quizengine.store.opening import Place, read_place, show_place
from quizengine.store.practice import PracticeCard
from quizengine.store.reports import Report
from quizengine.store.secrets import FileSecret, Secret
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
    "FileSecret",
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
    "Place",
    "PracticeCard",
    "ReadOnlyError",
    "Report",
    "Secret",
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
    "UnreachableError",
    "UpcomingAssignmentError",
    "name_key",
    "nearest_student",
    "read_place",
    "show_place",
]
