"""The part of quizengine that runs on the workers of a Dask cluster; importing it imports distributed."""

from distributed import Worker, WorkerPlugin, get_worker

from quizengine import __version__
from quizengine.archive.makers import Makers
from quizengine.archive.making import Made
from quizengine.archive.worker import Making
from quizengine.errors import ClusterError


class MakersOnWorker(WorkerPlugin):  # type: ignore[misc] # distributed is not typed
    """The processes that make banks for one archive on one Dask worker; they end with the archive."""

    def __init__(self, making: Making) -> None:
        self._making = making

    def setup(self, worker: Worker) -> None:
        """Get ready, as Dask calls it on each worker, also on those that come later."""
        if self._making.version != __version__:
            raise ClusterError(f"{worker.address} has quizengine {__version__}, expected {self._making.version}")
        self.makers = Makers(self._making)

    def teardown(self, worker: Worker) -> None:
        """End the processes."""
        self.makers.stop()


def make_on_worker(plugin: str, name: str, data: bytes) -> Made:
    """Make the bank of an article on the Dask worker that runs this, with its plugin of this name."""
    made: Made = get_worker().plugins[plugin].makers.make(name, data)
    return made
