"""The port of the server: reserved before the server listens, and watched until it does."""

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager

from quizengine.errors import QuizEngineError

_ANYWHERE = ("0.0.0.0", "::")  # noqa: S104 # compared with, never bound to unasked
_HERE = ("127.0.0.1", "::1")
"""The addresses by which this machine reaches a server that listens everywhere; the second fails where IPv6 is off."""


class ServingError(QuizEngineError):
    """The server cannot listen where it was told to."""


@contextmanager
def reserve_port(host: str, port: int) -> Iterator[tuple[str, int]]:
    """The address and port to listen on, which nobody else takes meanwhile; port 0 is a free one.

    Only Linux keeps a port for another socket of the same user; elsewhere it is free for a moment. Raises ServingError
    with what to do.
    """
    with closing(_bound(host, port)) as ours:
        address, number = ours.getsockname()[:2]
        if sys.platform == "linux":
            ours.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)  # granian's sockets have it, others' do not
        else:
            ours.close()
        yield address, number


def is_port_open(host: str, port: int) -> bool:
    """Return whether somebody listens on the port."""
    return any(_answers(place, port) for place in (_HERE if host in _ANYWHERE else (host,)))


def is_dual_stack() -> bool:
    """Return whether one socket of the server hears IPv4 and IPv6."""
    return os.name == "posix" and socket.has_dualstack_ipv6()


def _answers(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    return True


def _bound(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
        try:
            if os.name == "posix":  # on Windows, it would take a port that another program has
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if host == "::":
                listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)  # for those who come by IPv4, too
            listener.bind(address)
        except OSError:
            listener.close()
            raise
    except (OSError, OverflowError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise ServingError(
            f"cannot listen on {host}, port {port}: {reason}; try another port, or 0 for a free one"
        ) from None
    return listener
