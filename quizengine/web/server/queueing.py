"""Decides which request is answered next: first those whose connection has sent the fewest requests lately.

Without this, a client that sends hundreds of requests at once on each of its connections would keep everybody else
waiting.
"""

import asyncio
import time
from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count

_CROWD = 64
"""Connections that may ask within a minute before anybody has to wait for others."""
_AT_ONCE = 16
"""Requests that are let go together: enough to be committed together, few enough for a new one to get in between."""
_HALVED_EVERY = 60.0
"""Seconds after which what a connection has asked counts half."""


class FairQueue:
    """The requests of one event loop that wait for their turn."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._halved = clock()
        self._asked: dict[str, int] = {}
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._numbers = count()

    def must_wait(self, connection: str) -> bool:
        """Count a request; tell whether others come before it."""
        now = self._clock()
        if now - self._halved >= _HALVED_EVERY:
            self._halved = now
            self._asked = {each: number // 2 for each, number in self._asked.items() if number > 1}
        asked = self._asked.get(connection, 0)
        self._asked[connection] = asked + 1
        return asked > 0 and len(self._asked) > _CROWD

    async def turn(self, connection: str) -> None:
        """Wait until no request that comes before this one is left."""
        loop = asyncio.get_running_loop()
        if not self._waiting:
            loop.call_soon(self._let_go, loop)
        turn = loop.create_future()
        heappush(self._waiting, (self._asked.get(connection, 0), next(self._numbers), turn))
        await turn

    def _let_go(self, loop: asyncio.AbstractEventLoop) -> None:
        for _ in range(min(_AT_ONCE, len(self._waiting))):
            _, _, turn = heappop(self._waiting)
            if not turn.done():  # its client may be gone
                turn.set_result(None)
        if self._waiting:
            loop.call_soon(self._let_go, loop)  # behind what has come meanwhile
