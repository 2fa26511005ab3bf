"""The part of `generate` that works on an archive: its options, its progress and what it says at the end."""

import os
import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizengine.cli.commands import Settings, print_text
from quizengine.cli.numbers import Whole
from quizengine.errors import ArticleError
from quizengine.plurals import plural_form, with_number

if TYPE_CHECKING:
    from quizengine.archive.job import Form, Hire, Job, Progress
    from quizengine.archive.making import Wishes
    from quizengine.archive.summary import Summary

_MOST_JOBS = 1024
_DRAWN_EVERY, _TOLD_EVERY = 0.2, 30.0
"""Seconds between two states of the progress bar, and between two lines where nobody sees a bar."""
_RECENT = 60.0
"""Seconds over which the rate is taken."""


@dataclass(frozen=True)
class ArchiveOptions:
    """The options of `generate` that are only for archives."""

    jobs: int | None
    form: "Form"
    scheduler: str | None
    retry: bool
    id_field: tuple[str, ...]
    title_field: tuple[str, ...]
    text_field: tuple[str, ...]

    @property
    def given(self) -> str:
        """The first option that was given; empty if none was."""
        options = {
            "--jobs": self.jobs,
            "--format": self.form != "yaml",
            "--scheduler": self.scheduler,
            "--retry": self.retry,
            "--id-field": self.id_field,
            "--title-field": self.title_field,
            "--text-field": self.text_field,
        }
        return next((name for name, value in options.items() if value), "")


_OPTIONS = (
    click.option(
        "--jobs",
        type=Whole(f"a whole number from 1 to {_MOST_JOBS}", 1, _MOST_JOBS),
        metavar="N",
        help="Archive: the processes that make banks (default: one for each core).",
    ),
    click.option(
        "--format",
        "form",
        type=click.Choice(["yaml", "parquet"]),
        default="yaml",
        show_default=True,
        help="Archive: a bank for each article, or a table of all questions in Parquet.",
    ),
    click.option(
        "--scheduler", metavar="ADDRESS", help="Archive: work on the Dask cluster of this scheduler: tcp://HOST:8786."
    ),
    click.option("--retry", is_flag=True, help="Archive: try the articles again that failed in an earlier run."),
    click.option(
        "--id-field", multiple=True, metavar="NAME", help="Archive: the field of a dump that holds an article's id."
    ),
    click.option("--title-field", multiple=True, metavar="NAME", help="Archive: the same for its title."),
    click.option("--text-field", multiple=True, metavar="NAME", help="Archive: the same for its text."),
)


