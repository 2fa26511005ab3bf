"""The work on an archive from beginning to end; interrupted at any point, the next run goes on from there."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Literal, Protocol, assert_never

from quizengine.archive.bank_folder import BankFolder
from quizengine.archive.executing import Workforce, made_of
from quizengine.archive.journal import Begun, Journal, State, opened_journal
from quizengine.archive.making import Made
from quizengine.archive.question_table import QuestionTable
from quizengine.archive.reading.sources import Source
from quizengine.archive.report import report_page
from quizengine.archive.summary import Summary, summary_of
from quizengine.archive.worker import Making
from quizengine.errors import ArticleError
from quizengine.system.files import write_whole

REPORT, FAILURES, JOURNAL = "report.html", "failures.jsonl", ".quizengine-archive.db"
"""The files beside the banks."""

Form = Literal["yaml", "parquet"]


@dataclass(frozen=True)
class Job:
    """An archive, and what is to be made of it."""

    source: Source
    output: Path
    """The folder for the banks, or for the table."""
    making: Making = field(default_factory=Making)
    form: Form = "yaml"
    again: bool = False
    """True if articles that failed in an earlier run are tried again."""

    @property
    def settings(self) -> Mapping[str, str]:
        """Everything that decides what is made, by its name for a person: the same for all runs of an archive."""
        making, wishes, names = self.making, self.making.wishes, self.source.names
        blueprint = wishes.blueprint
        measured = sha256(json.dumps(wishes.measured, sort_keys=True).encode()).hexdigest()[:16]
        return {
            "ARCHIVE": str(self.source.place),
            "quizengine": making.version,
            "--format": self.form,
            "--folder": making.folder or "none",
            "--only": ", ".join(making.only) or "all",
            "--without": ", ".join(making.without) or "none",
            "--budget": f"{making.budget:g}",
            "--count": str(blueprint.count or "all"),
            "--most": json.dumps(dict(blueprint.most), sort_keys=True),
            "--difficulty": ", ".join(sorted(blueprint.bands)),
            "--one-a-sentence": str(blueprint.one_a_sentence),
            "--least": f"{blueprint.least:g}",
            "--seed": str(wishes.seed),
            "--locale": wishes.locale,
            "--measured": measured if wishes.measured else "none",
            "--id-field, --title-field, --text-field": " ".join(map(",".join, (names.id, names.title, names.text))),
        }


@dataclass(frozen=True)
class Progress:
    """The progress of the work."""

    done: int = 0
    """Articles done in this run."""
    earlier: int = 0
    """Articles that were done before it."""
    failed: int = 0
    """Articles of this run that failed."""
    position: int = 0
    """Bytes of the archive that are read."""
    size: int = 0
    """Bytes of the whole archive."""


class Results(Protocol):
    """Files of one form that keep what came of the articles."""

    def has(self, begun: Begun) -> bool:
        """Return whether the questions on an article that is done are there."""

    def keep(self, begun: Begun, made: Made) -> None:
        """Keep what came of an article, before the journal knows that it is done."""

    def recorded(self, begun: Begun) -> None:
        """Do what is to be done after the journal knows it."""

    def close(self) -> None:
        """Do what is to be done after the last article."""


Hire = Callable[[Making], AbstractContextManager[Workforce]]
"""Gives those who make the banks: `executing.on_this_machine` or `cluster.on_a_cluster`, with their own arguments."""


def run_job(job: Job, hire: Hire, tell: Callable[[Progress], None]) -> Summary:
    """Make the banks of an archive, as far as they are not made yet, with the list of failures and the report.

    Raises QuizEngineError if the work cannot begin or go on; an article that fails only goes on the list.
    """
    job.output.mkdir(parents=True, exist_ok=True)
    with opened_journal(job.output / JOURNAL) as journal:
        journal.expect(job.settings)
        results = QuestionTable(job.output, journal) if job.form == "parquet" else BankFolder(job.output)
        work = _Work(job, journal, results, tell)
        with hire(job.making) as workforce:
            for begun, made in made_of(work.waiting(), workforce):
                work.finish(begun, made)
        results.close()
        _write_failures(job.output / FAILURES, journal)
        summary = summary_of(journal)
        write_whole(job.output / REPORT, report_page(job.settings, summary).encode())
    return summary


class _Work:
    """One run: takes articles from the archive and records what came of them."""

    def __init__(self, job: Job, journal: Journal, results: Results, tell: Callable[[Progress], None]) -> None:
        self._job, self._journal, self._results, self._tell = job, journal, results, tell
        self._progress = Progress(size=job.source.size())

    def waiting(self) -> Iterator[tuple[Begun, str, bytes]]:
        """Yield the articles that are not done yet; one that cannot be read is done with that."""
        for entry in self._job.source.entries():
            begun = self._journal.begin(entry)
            self._progress = replace(self._progress, position=entry.position)
            if begun is None or self._is_done(begun):
                self._progress = replace(self._progress, earlier=self._progress.earlier + (begun is not None))
                self._tell(self._progress)
                continue
            try:
                data = entry.load()
            except ArticleError as fault:
                self.finish(begun, Made(fault=str(fault)))
            else:
                yield begun, entry.name, data

    def finish(self, begun: Begun, made: Made) -> None:
        """Keep what came of an article."""
        self._results.keep(begun, made)
        self._journal.finish(begun, made)
        self._results.recorded(begun)
        now = self._progress
        self._progress = replace(now, done=now.done + 1, failed=now.failed + bool(made.fault))
        self._tell(self._progress)

    def _is_done(self, begun: Begun) -> bool:
        match begun.state:
            case State.BEGUN:
                return False
            case State.FAILED:
                return not self._job.again
            case State.EMPTY:
                return True
            case State.MADE:
                return self._results.has(begun)
            case _:
                assert_never(begun.state)


def _write_failures(place: Path, journal: Journal) -> None:
    """Write the articles that failed, one JSON object a line; there is no such file if none did."""
    beside = place.with_name(f".{place.name}.new")
    with beside.open("w", encoding="utf-8") as file:
        for failure in journal.failures():
            file.write(json.dumps(asdict(failure), ensure_ascii=False) + "\n")
    if beside.stat().st_size:
        beside.replace(place)
    else:
        beside.unlink()
        place.unlink(missing_ok=True)
