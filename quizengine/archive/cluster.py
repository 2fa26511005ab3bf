"""Makes banks on a Dask cluster; what a worker that is lost was at is made by another one."""

import time
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import uuid4

from quizengine.archive.executing import Workforce
from quizengine.archive.making import Made
from quizengine.archive.worker import Making
from quizengine.errors import ClusterError, MissingPackageError

if TYPE_CHECKING:
    from distributed import Client

_PATIENCE = 30
"""Seconds to wait for the scheduler, and then for its first worker."""
_COUNTED_EVERY = 5.0
"""Seconds between two questions how many workers there are: they come and go."""


@contextmanager
def on_a_cluster(making: Making, address: str) -> Iterator[Workforce]:
    """Make banks on the cluster of the scheduler at an address such as tcp://10.0.0.1:8786.

    Each thread of each Dask worker has a process of its own for it, so that no article harms a worker. Raises
    MissingPackageError without distributed, and ClusterError for a cluster that is no use.
    """
    try:
        from distributed import Client
    except ImportError:
        raise MissingPackageError(
            "distributed", "found no distributed, expected it for --scheduler: pip install 'quizengine[cluster]'"
        ) from None
    from quizengine.archive.dask_plugin import MakersOnWorker

    name = f"quizengine-{uuid4().hex}"
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as fault:
        raise ClusterError(
            f"found no Dask scheduler at {address} ({fault}); start one with: dask scheduler, and workers with: "
            f"dask worker {address}"
        ) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
            client.register_plugin(MakersOnWorker(making), name=name)
        except TimeoutError:
            raise ClusterError(f"found no worker at {address}; start some with: dask worker {address}") from None
        except Exception as fault:  # whatever a worker raises
            raise ClusterError(f"the workers at {address} cannot make banks: {fault}") from None
        try:
            yield _Cluster(client, name)
        finally:
            if client.status == "running":
                client.unregister_worker_plugin(name)


class _Cluster:
    def __init__(self, client: "Client", plugin: str) -> None:
        self._client, self._plugin = client, plugin
        self._executor = client.get_executor(pure=False)
        self._size, self._counted = 1, 0.0

    def submit(self, name: str, data: bytes) -> "Future[Made]":
        from quizengine.archive.dask_plugin import make_on_worker

        future: Future[Made] = self._executor.submit(make_on_worker, self._plugin, name, data)
        return future

    def result(self, future: "Future[Made]") -> Made:
        """Return the result for an article; raises ClusterError if the cluster is at fault and not the article."""
        from distributed import KilledWorker

        try:
            return future.result()
        except KilledWorker as fault:
            return Made(fault=f"{fault.allowed_failures + 1} workers of the cluster were lost while they had it")
        except CancelledError:
            raise ClusterError("the scheduler is lost; the same command continues where this one ends") from None
        except Exception as fault:  # whatever a worker raises
            raise ClusterError(f"a worker of the cluster failed: {type(fault).__name__}: {fault}") from None

    def size(self) -> int:
        """The threads of all workers, as they were a moment ago."""
        now = time.monotonic()
        if now - self._counted > _COUNTED_EVERY:
            self._size, self._counted = max(sum(self._client.nthreads().values()), 1), now
        return self._size
