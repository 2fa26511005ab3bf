"""Answers requests one after another, commits their writes together, and acknowledges them afterwards."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from quizengine.store.batch import BatchedDatabase, NotKeptError, Write

Answer = TypeVar("Answer")


class Commits:
    """The commits of a process that answers in one thread of an event loop.

    While a commit waits for the disk, requests come in; each is answered before the next commit, which is for all of
    them. So nobody waits for others to come, and the more there are, the less each costs.
    """

    def __init__(self, batch: BatchedDatabase) -> None:
        self._batch = batch
        self._waiting: list[asyncio.Future[None]] = []

    async def acknowledged(self, answer: Callable[[], Answer]) -> Answer:
        """Return what `answer` gives, when all that it wrote is on disk.

        Where that could not be written, or wrote nothing, `answer` is called once more and writes at once, so that it
        meets the fault itself. To be called twice must do no harm, therefore.
        """
        writes: list[Write] = []
        try:
            with self._batch.putting_off() as writes:
                given = answer()
            if not writes or await self._kept(writes):
                return given
        except NotKeptError:  # it needed what was not kept before it could end
            pass
        with self._batch.again(writes):
            return answer()

    async def _kept(self, writes: list[Write]) -> bool:
        """Return whether all of them are on disk, after the next commit."""
        loop = asyncio.get_running_loop()
        if not self._waiting:
            loop.call_soon(self._commit)
        committed = loop.create_future()
        self._waiting.append(committed)
        await committed
        return all(each.kept for each in writes)

    def _commit(self) -> None:
        """Commit all that was put off, in the loop itself: a thread would wait for the interpreter while it is busy."""
        waiting, self._waiting = self._waiting, []
        try:
            self._batch.commit()
        finally:
            for each in waiting:
                if not each.done():  # its request may have been given up
                    each.set_result(None)
