"""Answers requests one after another, commits their writes together, and acknowledges them afterwards."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from quizengine.store.batch import BatchedDatabase, NotKeptError, Write

Answer = TypeVar("Answer")
Body = TypeVar("Body")
_LONGEST_WAIT = 0.01
"""Seconds that a commit waits at most for forms that are on their way."""


class Commits:
    """The commits of a process that answers in one thread of an event loop.

    While a commit waits for the disk, requests come in; each is answered before the next commit, which is for all of
    them. The more there are, the less each costs.

    A form arrives a moment after the headers of its request. A commit waits briefly for the forms of requests whose
    headers are there, and later commits wait for them no more: so a slow sender delays others only once.
    """

    def __init__(self, batch: BatchedDatabase, longest_wait: float = _LONGEST_WAIT) -> None:
        self._batch = batch
        self._longest_wait = longest_wait
        self._waiting: list[asyncio.Future[None]] = []
        self._expected: set[object] = set()
        """A mark for each request whose form the next commit waits for."""
        self._latest: asyncio.TimerHandle | None = None

    async def expecting(self, body: Awaitable[Body]) -> Body:
        """Return the body of a request when it has arrived; whoever asks for it answers the request at once then."""
        mark = object()
        self._expected.add(mark)
        try:
            return await body
        finally:
            self._expected.discard(mark)
            if self._waiting and not self._expected:
                asyncio.get_running_loop().call_soon(self._commit)  # after this request has been answered

    async def acknowledged(self, answer: Callable[[], Answer]) -> Answer:
        """Return what `answer` gives, when all that it wrote is on disk.

        Where that could not be written, or wrote nothing, `answer` is called once more and writes at once, so that it
        meets the fault itself. So calling it twice must do no harm.
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
        if not self._waiting and self._expected:
            self._latest = loop.call_later(self._longest_wait, self._commit)
        elif not self._waiting:
            loop.call_soon(self._commit)
        committed = loop.create_future()
        self._waiting.append(committed)
        await committed
        return all(each.kept for each in writes)

    def _commit(self) -> None:
        """Commit all that was put off, in the loop itself: a thread would wait for the interpreter while it is busy."""
        if self._latest is not None:
            self._latest.cancel()
            self._latest = None
        self._expected.clear()
        waiting, self._waiting = self._waiting, []
        try:
            self._batch.commit()
        finally:
            for each in waiting:
                if not each.done():  # its request may have been given up
                    each.set_result(None)
