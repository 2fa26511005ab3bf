"""Processes that make banks, one for each thread that asks; one that dies costs only the article that it was at."""

import threading

from quizengine.archive.making import Made
from quizengine.archive.worker import Making
from quizengine.extensions.isolation import ChildLostError, ChildProcess, RequestError, wire


class Makers:
    """The processes of all threads of this program that make banks, started when they are needed."""

    def __init__(self, making: Making) -> None:
        self._making = making
        self._own = threading.local()
        self._all: list[ChildProcess] = []

    def make(self, name: str, data: bytes) -> Made:
        """Make the bank of the article with this name and these bytes, in the process of this thread.

        If that process dies, fails or takes longer than the limit, that is a fault of this article; the next one gets a
        new process.
        """
        if not hasattr(self._own, "process"):
            self._own.process = ChildProcess("quizengine.archive.worker:Worker", *self._making.arguments)
            self._all.append(self._own.process)
        process: ChildProcess = self._own.process
        try:
            made: Made = wire.decode_value(
                process.call(wire.encode_value((self._making.wishes, name, data)), self._making.limit)
            )
        except ChildLostError as fault:
            return Made(fault=f"the process that made its bank {fault}")
        except RequestError as fault:
            process.stop()  # what has filled the memory is gone then
            return Made(fault=f"making its bank failed: {fault}")
        return made

    def stop(self) -> None:
        """End all processes; what they are at is lost."""
        for process in self._all:
            process.stop()
