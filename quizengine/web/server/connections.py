"""Limits the connections of a process, and decides which ones to close when there are too many.

granian closes a connection whose headers do not arrive in time, and accepts only as many as it is told to. But it waits
forever for a client that does not read its answer, and when all its connections are in use, everybody else waits. So
idle connections are closed here before that, those silent longest first. Linux says how long each has been silent;
elsewhere granian's own limits have to do.
"""

import os
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from operator import attrgetter

_MOST = 8_192
"""Connections that a process holds at most, where it may open as many files."""
_OTHERS = 124
"""Files that a process needs for anything else: its database, articles, banks, modules."""
_FEWEST = 64
_LARGEST_LIMIT = 10_240
"""A limit of files that macOS allows, too, where it says that there is none."""

_FILES = "/proc/self/fd"
_TCP_INFO = struct.Struct("=44x I 4x I 4x 84x I")
"""The fields of the kernel's `struct tcp_info`: last_data_sent and last_data_recv (ms ago), notsent_bytes."""

_PRESSED = 0.75
"""The part of the places that is taken when connections begin to be closed."""
_RELIEVED = 0.5
"""The part that is taken when that ends."""
_SILENT = 1.0
"""Seconds after which a connection on which nothing has moved may be closed when places are short."""
_UNANSWERED = 5.0
"""Seconds after which one may be closed that keeps sending a request without ever completing it."""
_UNREAD = 60.0
"""Seconds that a client may leave its answer unread, whether places are short or not."""
_EVERY = 0.25
"""Seconds between two looks at how many places are taken."""
_READERS_EVERY = 20
"""The number of looks for each look at who reads their answers."""


def connection_limit() -> int:
    """Return how many connections this process may hold, after its limit of open files is raised as far as it goes."""
    if sys.platform == "win32":  # which knows no such limit
        return _MOST
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _LARGEST_LIMIT if hard == resource.RLIM_INFINITY else min(hard, _LARGEST_LIMIT)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(OSError, ValueError):  # a system may keep lower limits than it says
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            soft = wanted
    return _MOST if soft == resource.RLIM_INFINITY else max(_FEWEST, min(_MOST, soft - _OTHERS))


@dataclass(frozen=True, slots=True)
class Connection:
    """One client's connection to this process."""

    file: int
    """Its number among the open files, which may soon be another's."""
    socket: str
    """Its name in the kernel, which stays its own."""
    silent: float
    """Seconds since anything was sent, either way."""
    unanswered: float
    """Seconds since the client was sent anything, or since it came."""
    unread: int
    """Bytes of an answer that the client makes no room for."""


def watch(port: int, most: int) -> None:
    """Keep some of `most` places free on a port, in a thread that ends with this process; on Linux alone."""
    if sys.platform == "linux":
        threading.Thread(target=_watch, args=(port, most), name="connections", daemon=True).start()


def close_all(port: int) -> None:
    """Close what clients hold on a port; on Linux alone."""
    for each in _connections(port):
        _close(each)


def connections_to_close(connections: Iterable[Connection], most: int) -> list[Connection]:
    """Return the connections to close where places are short: none before they are, and those last that still send."""
    held = list(connections)
    if len(held) < _PRESSED * most:
        return []
    silent = sorted((each for each in held if each.silent >= _SILENT), key=attrgetter("silent"), reverse=True)
    sending = [each for each in held if each.silent < _SILENT and each.unanswered >= _UNANSWERED]
    sending.sort(key=attrgetter("unanswered"), reverse=True)
    return (silent + sending)[: len(held) - int(_RELIEVED * most)]


class Readers:
    """The connections on which an answer is left unread, and since when."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._since: dict[str, float] = {}

    def gone(self, connections: Iterable[Connection]) -> list[Connection]:
        """Those that have taken nothing, or never all, for too long."""
        now = self._clock()
        unread = [each for each in connections if each.unread]
        self._since = {each.socket: self._since.get(each.socket, now) for each in unread}
        return [each for each in unread if now - self._since[each.socket] >= _UNREAD]


def _watch(port: int, most: int) -> None:
    readers, looks = Readers(), 0
    while True:
        time.sleep(_EVERY)
        looks += 1
        pressed = len(os.listdir(_FILES)) >= _PRESSED * most
        if pressed or looks % _READERS_EVERY == 0:
            held = list(_connections(port))
            for each in (*connections_to_close(held, most), *readers.gone(held)):
                _close(each)


def _connections(port: int) -> Iterator[Connection]:
    """Yield what clients hold on a port of this process."""
    if sys.platform != "linux":
        return
    for name in os.listdir(_FILES):
        with suppress(OSError):  # it is closed since, or no connection
            place = os.readlink(f"{_FILES}/{name}")
            if place.startswith("socket:"):
                with _borrowed(int(name)) as connection:
                    if connection.family in (socket.AF_INET, socket.AF_INET6) and connection.getsockname()[1] == port:
                        connection.getpeername()  # which one that listens does not have
                        told = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _TCP_INFO.size)
                        sent, received, unread = _TCP_INFO.unpack(told)
                        yield Connection(int(name), place, min(sent, received) / 1000, sent / 1000, unread)


def _close(connection: Connection) -> None:
    """End a connection; granian, which owns it, finds it closed and lets go of it."""
    with suppress(OSError), _borrowed(connection.file) as ours:
        if os.readlink(f"{_FILES}/{ours.fileno()}") == connection.socket:
            ours.shutdown(socket.SHUT_RDWR)


@contextmanager
def _borrowed(file: int) -> Iterator[socket.socket]:
    """A socket of this process that somebody else may close meanwhile; raises OSError for anything but a socket."""
    copy = os.dup(file)
    try:
        ours = socket.socket(fileno=copy)
    except OSError:
        os.close(copy)
        raise
    with ours:
        yield ours
