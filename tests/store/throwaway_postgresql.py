"""A PostgreSQL server that exists while tests run: in a temporary folder, on a socket in it, for nobody else."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

_DEBIAN = "/usr/lib/postgresql/*/bin"
_QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
"""What no test can notice that does not cut the power: the server is thrown away."""
_SETTINGS = ("listen_addresses=", "autovacuum=off", "max_connections=60", "shared_buffers=16MB", "jit=off")
_USERS = ("postgres", "nobody")
MISSING = "found no PostgreSQL for these tests: install it (on Debian: apt-get install postgresql)"
_numbers = count(1)


@dataclass
class Cluster:
    """The databases of one server, in a folder that belongs to the user it runs as."""

    folder: Path
    programs: Path
    user: str | None

    def address(self) -> str:
        """The address of an empty database, which is a schema of its own: the server makes one in no time."""
        name = f"test_{os.getpid()}_{next(_numbers)}"
        self.sql(f"CREATE SCHEMA {name}")
        return f"{self._address}&options=-csearch_path%3D{name}"

    def limited_address(self) -> str:
        """The address of an empty database for the user `limited`, who may make tables in it and no more schemas."""
        address = self.address()
        self.sql(
            "DO $$ BEGIN IF to_regrole('limited') IS NULL THEN CREATE ROLE limited LOGIN; END IF; END $$; "
            f"GRANT ALL ON SCHEMA {address.rpartition('%3D')[2]} TO limited"
        )
        return address.replace("quizengine@", "limited@")

    @property
    def _address(self) -> str:
        return f"postgresql://quizengine@/postgres?host={self.folder}"

    def sql(self, statement: str) -> None:
        """Run a statement as the owner of the server."""
        import psycopg

        with psycopg.connect(self._address, autocommit=True) as connection:
            connection.execute(statement)

    def start(self) -> None:
        """Start the server, and wait until it answers."""
        self._run("pg_ctl", "start", "-w", "-D", self._data, "-l", self.folder / "log", "-o", f"-k {self.folder}")

    def stop(self) -> None:
        """End every process of the server at once, with nothing finished, as in a crash."""
        self._run("pg_ctl", "stop", "-m", "immediate", "-D", self._data)

    def make(self, *, durable: bool) -> None:
        """Make the folder of the data."""
        made = ("--username=quizengine", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        self._run("initdb", *made, "-D", self._data)
        lines = [*_SETTINGS, *(() if durable else _QUICK)]
        with open(self._data / "postgresql.conf", "a") as settings:
            settings.writelines(f"{name} = '{value}'\n" for name, _, value in (line.partition("=") for line in lines))

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _run(self, program: str, *arguments: object) -> None:
        done = subprocess.run(
            [self.programs / program, *map(str, arguments)],
            user=self.user,
            group=self.user and pwd.getpwnam(self.user).pw_gid,
            extra_groups=[] if self.user else None,
            cwd=self.folder,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
            stdout=subprocess.PIPE if program == "initdb" else subprocess.DEVNULL,  # the server would keep a pipe open
            stderr=subprocess.STDOUT,
            check=False,
        )
        assert done.returncode == 0, done.stdout


def programs() -> Path | None:
    """The folder of PostgreSQL's programs; Debian has those of the server off the path."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    folders = sorted(Path("/").glob(_DEBIAN[1:]), key=lambda each: float(each.parent.name))
    return folders[-1] if folders else None


@contextmanager
def running_cluster(*, durable: bool = False) -> Iterator[Cluster]:
    """A server; one that is `durable` keeps through a kill what it has acknowledged, as an ordinary one does."""
    found = programs()
    assert found is not None, MISSING
    user = next((each for each in _USERS if _exists(each)), None) if os.geteuid() == 0 else None
    with TemporaryDirectory(prefix="quizengine-pg-", dir="/tmp") as name:  # a socket's path is short
        folder = Path(name)
        folder.chmod(0o755)  # the tests, which may be another user, reach the socket
        if user:
            shutil.chown(folder, user)
        cluster = Cluster(folder, found, user)
        cluster.make(durable=durable)
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop()


def _exists(user: str) -> bool:
    try:
        pwd.getpwnam(user)
    except KeyError:
        return False
    return True
