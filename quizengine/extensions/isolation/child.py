"""The program in a process that `process` has started: it answers requests until its parent is gone."""

import faulthandler
import os
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Protocol

from quizengine.errors import PluginError, error_message
from quizengine.extensions.isolation import wire
from quizengine.extensions.isolation.streams import Streams

_MOST_MEMORY = 2 << 30
"""The memory limit of such a process in bytes: an endless list must not take down the whole machine."""

Note = Callable[[str], None]
"""Tells the parent what is about to be done, so that the parent knows it if this process dies."""


class Service(Protocol):
    """Answers requests in a child."""

    def answer(self, request: bytes) -> bytes:
        """Return the answer to a request; may raise anything."""


def run(service: str, *arguments: str) -> None:
    """Answer requests from standard input on standard output, which nothing else here can reach, until it closes."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    streams = Streams()
    _limit_memory()

    def note(words: str) -> None:
        wire.send_message(answers, wire.NOTE + words.encode())

    module, _, name = service.partition(":")
    make: Callable[..., Service] = getattr(import_module(module), name)
    with suppress(BrokenPipeError), open(os.devnull, "w") as nowhere:  # whoever asked may be gone, and needs no answer
        server = make(note, *arguments)
        wire.send_message(answers, wire.READY)
        while (message := wire.receive_message(requests)) is not None:
            seconds, request = wire.split_time_limit(message)
            # ends this process also when the parent is no longer there to do it, or a regular expression holds the GIL
            faulthandler.dump_traceback_later(2 * seconds + 5, exit=True, file=nowhere)
            answer = _answer(server, request, streams)
            faulthandler.cancel_dump_traceback_later()
            wire.send_message(answers, answer)
    os._exit(0)  # threads that a plugin has started are not waited for


def _answer(server: Service, request: bytes, streams: Streams) -> bytes:
    try:
        answer = server.answer(request)
        if closed := streams.mend():
            raise PluginError(f"closed {closed}, which belongs to all")
    except BaseException as fault:
        streams.mend()
        return wire.FAULT + _in_words(fault).encode("utf-8", "replace")
    return wire.VALUE + answer


def _in_words(fault: BaseException) -> str:
    try:
        return error_message(fault)
    except KeyboardInterrupt:  # the plugin's own doing, by a signal; a real Ctrl-C does not come here
        return "raised KeyboardInterrupt"


def _limit_memory() -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on every system

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        limit = _MOST_MEMORY if most == resource.RLIM_INFINITY else min(most, _MOST_MEMORY)
        resource.setrlimit(resource.RLIMIT_DATA, (limit, most))
