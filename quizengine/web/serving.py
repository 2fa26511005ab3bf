"""serve(): the web app on a port of this machine, until it is told to stop."""

import logging
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial

from flask import Flask
from flask.logging import default_handler
from werkzeug.middleware.proxy_fix import ProxyFix

from quizengine.desk.drafting import DraftFolder
from quizengine.desk.library import Library
from quizengine.engine import Engine
from quizengine.store import Clock, Place, Store
from quizengine.web.app import create_app
from quizengine.web.http.network import host_in_url, local_addresses
from quizengine.web.monitoring.json_log import json_handler
from quizengine.web.monitoring.metrics import counting
from quizengine.web.monitoring.settings import Monitoring
from quizengine.web.preview_stores import begin_previews
from quizengine.web.render.languages import Languages
from quizengine.web.security.secret_key import secret_key
from quizengine.web.security.teacher_token import GivenToken, KeptToken, TeacherToken
from quizengine.web.server.listening import ServingError, is_dual_stack, reserve_port
from quizengine.web.server.log_records import ShownRecords
from quizengine.web.server.one_process import serve_here
from quizengine.web.server.workers import check_workers, serve_with

_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_ANYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 # compared with, never bound to unasked


@dataclass(frozen=True)
class Addresses:
    """The addresses of the server."""

    student: str
    teacher: str
    """The address with the token that opens the pages with the keys: for the teacher alone."""
    others: tuple[str, ...] = ()
    """More addresses for students, where this machine has several in its local network."""
    lan: bool = False
    """True if students come from the local network, and the teacher's address is for this machine alone."""


@dataclass(frozen=True)
class Reach:
    """The clients that can reach the server, and its host names."""

    listen: str
    """The name or address that the server listens on."""
    students: tuple[str, ...]
    """The names or addresses that students use, the likeliest first."""
    teacher: str
    """The one that the teacher uses."""
    hosts: tuple[str, ...]
    """The names that the server answers to; any when empty."""
    lan: bool = False

    def addresses(self, port: int, token: str) -> Addresses:
        """Return where the server is reached on a port."""
        student, *others = (f"http://{host_in_url(host)}:{port}/" for host in self.students)
        teacher = f"http://{host_in_url(self.teacher)}:{port}/teacher?token={token}"
        return Addresses(student, teacher, tuple(others), self.lan)


def serve(
    engine: Engine,
    library: Library,
    attempts: Place,
    announce: Callable[[Addresses], None],
    *,
    host: str = "127.0.0.1",
    lan: bool = False,
    port: int = 8000,
    teacher_token: str = "",
    new_teacher_address: bool = False,
    workers: int = 1,
    language: str = "",
    behind_proxy: bool = False,
    clock: Clock | None = None,
    drafts: DraftFolder | None = None,
    lan_command: str = "",
    monitoring: Monitoring = Monitoring(),  # noqa: B008 # it never changes
) -> None:
    """Serve the library until SIGINT or SIGTERM; every answer goes into `attempts`.

    With `lan`, whatever `host` is, every device of the local network is let in, and the teacher on this machine;
    `lan_command` is named to start again so. Port 0 takes a free one. `announce` is called once, when the server
    listens. Without a token the one beside the attempts is used; `new_teacher_address` puts a new one there first.
    Without a `language`, each browser is answered in one of ours that it asks for. `behind_proxy` believes the
    server in front. Time limits run by `clock`; `drafts` holds what is drafted meanwhile, and `monitoring` says what is
    shown of the server. Raises StoreError, ServingError, TokenError, WorkersError, LanguageError, MissingPackageError.
    """
    reach, steady = _local_network() if lan else _reach(host), clock or Clock()
    make = partial(create_app, engine, library, languages=Languages(language), monitoring=monitoring)
    make = partial(make, teacher_here=lan, drafts=drafts, lan_command=lan_command)
    check_workers(workers)
    with counting(workers if monitoring.metrics else 0), ExitStack() as held:
        store = held.enter_context(closing(Store(attempts, clock=steady)))
        begin_previews(store, _start_log(monitoring.json_log).warning)
        address, number = held.enter_context(reserve_port(reach.listen, port))
        addresses = reach.addresses(number, _token(store, teacher_token, new_teacher_address).value)
        hosts, students = () if behind_proxy else reach.hosts, (addresses.student, *addresses.others)
        make = partial(make, hosts=hosts, student_addresses=students)
        app = partial(_app, make, teacher_token, behind_proxy)
        if workers == 1:
            serve_here(address, number, app(store), partial(announce, addresses), monitoring.json_log)
        else:  # each has a store of its own; the one above has shown that it can be had
            again = partial(Store, attempts, clock=steady, identity=store.identity)
            store.close()
            serve_with(
                workers, address, number, lambda: app(again()), partial(announce, addresses), monitoring.json_log
            )
            again().close()  # what they wrote last is put into the file


def _start_log(json_log: bool) -> logging.Logger:
    """The log of a server that has no app yet, in the form of the app's."""
    logger = logging.getLogger("quizengine.start")
    logger.handlers[:] = [json_handler() if json_log else default_handler]
    logger.filters[:] = [ShownRecords()]
    logger.propagate = False
    return logger


def _app(make: Callable[..., Flask], teacher_token: str, behind_proxy: bool, store: Store) -> Flask:
    """The app of one process, with what is kept secret beside its store."""
    made = make(store, secret_key=secret_key(store.secret("key")), teacher_token=_token(store, teacher_token))
    return _trusting(made) if behind_proxy else made


def _trusting(app: Flask) -> Flask:
    """Make an app trust the server in front of it."""
    app.wsgi_app = ProxyFix(app.wsgi_app, x_host=1, x_prefix=1)  # type: ignore[method-assign] # as Flask says
    return app


def _token(store: Store, given: str, new: bool = False) -> TeacherToken:
    """The token for the teacher's pages; raises TokenError for one that will not do, StoreError for the one kept."""
    if given:
        return GivenToken(given)
    kept = KeptToken(store.secret("teacher"))
    if new:
        kept.change()
    return kept


def _reach(host: str) -> Reach:
    shown = "127.0.0.1" if host in _ANYWHERE else host
    hosts = (*_LOOPBACK, "[::1]", host) if host in _LOOPBACK else ()
    return Reach(host, (shown,), shown, hosts)


def _local_network() -> Reach:
    """The reach of a server for the local network; raises ServingError if this machine is in none."""
    both = is_dual_stack()
    found = tuple(address for address in local_addresses() if both or ":" not in address)
    if not found:
        raise ServingError(
            "found no address of this machine in a local network, expected one for --lan; connect this machine to the "
            "network that students use, then start again (without --lan, the server answers this machine alone)"
        )
    hosts = (*_LOOPBACK, "[::1]", *map(host_in_url, found))
    return Reach("::" if both else "0.0.0.0", found, "127.0.0.1", hosts, lan=True)  # noqa: S104 # that is what was asked for
