"""Clients that hold connections and do as little as they can on them; a connection that is closed is opened again.

python tests/web/torture/slow_clients.py PORT NUMBER KIND...    until it is killed
"""

import selectors
import socket
import sys
import time
from contextlib import suppress
from dataclasses import dataclass

READ, WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE
_AT_ONCE = 200
"""Connections that are opened before the next look at those that are open."""


@dataclass(frozen=True)
class Kind:
    """What a client does with its connection."""

    says: str = ""
    drips: bool = False
    """It sends one byte more each second."""
    reads: bool = True


GET = "GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n"
FORM = (
    "POST /leave HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT\r\n"
    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\npart-1=Ida"
)
KINDS = {
    "silent": Kind(),
    "half-headers": Kind("GET / HTTP/1.1\r\nHost: 127"),
    "dripped-headers": Kind("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ", drips=True),
    "half-form": Kind(FORM),
    "dripped-form": Kind(FORM, drips=True),
    "idle": Kind(GET),
    "pipelined": Kind(GET * 50),
    "unread": Kind(GET * 500, reads=False),
}


class Clients:
    """As many connections as were asked for, of several kinds in turn."""

    def __init__(self, port: int, number: int, kinds: list[Kind]) -> None:
        self._port, self._number, self._kinds = port, number, kinds
        self._watched = selectors.DefaultSelector()
        self._held: dict[socket.socket, Kind] = {}
        self._opened = 0

    def hold(self) -> None:
        """Hold them for ever; says so when all have been opened for the first time."""
        dripped, told = time.monotonic(), False
        while True:
            for _ in range(min(_AT_ONCE, self._number - len(self._held))):
                self._open()
            for key, _ in self._watched.select(0.02):
                self._go_on(key.fileobj, key.events)
            if time.monotonic() - dripped >= 1:
                dripped = time.monotonic()
                for each in [held for held, kind in self._held.items() if kind.drips]:
                    self._send(each, b"x")
            if not told and self._opened >= self._number:
                told = True
                sys.stdout.write("held\n")
                sys.stdout.flush()

    def _open(self) -> None:
        connection = socket.socket()
        connection.setblocking(False)
        kind = self._kinds[self._opened % len(self._kinds)]
        if not kind.reads:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        with suppress(BlockingIOError):
            connection.connect(("127.0.0.1", self._port))
        self._opened += 1
        self._held[connection] = kind
        self._watched.register(connection, WRITE)

    def _go_on(self, connection: socket.socket, events: int) -> None:
        kind = self._held[connection]
        if events == WRITE:
            if not kind.reads:
                self._watched.unregister(connection)
            else:
                self._watched.modify(connection, READ)
            self._send(connection, kind.says.replace("PORT", str(self._port)).encode())
            return
        try:
            over = not connection.recv(65536)
        except BlockingIOError:
            return
        except OSError:
            over = True
        if over:
            self._close(connection)
        elif kind == KINDS["pipelined"]:
            self._send(connection, GET.replace("PORT", str(self._port)).encode())

    def _send(self, connection: socket.socket, what: bytes) -> None:
        try:
            connection.send(what)
        except BlockingIOError:
            return
        except OSError:
            self._close(connection)

    def _close(self, connection: socket.socket) -> None:
        with suppress(KeyError, ValueError):
            self._watched.unregister(connection)
        self._held.pop(connection, None)
        connection.close()


def main() -> None:
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    port, number, *kinds = sys.argv[1:]
    Clients(int(port), int(number), [KINDS[each] for each in kinds or KINDS]).hold()


if __name__ == "__main__":
    main()
