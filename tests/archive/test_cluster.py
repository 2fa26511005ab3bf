"""A cluster of Dask workers gives the same files, even if one of them is killed."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import psutil
import pytest
from archives import banks, files_of, running, wait_for

from quizengine.archive import cluster
from quizengine.archive.worker import Making
from quizengine.errors import ClusterError


@contextmanager
def dask(*arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """A process of the cluster that is ready."""
    command = [sys.executable, "-m", "dask", *arguments, "--no-dashboard"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        while "Registered to:" not in (line := process.stderr.readline()) and "Scheduler at:" not in line:
            assert line, "the cluster has not started"
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def scheduler() -> Iterator[str]:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    with dask("scheduler", "--host", "127.0.0.1", "--port", str(port)):
        yield f"tcp://127.0.0.1:{port}"


def test_a_cluster_that_loses_a_worker_gives_the_same_files(
    scheduler: str, lines: Path, undisturbed: Path, tmp_path: Path
) -> None:
    with ExitStack() as workers:
        worker = ("worker", scheduler, "--nthreads", "1", "--no-nanny")
        first, second = (workers.enter_context(dask(*worker)) for _ in range(2))
        with running(tmp_path, lines, "--scheduler", scheduler, "-o", "out") as process:
            wait_for(lambda: bool(banks(tmp_path / "out")), process)
            first.kill()
            said = process.communicate(timeout=240)[1]
        assert process.returncode == 0, said
        assert files_of(tmp_path / "out") == files_of(undisturbed)
        assert psutil.Process(second.pid).children() == []  # what has made the banks has ended with the work


def test_a_cluster_without_workers_is_told_with_what_to_do(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    said = re.escape(f"found no worker at {scheduler}; start some with: dask worker")
    with pytest.raises(ClusterError, match=said), cluster.on_a_cluster(Making(), scheduler):
        pass
