"""A PostgreSQL database in which a committed transaction outlives the process, shared by several machines.

READ COMMITTED with locks on rows: a change locks what it will read before it reads it, and an answer locks its attempt
in the statement that writes it. A transaction begins with a round trip of its own, so a connection that the server has
ended meanwhile is noticed before anything is written, and is replaced.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import UTC
from math import ceil

import psycopg
from psycopg import errors
from psycopg.rows import DictRow, dict_row

from quizengine.store.clock import Clock
from quizengine.store.connection import Connection
from quizengine.store.database import Database, PooledDatabase, Statement
from quizengine.store.errors import (
    BrokenOffError,
    BusyError,
    FullDiskError,
    ReadOnlyError,
    StoreError,
    UnreachableError,
)
from quizengine.store.opening import show_place
from quizengine.store.postgresql.dialect import PostgresqlConnection
from quizengine.store.postgresql.preparing import prepare_database
from quizengine.store.postgresql.secrets import TableSecret
from quizengine.store.secrets import Secret

_WRITING = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
_READING = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_EACH_CONNECTION = (
    "SELECT set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on' "
    "ELSE current_setting('synchronous_commit') END, false), set_config('lock_timeout', %(patience)s, false)"
)
"""Each commit is on disk before it is acknowledged, whatever the server is set to, and nobody waits for ever."""
_IN_SCHEMA = "SELECT set_config('search_path', quote_ident(%(schema)s), false)"
_PREVIEWS = "SELECT 'previews_' || current_schema() AS schema"
"""The schema for previews, beside the one with the tables that count."""
_SAME_TIME = 1.0
"""Seconds by which the synchronised clocks of two machines may differ."""
_PAUSE = 0.05
"""Seconds between two tries to reach the server."""
_BEGUN_AGAIN = 5
"""The most times that statements are begun which the server breaks off."""
_KINDS: tuple[tuple[type[psycopg.Error], type[StoreError], str], ...] = (
    (errors.DeadlockDetected, BrokenOffError, "try it again"),
    (errors.SerializationFailure, BrokenOffError, "try it again"),
    (errors.LockNotAvailable, BusyError, "others change the same class; try it again"),
    (errors.DiskFull, FullDiskError, "the disk of the database is full; make room on it"),
    (
        errors.ReadOnlySqlTransaction,
        ReadOnlyError,
        "the database may not be written to; give the address of the primary",
    ),
    (errors.InsufficientPrivilege, ReadOnlyError, "give this user the database (ALTER DATABASE … OWNER TO …)"),
    (psycopg.OperationalError, UnreachableError, "look whether PostgreSQL is running"),
    (psycopg.InterfaceError, UnreachableError, "look whether PostgreSQL is running"),
)
"""Our class for each of the driver's errors, and what to do; the first that fits counts."""


