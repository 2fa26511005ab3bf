"""The group of all commands, with what they share: the engine, messages and exit codes.

Exit codes: 0 for success, 1 if something is wrong with the input, 2 for wrong usage.
"""

import errno
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from quizengine import __version__
from quizengine.errors import QuizEngineError
from quizengine.system.terminal import escape_controls

if TYPE_CHECKING:
    from quizengine.engine import Engine
    from quizengine.extensions.records import Finding

Item = TypeVar("Item")

_QUIET_SECONDS = 1.0


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Let what click says about a mistake give the terminal no order; it repeats what was typed."""
    try:
        yield
    except click.ClickException as fault:
        vars(fault)["message"] = escape_controls(fault.message)  # click calls it final
        raise


class _Commands(click.Group):
    """Commands in the order in which users meet them; a fault in the input becomes one line and exit code 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which they were added."""
        return list(self.commands)

    def make_context(self, *arguments: Any, **more: Any) -> click.Context:
        """Read the options before the command."""
        with _told_plainly():
            return super().make_context(*arguments, **more)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a QuizEngineError, or a failing file or disk, becomes its message and exit code 1."""
        with _told_plainly():
            return self._invoke(ctx)

    def _invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except QuizEngineError as fault:
            raise click.ClickException(str(fault)) from None
        except OSError as fault:
            if fault.errno == errno.EPIPE:  # the reader of our output has closed the pipe: click ends silently
                raise
            if fault.filename is None:  # standard output failed, and would fail again when Python flushes it at exit
                with suppress(OSError):
                    sys.stdout.close()
            raise click.ClickException(f"{fault.filename or 'standard output'}: {fault.strerror or fault}") from None


@dataclass(frozen=True)
class Settings:
    """The options given before the command."""

    folder: Path | None
    strict: bool
    without: tuple[str, ...] = ()

    def start(self, only: Iterable[str] = (), budget: float | None = None) -> "Engine":
        """The engine with the plugins of the folder that may run; tells what is wrong with any of them."""
        from quizengine.engine import start
        from quizengine.generation.budget import SECONDS

        if self.folder:
            _ask_for_consent(self.folder)
        engine = start(
            self.folder,
            only=tuple(only),
            without=self.without,
            strict=self.strict,
            budget=budget or SECONDS,
            consented=True,
        )
        print_findings(engine.findings)
        return engine


def _ask_for_consent(folder: Path) -> None:
    """Ask the person at the terminal, if there is one, whether the folder's new plugins may run."""
    from quizengine.extensions.consent import allow_plugins
    from quizengine.extensions.discovery import unallowed_sources

    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return
    if waiting := unallowed_sources(folder):
        print_text("Plugins are programs that run with your permissions. These have not been allowed yet:", err=True)
        for source in waiting:
            print_text(f"  {source.name} ({source.place})", err=True)
        if click.confirm("Let them run from now on?", err=True):
            allow_plugins(folder, waiting)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="A working folder; the plugins in its plugins/ are loaded, too, if they are allowed. new-bank and new-plugin "
    "make it if there is none.",
)
@click.option("--strict", is_flag=True, help="Stop at the first fault in any plugin.")
@click.option("--without", multiple=True, metavar="NAME", help="Do not load this plugin.")
@click.version_option(__version__)
@click.pass_context
def quizengine(ctx: click.Context, folder: Path | None, strict: bool, without: tuple[str, ...]) -> None:
    """Make quizzes from articles, with proof for every answer.

    Start with: quizengine generate ARTICLE -o quiz.yaml
    """
    if folder and ctx.invoked_subcommand not in _MAKE_THE_FOLDER:
        expect_folder(folder)
    ctx.obj = Settings(folder, strict, without)


_MAKE_THE_FOLDER = ("new-bank", "new-plugin")
"""The commands for which the working folder need not exist."""


def expect_folder(folder: Path) -> None:
    """Raise BadParameter, as click does, if there is no such working folder."""
    if not folder.exists():
        raise click.BadParameter(f"Directory '{folder}' does not exist.", param_hint="'--folder'")


def print_text(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print a text; control characters in it cannot affect the terminal."""
    click.echo(escape_controls(text), err=err, nl=nl)


def print_findings(findings: "Iterable[Finding]") -> int:
    """Write findings to standard error, one per line; returns the number of errors among them."""
    errors = 0
    for finding in findings:
        errors += finding.level == "error"
        print_text(f"{finding.level}: {finding}", err=True)
    return errors


def in_progress(items: Iterable[Item], label: str) -> Iterator[Item]:
    """Yield the items, with a progress bar on standard error if it is a terminal and a second has passed."""
    all_items = list(items)
    began = time.monotonic()
    bar = None
    for number, item in enumerate(all_items):
        if bar is None and sys.stderr.isatty() and time.monotonic() - began > _QUIET_SECONDS:
            bar = click.progressbar(length=len(all_items), label=label, file=sys.stderr)
            bar.update(number)
        yield item
        if bar is not None:
            bar.update(1)
    if bar is not None:
        bar.render_finish()
