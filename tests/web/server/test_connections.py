"""Which connections are closed when places get short, and how requests of a crowd take turns."""

import asyncio
import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress

import pytest

from quizengine.web.server import connections
from quizengine.web.server.connections import Connection, Readers, connections_to_close
from quizengine.web.server.queueing import FairQueue

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how long a connection has been silent")


def held(number: int, silent: float = 0.0, unanswered: float = 0.0, unread: int = 0) -> Connection:
    return Connection(number, f"socket:[{number}]", silent, max(silent, unanswered), unread)


def test_nobody_is_closed_while_there_are_places():
    assert connections_to_close([held(number, silent=100) for number in range(74)], 100) == []


def test_the_longest_silent_are_closed_first_and_only_as_many_as_needed():
    many = [held(number, silent=number) for number in range(80)]
    assert [each.file for each in connections_to_close(many, 100)] == list(range(79, 49, -1))


def test_who_sends_a_request_for_long_is_closed_after_the_silent_and_who_is_being_answered_never():
    busy = [held(number) for number in range(40)]
    slow = [held(number, unanswered=number) for number in range(40, 70)]
    silent = [held(number, silent=5) for number in range(70, 80)]
    closed = [each.file for each in connections_to_close([*busy, *slow, *silent], 100)]
    assert closed == [*range(70, 80), *range(69, 49, -1)]
    assert connections_to_close([held(number) for number in range(100)], 100) == []


def test_an_answer_may_stay_unread_for_a_minute():
    times = iter([0.0, 30.0, 59.0, 61.0, 90.0, 121.0])
    readers = Readers(lambda: next(times))
    assert readers.gone([held(1, unread=9), held(2, unread=9)]) == []
    assert readers.gone([held(1, unread=9), held(2)]) == []
    assert readers.gone([held(1, unread=9), held(2, unread=9)]) == []
    assert [each.file for each in readers.gone([held(1, unread=9), held(2, unread=9)])] == [1]
    assert readers.gone([held(2)]) == []
    assert readers.gone([held(2, unread=9)]) == []


@LINUX
def test_the_system_says_how_long_a_connection_has_been_silent_and_closing_it_ends_it():
    with ExitStack() as opened:
        listener = opened.enter_context(socket.create_server(("127.0.0.1", 0)))
        port = listener.getsockname()[1]
        pairs = []
        for _ in range(2):
            client = opened.enter_context(socket.create_connection(("127.0.0.1", port)))
            pairs.append((client, opened.enter_context(listener.accept()[0])))
        time.sleep(0.3)
        pairs[1][0].sendall(b"x")
        pairs[1][1].recv(1)
        # Both ends of each are in this process, and have the port: those of clients as the one they are connected to.
        found = {each.file: each for each in connections._connections(port)}
        assert set(found) == {server.fileno() for _, server in pairs}
        first, second = (found[server.fileno()] for _, server in pairs)
        assert first.silent >= 0.3 > second.silent
        assert second.unanswered >= 0.3
        connections.close_all(port)
        assert [client.recv(1) for client, _ in pairs] == [b"", b""]


@LINUX
def test_an_answer_that_is_not_read_is_seen():
    with ExitStack() as opened:
        listener = opened.enter_context(socket.create_server(("127.0.0.1", 0)))
        port = listener.getsockname()[1]
        opened.enter_context(socket.create_connection(("127.0.0.1", port)))
        server = opened.enter_context(listener.accept()[0])
        server.setblocking(False)
        with suppress(BlockingIOError):
            while True:
                server.send(bytes(100_000))
        [found] = connections._connections(port)
        assert found.unread > 0


def test_there_are_places_for_a_school():
    assert 64 <= connections.connection_limit() <= 8192


def in_turn(requests: list[str], before: list[str]) -> list[str]:
    """The order in which requests are let go that come at once, by connection, where others came before."""

    async def answered() -> list[str]:
        queue, order = FairQueue(), list[str]()
        for each in before:
            queue.must_wait(each)

        async def ask(connection: str) -> None:
            if queue.must_wait(connection):
                await queue.turn(connection)
            order.append(connection)

        await asyncio.gather(*map(ask, requests))
        return order

    with ThreadPoolExecutor(1) as pool:  # browsers of other tests leave a loop running in this thread
        return pool.submit(lambda: asyncio.run(answered())).result()


CROWD = [f"client {number}" for number in range(100)]


def test_few_clients_are_answered_as_they_come():
    assert in_turn(["a", "b", "a", "a", "b"], ["a", "b"]) == ["a", "b", "a", "a", "b"]


def test_in_a_crowd_who_has_asked_least_is_answered_first():
    order = in_turn([*["greedy"] * 50, "client 1", "new"], [*CROWD, *["greedy"] * 50])
    assert order[:2] == ["new", "client 1"]
    assert order[2:] == ["greedy"] * 50


def test_what_was_asked_long_ago_is_forgotten():
    now = [0.0]
    queue = FairQueue(lambda: now[0])
    for each in (*CROWD, *CROWD):
        queue.must_wait(each)
    assert queue.must_wait("client 1")
    for now[0] in (61.0, 122.0, 183.0):
        queue.must_wait("somebody else")
    assert not queue.must_wait("client 1")
