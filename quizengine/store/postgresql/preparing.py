"""Prepares a database for the store: makes the tables in an empty one, and brings an older one up to this version."""

from quizengine.store.connection import Connection
from quizengine.store.errors import ReadOnlyError, StoreError
from quizengine.store.migration import STEPS, migrate
from quizengine.store.tables import CREATE, VERSION

_LOCK = "SELECT pg_advisory_xact_lock(1364543834)"
"""Lets only one of several processes that open a new database make the tables."""
_TABLES = "SELECT count(*) AS number FROM pg_catalog.pg_tables WHERE schemaname = current_schema()"
_OURS = (
    "CREATE TABLE quizengine (version INTEGER NOT NULL)",
    "CREATE TABLE secrets (name VARCHAR NOT NULL, value BLOB NOT NULL, PRIMARY KEY (name))",
)
"""The tables that only PostgreSQL has: the mark that the tables are ours, and `secrets`, for which SQLite has files."""
_SCHEMA = (
    "SELECT name, quote_ident(current_user) AS me, quote_ident(current_database()) AS database, "
    "to_regnamespace(name) IS NOT NULL AS is_there, has_database_privilege(current_database(), 'CREATE') AS may_make, "
    "has_schema_privilege(to_regnamespace(name)::oid, 'CREATE') "
    "AND has_schema_privilege(to_regnamespace(name)::oid, 'USAGE') AS may_use "
    "FROM (SELECT quote_ident(:schema) AS name) AS named"
)


def prepare_database(connection: Connection, shown: str, schema: str = "") -> None:
    """Make the tables in an empty database, or bring an older one up, within a transaction.

    With a `schema`, which is that of the connection, it is made as well. Raises StoreError for any other database, and
    ReadOnlyError if the schema may not be made; `shown` is the name of its place in messages.
    """
    if _is_current(connection):  # as nearly always; it needs no lock
        return
    connection.execute(_LOCK)
    if schema:
        _make_schema(connection, shown, schema)
    encoding = connection.execute("SHOW server_encoding").fetchone()["server_encoding"]
    if encoding != "UTF8":
        raise StoreError(
            f"{shown}: the database has the encoding {encoding}, expected UTF8; make it anew with ENCODING 'UTF8'"
        )
    version = _version(connection)
    if version is None:
        _create(connection, shown)
    elif version in STEPS:
        migrate(connection, version)
        connection.execute("UPDATE quizengine SET version = :version", {"version": VERSION})
    elif version != VERSION:
        raise StoreError(
            f"{shown}: was written by another version of quizengine (tables {version}, expected {VERSION}); "
            "use that version, or give another database for the attempts"
        )


def _is_current(connection: Connection) -> bool:
    return _version(connection) == VERSION


def _version(connection: Connection) -> int | None:
    """The version of the tables; None if there are none of ours."""
    if not connection.execute(f"{_TABLES} AND tablename = 'quizengine'").fetchone()["number"]:
        return None
    return int(connection.execute("SELECT version FROM quizengine").fetchone()["version"])


def _make_schema(connection: Connection, shown: str, schema: str) -> None:
    """Make a schema, unless it is there."""
    found = connection.execute(_SCHEMA, {"schema": schema}).fetchone()
    if found["is_there"] and not found["may_use"]:
        advice = f"GRANT ALL ON SCHEMA {found['name']} TO {found['me']}"
        raise ReadOnlyError(f"{shown}: may not be used by {found['me']}; allow it: {advice}")
    if not found["is_there"] and not found["may_make"]:
        advice = f"GRANT CREATE ON DATABASE {found['database']} TO {found['me']}"
        raise ReadOnlyError(f"{shown}: may not be made by {found['me']}; allow it: {advice}")
    if not found["is_there"]:
        connection.execute(f"CREATE SCHEMA {found['name']}")


def _create(connection: Connection, shown: str) -> None:
    if connection.execute(_TABLES).fetchone()["number"]:
        raise StoreError(f"{shown}: is the database of another program; give an empty one for the attempts")
    for statement in (*_OURS, *CREATE):
        connection.execute(statement)
    connection.execute("INSERT INTO quizengine (version) VALUES (:version)", {"version": VERSION})