class PostgresqlDatabase(PooledDatabase[psycopg.Connection[DictRow]]):
    """The database at an address; its tables are made if there are none.

    Whoever finds it locked or out of reach waits `patience` seconds, and not at all after somebody has waited in vain.
    Time limits run by the clock of the database where this machine's differs, so they are the same on every machine.
    With a `schema`, the tables are in that one, which is made if there is none, and not in the one the address gives.
    """

    _faults = psycopg.Error

    def __init__(self, address: str, patience: float, clock: Clock | None = None, schema: str = "") -> None:
        super().__init__(f"{show_place(address)}, schema {schema}" if schema else show_place(address))
        self.clock = clock or Clock()
        self._address = address
        self._schema = schema
        self._patience = patience
        self._in_vain = self._troubled = False
        self._recoveries = 0
        try:
            with self.writing() as connection:
                prepare_database(connection, self._shown, schema)
                theirs = connection.execute("SELECT clock_timestamp() AS now").fetchone()["now"]
        except StoreError:
            self.close()
            raise
        ahead = round((self.clock.now() - theirs.astimezone(UTC)).total_seconds(), 3)
        self.clock.begin(ahead if abs(ahead) > _SAME_TIME else 0.0)

    @property
    def recoveries(self) -> int:
        """The number of times that a write succeeded after writes had failed."""
        return self._recoveries

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection on which everything is as it was at one moment."""
        with self._connection(_READING) as driver:
            yield PostgresqlConnection(driver)
            driver.execute("COMMIT")

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that may write; on disk when the block ends, undone when it raises."""
        with self._connection(_WRITING) as driver:
            try:
                yield PostgresqlConnection(driver)
            except psycopg.OperationalError as fault:
                if driver.broken:  # before it was committed
                    self._troubled = True
                    raise BrokenOffError(f"{self._shown}: {_first_line(fault)}; try it again") from fault
                raise
            self._committed(driver.execute("COMMIT"))

    def read(self, statement: str, values: Mapping[str, object]) -> list[DictRow]:
        """The rows that one statement finds, which is a transaction of its own."""
        try:
            with self._connection() as driver:
                return PostgresqlConnection(driver).execute(statement, values).fetchall()
        except UnreachableError:
            self._drop_idle()  # the server was started again; reading twice does no harm
            with self._connection() as driver:
                return PostgresqlConnection(driver).execute(statement, values).fetchall()

    def write(self, statement: str, values: Mapping[str, object]) -> int:
        """Return how many rows one statement wrote; on disk when it returns."""
        return self.write_all([(statement, values)])[0]

    def write_all(self, statements: Sequence[Statement]) -> list[int]:
        """Return how many rows each statement wrote; all are on disk when it returns, or none."""
        for _ in range(_BEGUN_AGAIN - 1):
            with suppress(BrokenOffError):
                return self._write_all(statements)
        return self._write_all(statements)

    def _write_all(self, statements: Sequence[Statement]) -> list[int]:
        with self._connection(_WRITING) as driver:
            with driver.pipeline():
                cursors = [PostgresqlConnection(driver).execute(*each) for each in statements]
                commit = driver.execute("COMMIT")
            self._committed(commit)
            return [cursor.rowcount for cursor in cursors]

    def secret(self, name: str) -> Secret:
        """The secret in the table of secrets."""
        return TableSecret(self, self._shown, name)

    def previews(self) -> Database:
        """Open the schema for previews in the same database; raises ReadOnlyError if it may not be made or used."""
        schema = self.read(_PREVIEWS, {})[0]["schema"]
        return PostgresqlDatabase(self._address, self._patience, self.clock, schema)

    def close(self) -> None:
        """Close every connection."""
        self._closed = True
        self._drop_idle()

    def _committed(self, cursor: psycopg.Cursor[DictRow]) -> None:
        """Raise BrokenOffError unless a COMMIT did what it says: after a fault, PostgreSQL undoes all instead."""
        if cursor.statusmessage != "COMMIT":
            raise BrokenOffError(f"{self._shown}: the transaction was undone; try it again")
        if self._troubled:
            self._troubled = False
            self._recoveries += 1

    def _connection(self, begin: str = "") -> AbstractContextManager[psycopg.Connection[DictRow]]:
        """A connection for this thread alone, in a transaction if `begin` begins one, which is undone if it raises."""
        return self._lent(lambda: self._ready(begin))

    def _ready(self, begin: str) -> psycopg.Connection[DictRow]:
        """A connection that the server answers on."""
        while (driver := self._idle_connection()) is not None:
            try:
                if begin:
                    driver.execute(begin)
            except psycopg.OperationalError:  # the server has ended it, and the others with it
                driver.close()
                self._drop_idle()
            else:
                return driver
        driver = self._connect()
        if begin:
            driver.execute(begin)
        return driver

    def _connect(self) -> psycopg.Connection[DictRow]:
        """A new connection; while the server cannot be reached, this tries again until `patience` is over."""
        until = time.monotonic() + (0 if self._in_vain else self._patience)
        while True:
            try:
                driver = psycopg.connect(
                    self._address,
                    autocommit=True,
                    row_factory=dict_row,
                    connect_timeout=ceil(self._patience),
                    tcp_user_timeout=ceil(1000 * self._patience),  # a server whose power was cut says nothing
                    keepalives_idle=ceil(self._patience),
                    keepalives_interval=1,
                    keepalives_count=ceil(self._patience),
                    application_name="quizengine",
                )
            except psycopg.OperationalError:
                if time.monotonic() + _PAUSE > until:
                    self._in_vain = True
                    raise
                time.sleep(_PAUSE)
            else:
                driver.execute(_EACH_CONNECTION, {"patience": str(ceil(1000 * self._patience))})
                if self._schema:
                    driver.execute(_IN_SCHEMA, {"schema": self._schema})
                self._in_vain = False
                return driver

    def _undo(self, connection: psycopg.Connection[DictRow]) -> bool:
        if connection.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
            with suppress(psycopg.Error):
                connection.rollback()
        return not connection.closed

    def _told(self, fault: Exception) -> StoreError:
        self._troubled = True
        for theirs, ours, advice in _KINDS:
            if isinstance(fault, theirs):
                return ours(f"{self._shown}: {_first_line(fault)}; {advice}")
        return StoreError(f"{self._shown}: {_first_line(fault)}; look at the log of PostgreSQL")


def _first_line(fault: Exception) -> str:
    return str(fault).strip().splitlines()[0] if str(fault).strip() else type(fault).__name__
