"""The server in this process itself, which answers one request at a time."""

import asyncio
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from flask import Flask

from quizengine.web.server import connections
from quizengine.web.server.bridge import bridge
from quizengine.web.server.granian_settings import GRACE, granian_settings
from quizengine.web.server.listening import ServingError, is_port_open


def serve_here(host: str, port: int, app: Flask, announce: Callable[[], None], json_log: bool = False) -> None:
    """Serve until SIGINT or SIGTERM; `announce` is called once, when the server listens.

    In any thread but the main one, which no signal reaches, it serves for as long as the process lives. Raises
    ServingError when the server ends by itself.
    """
    with asyncio.Runner(loop_factory=_new_loop) as runner:
        runner.run(_serve(host, port, app, announce, json_log))


def _new_loop() -> asyncio.AbstractEventLoop:
    """The kind of event loop that granian's own workers have."""
    if sys.platform == "win32":
        return asyncio.new_event_loop()
    import uvloop

    return uvloop.new_event_loop()


async def _serve(host: str, port: int, app: Flask, announce: Callable[[], None], json_log: bool) -> None:
    from granian.server.embed import Server

    most = connections.connection_limit()
    server = Server(bridge(app), **granian_settings(host, port, most, json_log))
    told = asyncio.Event()
    with _told_by_signals(told):
        serving, ending = asyncio.create_task(server.serve()), asyncio.create_task(told.wait())
        connections.watch(port, most)
        while not (serving.done() or ending.done() or is_port_open(host, port)):
            await asyncio.sleep(0.01)
        if not (serving.done() or ending.done()):
            announce()
            await asyncio.wait((serving, ending), return_when=asyncio.FIRST_COMPLETED)
        ending.cancel()
        if serving.done():
            serving.result()
            raise ServingError(f"the server on {host}, port {port} has ended by itself; start it again")
        server.stop()  # type: ignore[no-untyped-call] # it comes without a type
        await asyncio.wait((serving,), timeout=GRACE)  # for requests under way
        connections.close_all(port)
        await asyncio.wait((serving,), timeout=1)


@contextmanager
def _told_by_signals(told: asyncio.Event) -> Iterator[None]:
    """Set an event when the process is told to end; a thread that no signal reaches is ended by whoever started it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    earlier = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    loop = asyncio.get_running_loop()
    for each in earlier:
        _listen_for(each, loop, told)
    try:
        yield
    finally:
        for each, handler in earlier.items():
            with suppress(NotImplementedError):
                loop.remove_signal_handler(each)
            signal.signal(each, handler)


def _listen_for(number: int, loop: asyncio.AbstractEventLoop, told: asyncio.Event) -> None:
    """Set an event at a signal, and wake the loop up for it.

    A handler of `signal.signal` would be called when the loop next wakes up by itself, which may be never: the signal
    may reach another thread, or this one just before it goes to sleep.
    """
    try:
        loop.add_signal_handler(number, told.set)
    except NotImplementedError:  # on Windows, whose loop is woken up by every signal
        signal.signal(number, lambda number, frame: loop.call_soon_threadsafe(told.set))
