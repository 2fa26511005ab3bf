"""The class list: who may join by name, and what a teacher does about students: rename, merge, delete."""

from collections.abc import Iterable

from quizengine.quiz.attempt import is_answered
from quizengine.store import class_statements as statements
from quizengine.store import rows
from quizengine.store.assignments import find_assignment
from quizengine.store.connection import Connection, Row
from quizengine.store.database import Database, repeatable
from quizengine.store.errors import NameTakenError, UnknownAttemptError
from quizengine.store.mending import Scorer, mark_one
from quizengine.store.names import name_key


class Roster:
    """The class lists in a database; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def names(self, code: str) -> tuple[str, ...]:
        """The names on the list of a class, in order."""
        found = {row["student"]: row["name"] for row in self._database.read(statements.ROSTER, {"code": code})}
        return tuple(found[key] for key in sorted(found))

    @repeatable
    def add(self, code: str, names: Iterable[str]) -> int:
        """Put names on the list, and return how many are new; equal ones get a number that distinguishes them.

        Adding the same names again changes nothing. Raises UnknownAssignmentError.
        """
        with self._database.writing() as connection:
            find_assignment(connection, code)
            return sum(
                connection.execute(statements.ENLIST, {"code": code, "key": name_key(name), "name": name}).rowcount
                for name in numbered_names(names)
            )

    def strike(self, code: str, name: str) -> None:
        """Take a name off the list; whoever has joined under it stays in the class."""
        self._database.write(statements.STRIKE, {"code_of": code, "key": name_key(name)})

    def list_only(self, code: str, only: bool) -> None:
        """Let only those on the list join, or everybody."""
        self._database.write(statements.LIST_ONLY, {"assignment": code, "only": int(only)})

    @repeatable
    def rename(self, code: str, attempt_id: str, name: str) -> None:
        """Give a student who has joined another name, on the list as well.

        Raises UnknownAttemptError, and NameTakenError if somebody else in the class has this name.
        """
        with self._database.writing() as connection:
            rows.lock_class(connection, code)
            row = _row_in(connection, code, attempt_id)
            for other in connection.execute(statements.NAMES, {"code": code}):
                if other["id"] != attempt_id and name_key(other["student"]) == name_key(name):
                    raise NameTakenError(f"{name} has joined this class already")
            connection.execute(statements.RENAME, {"attempt": attempt_id, "name": name})
            old = {"code_of": code, "key": name_key(row["student"])}
            if connection.execute(statements.STRIKE, old).rowcount:
                connection.execute(statements.ENLIST, {"code": code, "key": name_key(name), "name": name})

    @repeatable
    def merge(self, code: str, kept_id: str, other_id: str, score: Scorer) -> None:
        """Put the answers of two attempts of one student together in the first, and delete the second.

        Where both have an answer, the first one's stays. If the first was handed in, it is marked anew. Raises
        UnknownAttemptError.
        """
        with self._database.writing() as connection:
            rows.lock_class(connection, code)
            row, other = (_row_in(connection, code, each) for each in (kept_id, other_id))
            if kept_id == other_id:
                raise UnknownAttemptError("an attempt cannot be merged with itself")
            kept = rows.read_responses(connection, kept_id)
            for question, each in rows.read_responses(connection, other_id).items():
                if question in kept and (is_answered(kept[question].response) or not is_answered(each.response)):
                    continue
                connection.execute(statements.DROP_ANSWER, {"of_attempt": kept_id, "of_question": question})
                connection.execute(statements.TAKE_OVER, {"kept": kept_id, "other": other_id, "of_question": question})
            rows.forget_attempt(connection, other_id)
            connection.execute(statements.STRIKE, {"code_of": code, "key": name_key(other["student"])})
            if row["submitted_at"] is not None:
                mark_one(connection, self._database.clock, row, score)

    @repeatable
    def forget(self, code: str, attempt_id: str) -> None:
        """Delete a student of a class: the attempt, what was practised afterwards, the name and extra time.

        Raises UnknownAttemptError.
        """
        with self._database.writing() as connection:
            rows.lock_class(connection, code)
            row = _row_in(connection, code, attempt_id)
            key = name_key(row["student"])
            for each in connection.execute(statements.ATTEMPTS_OF, {"code": code}).fetchall():
                if name_key(each["student"]) == key == name_key(each["joined_as"]):
                    rows.forget_attempt(connection, each["id"])
            for statement in (statements.STRIKE, statements.FORGET_TIME):
                connection.execute(statement, {"code_of": code, "key": key})


def numbered_names(names: Iterable[str]) -> tuple[str, ...]:
    """The names, each repeated one with a number: Ada Quill, Ada Quill (2)."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        key = name_key(name)
        seen[key] = seen.get(key, 0) + 1
        found.append(name if seen[key] == 1 else f"{name} ({seen[key]})")
    return tuple(found)


def _row_in(connection: Connection, code: str, attempt_id: str) -> Row:
    """The attempt of a student of this class; raises UnknownAttemptError."""
    row = rows.select_row(connection, attempt_id, None)
    if row["assignment"] != code:
        raise UnknownAttemptError(f"there is no attempt {attempt_id} in the class {code}")
    return row