def archive_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options for archives to a command, which gets them as `archive`."""

    @wraps(command)
    def called(*arguments: Any, **given: Any) -> None:
        names = ArchiveOptions.__dataclass_fields__
        archive = ArchiveOptions(**{name: given.pop(name) for name in names})
        command(*arguments, **given, archive=archive)

    for option in reversed(_OPTIONS):
        called = option(called)
    return called


def archive_among(articles: tuple[str, ...], output: str, explain: bool, options: ArchiveOptions) -> Path | None:
    """The archive that is to be worked on; None if these are single articles.

    Raises UsageError for what cannot be done at once, and for options that are for the other kind.
    """
    from quizengine.archive.reading.sources import is_archive

    places = [Path(name) for name in articles if is_archive(Path(name))]
    if not places:
        if options.given:
            raise click.UsageError(
                f"{options.given} is for an archive: a folder of articles, a JSON Lines dump (.jsonl) or a WARC file"
            )
        return None
    if len(articles) > 1:
        raise click.UsageError(f"{places[0]} is an archive, which has to be the only argument")
    if output == "-" or os.path.isfile(output):
        raise click.UsageError("An archive needs a folder to write to: -o FOLDER/")
    if explain:
        raise click.UsageError("--explain is for single articles; the report on an archive sums up the reasons")
    if options.jobs and options.scheduler:
        raise click.UsageError("--jobs is for this machine; with --scheduler, the cluster has as many as its workers")
    return places[0]


def make_archive(
    settings: Settings,
    suffixes: tuple[str, ...],
    place: Path,
    output: Path,
    wishes: "Wishes",
    only: tuple[str, ...],
    budget: float | None,
    options: ArchiveOptions,
) -> None:
    """Make the banks of an archive, show how far it is, and say what came of it.

    `suffixes` are the file endings of articles.
    """
    from quizengine.archive.job import Job, run_job
    from quizengine.archive.reading.entries import FieldNames
    from quizengine.archive.reading.sources import Source
    from quizengine.archive.worker import Making
    from quizengine.generation.budget import SECONDS

    usual = FieldNames()
    names = FieldNames(
        options.id_field or usual.id, options.title_field or usual.title, options.text_field or usual.text
    )
    folder = str(settings.folder.absolute()) if settings.folder else ""
    making = Making(folder, only, settings.without, budget or SECONDS, wishes)
    job = Job(Source(place, names, output, suffixes), output, making, options.form, options.retry)
    try:
        with ProgressShown() as shown:
            summary = run_job(job, _hire(options), shown.tell)
    except KeyboardInterrupt:
        print_text("Interrupted. The same command continues from here.", err=True)
        raise click.Abort from None
    _conclude(job, summary)


def _hire(options: ArchiveOptions) -> "Hire":
    if options.scheduler:
        from quizengine.archive.cluster import on_a_cluster

        scheduler = options.scheduler
        return lambda making: on_a_cluster(making, scheduler)
    from quizengine.archive.executing import on_this_machine

    jobs = options.jobs or _cores()
    return lambda making: on_this_machine(making, jobs)


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _conclude(job: "Job", summary: "Summary") -> None:
    from quizengine.archive.job import FAILURES, REPORT

    made = sum(summary.articles.values())
    if not made and not summary.failed:
        endings = ", ".join(job.source.suffixes)
        raise ArticleError(
            f"{job.source.place}: found no article in this archive, expected files with the ending {endings}"
        )
    articles = with_number(made, "article")
    failed = f", {with_number(summary.failed, 'failure')} in {job.output / FAILURES}" if summary.failed else ""
    print_text(f"{articles}, {with_number(summary.questions, 'question')}{failed}", err=True)
    print_text(f"Report: {job.output / REPORT}", err=True)


class ProgressShown:
    """Shows how far an archive is: as a bar on a terminal, as a line now and then elsewhere; on standard error."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._bar: Any = None
        self._drawn = 0.0
        self._shown_next = clock() + _TOLD_EVERY
        self._samples: deque[tuple[float, int, int]] = deque()

    def __enter__(self) -> "ProgressShown":
        return self

    def __exit__(self, *fault: object) -> None:
        """Leave the bar as it is, and go to the next line."""
        if self._bar is not None:
            self._bar.render_finish()

    def tell(self, progress: "Progress") -> None:
        """Take notice of the progress, and show it if it is time to."""
        now = self._clock()
        if progress.done and (not self._samples or progress.done > self._samples[-1][1]):
            self._samples.append((now, progress.done, progress.position))
            while now - self._samples[0][0] > _RECENT and len(self._samples) > 2:
                self._samples.popleft()
        if sys.stderr.isatty():
            self._draw(progress, now)
        elif now >= self._shown_next:
            self._shown_next = now + _TOLD_EVERY
            print_text(progress_in_words(progress, tuple(self._samples)), err=True)

    def _draw(self, progress: "Progress", now: float) -> None:
        if self._bar is None:
            words = lambda item: progress_in_words(*item) if item else ""  # noqa: E731 # click calls it with the last item
            self._bar = click.progressbar(
                length=max(progress.size, 1), show_eta=False, file=sys.stderr, item_show_func=words, width=24
            )
        is_over = progress.position >= progress.size
        if now - self._drawn >= _DRAWN_EVERY or is_over:
            self._drawn = now
            self._bar.update(progress.position - self._bar.pos)
            self._bar.current_item = progress, tuple(self._samples)
            self._bar.render_progress()


def progress_in_words(progress: "Progress", samples: tuple[tuple[float, int, int], ...] = ()) -> str:
    """Say how far an archive is, from the moments at which articles were done: seconds, articles, bytes read."""
    said = [with_number(progress.done + progress.earlier, "article")]
    said += [f"{progress.failed:,} failed"] if progress.failed else []
    if len(samples) > 1:
        (began, done, read), (now, done_now, read_now) = samples[0], samples[-1]
        if now > began:
            said.append(f"{(done_now - done) / (now - began):.3g} a second")
        if read_now > read:
            said.append(f"{_duration((progress.size - read_now) * (now - began) / (read_now - read))} left")
    return ", ".join(said)


def _duration(seconds: float) -> str:
    """The time in its two largest units, such as 3 hours 20 minutes."""
    minutes = round(seconds / 60)
    hours, days = minutes // 60, minutes // (24 * 60)
    if minutes < 1:
        return "under a minute"
    parts = (days, "day"), (hours % 24, "hour"), (minutes % 60, "minute")
    return " ".join([f"{count} {plural_form(count, name)}" for count, name in parts if count][:2])
