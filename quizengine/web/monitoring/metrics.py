"""Counts and times requests, in the form that Prometheus reads; several processes of a server count together.

The processes write their counts to files in one folder, whose place prometheus-client takes from an environment
variable when it is imported; so whichever process is asked tells the sum. Their names are those of the table in
`docs/operation.md`.
"""

import hmac
import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from importlib.util import find_spec
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

from flask import request

from quizengine.errors import MissingPackageError
from quizengine.web.http.network import is_loopback
from quizengine.web.monitoring.observed import Observed

if TYPE_CHECKING:
    from prometheus_client.metrics_core import Metric
    from prometheus_client.registry import Collector

_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""The environment variable that prometheus-client looks at."""
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""The upper limits of the buckets that times are counted in."""
_FORWARDED = ("X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Forwarded", "Via")


class Metrics:
    """The metrics of one process, or of several that were started in a block of `counting`.

    Without a `token`, they are for requests from this machine alone that no other server has passed on; with one, for
    requests that have it.
    """

    def __init__(self, token: str = "") -> None:
        from prometheus_client import CollectorRegistry, Counter, Histogram, disable_created_metrics

        disable_created_metrics()  # type: ignore[no-untyped-call] # a time beside each count, which no graph shows
        self._token = token
        self._own = own = CollectorRegistry()
        self._requests = Counter("quizengine_requests", "Requests answered.", ("route", "status"), registry=own)
        self._times = Histogram(
            "quizengine_request_seconds", "Time to answer.", ("route",), buckets=_SECONDS, registry=own
        )
        self._saved = Counter("quizengine_answers_saved", "Answers saved, each on disk.", registry=own)
        self._save_times = Histogram(
            "quizengine_save_seconds", "Time to save an answer.", buckets=_SECONDS, registry=own
        )
        self._failed = Counter(
            "quizengine_failed_saves", "Forms that could not be saved, by the reason.", ("reason",), registry=own
        )

    def observe(self, answered: Observed) -> None:
        """Count a request."""
        self._requests.labels(answered.route, str(answered.status)).inc()
        self._times.labels(answered.route).observe(answered.seconds)
        if answered.saved and answered.status < 400:
            self._saved.inc()
            self._save_times.observe(answered.seconds)
        if answered.unsaved and answered.method == "POST":
            self._failed.labels(answered.unsaved).inc()

    def may_be_seen(self) -> bool:
        """Return whether whoever sends the present request may see the metrics."""
        if self._token:
            given = request.headers.get("Authorization", "").removeprefix("Bearer ")
            return hmac.compare_digest(given.encode(errors="replace"), self._token.encode())
        passed_on = any(name in request.headers for name in _FORWARDED)
        return not passed_on and is_loopback(request.remote_addr or "")

    def exposition(self, drafts: int) -> bytes:
        """Return all counts in Prometheus' text format, with the number of articles that wait for their draft."""
        from prometheus_client import CollectorRegistry, generate_latest
        from prometheus_client.core import GaugeMetricFamily
        from prometheus_client.multiprocess import MultiProcessCollector

        counts = self._own
        if folder := os.environ.get(_FOLDER):
            counts = CollectorRegistry()
            MultiProcessCollector(counts, folder)  # type: ignore[no-untyped-call] # it comes without types
        waiting = GaugeMetricFamily("quizengine_drafts_waiting", "Articles that wait for their draft.", drafts)
        return generate_latest(cast("Collector", _Families(*counts.collect(), waiting)))


class _Families:
    """Metrics that were collected, as prometheus-client collects them."""

    def __init__(self, *families: "Metric") -> None:
        self._families = families

    def collect(self) -> Iterable["Metric"]:
        return self._families


def counting(processes: int) -> AbstractContextManager[None]:
    """Return a block in which so many processes count together; raises MissingPackageError if they cannot."""
    if processes and find_spec("prometheus_client") is None:
        raise MissingPackageError(
            "prometheus-client",
            "--metrics needs the package prometheus-client: pip install 'quizengine[metrics]'",
        )
    return _counting_together() if processes > 1 else nullcontext()


@contextmanager
def _counting_together() -> Iterator[None]:
    """A block in which all processes that are started count together, if nothing has imported prometheus-client yet."""
    earlier = os.environ.get(_FOLDER)
    with TemporaryDirectory(prefix="quizengine-metrics-") as folder:
        os.environ[_FOLDER] = folder
        try:
            yield
        finally:
            os.environ.pop(_FOLDER)
            if earlier is not None:
                os.environ[_FOLDER] = earlier
