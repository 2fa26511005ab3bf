"""The command `quizengine`, also run by `python -m quizengine`: all commands, including `serve` for the browser."""

import json
import os
import shlex
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizengine.cli import quizengine
from quizengine.cli.commands import Settings, print_findings, print_text
from quizengine.cli.numbers import Whole
from quizengine.cli.places import DATABASE, AttemptsPlace
from quizengine.cli.results import ATTEMPTS, attempts_file
from quizengine.plurals import with_number

if TYPE_CHECKING:
    from quizengine.desk.library import Library
    from quizengine.store import Place
    from quizengine.web.serving import Addresses


@quizengine.command(short_help="Serve the quizzes of a folder in the browser.")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--lan", is_flag=True, help="Let in every device of the local network, and show its address as a QR code."
)
@click.option("--host", help="The name or address to listen on (default: this computer only).")
@click.option(
    "--port",
    type=Whole("a whole number from 0 to 65535", 0, 65535),
    default=8000,
    show_default=True,
    help="The port to listen on; 0 takes a free one.",
)
@click.option(
    "--workers",
    type=Whole("a whole number from 1 to 64", 1, 64),
    default=1,
    show_default=True,
    help="Number of processes; for a whole school, one for each processor core.",
)
@click.option(
    "--attempts",
    type=AttemptsPlace(),
    envvar=DATABASE,
    show_envvar=True,
    help=f"Where students' answers are kept: a file, or postgresql://… (default: FOLDER/{ATTEMPTS}).",
)
@click.option(
    "--language",
    default="",
    metavar="CODE",
    help="The language of the pages (en, de, es, fr …; default: the one that each browser asks for).",
)
@click.option(
    "--new-teacher-address", is_flag=True, help="Create a new address for the teacher; the old one stops working."
)
@click.option(
    "--teacher-token",
    envvar="QUIZENGINE_TEACHER_TOKEN",
    show_envvar=True,
    help="The token of the teacher's address, instead of the one kept beside the attempts.",
)
@click.option(
    "--behind-proxy",
    is_flag=True,
    help="Trust the X-Forwarded headers of a server in front; use it only with such a server.",
)
@click.option(
    "--log-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the server logs: faults as text, or each request and fault as a line of JSON, without names or answers.",
)
@click.option("--metrics", is_flag=True, help="Count requests for Prometheus at /metrics, for this machine alone.")
@click.option(
    "--metrics-token",
    default="",
    envvar="QUIZENGINE_METRICS_TOKEN",
    show_envvar=True,
    help="Show the metrics to whoever has this token (as a bearer token), and to nobody else.",
)
@click.pass_obj
def serve(settings: Settings, /, folder: Path | None, attempts: "Place | None", **how: Any) -> None:
    """Serve the quizzes of FOLDER in the browser: those in question_banks/, and drafts for the articles in seeds/.

    Without FOLDER, it serves the quizzes that come with quizengine. The teacher's address contains a token: do not
    share it.
    """
    if how["lan"] and how["host"] is not None:
        raise click.UsageError("--lan listens on every address of this machine and --host on one: give one of the two.")
    if how["new_teacher_address"] and how["teacher_token"]:
        raise click.UsageError(
            "A token that is given is not changed: leave out --teacher-token or --new-teacher-address."
        )
    from quizengine.desk.drafting import Drafting
    from quizengine.desk.library import open_library
    from quizengine.web.monitoring.settings import Monitoring
    from quizengine.web.render.school import read_look
    from quizengine.web.serving import serve as serve_library

    settings = replace(settings, folder=folder or settings.folder)
    json_log, metrics, token = how.pop("log_format") == "json", how.pop("metrics"), how.pop("metrics_token")
    how["monitoring"] = Monitoring(json_log, metrics or bool(token), token)
    engine = settings.start()
    engine.rest()
    place = attempts or attempts_file(settings.folder)
    how["lan_command"] = os.environ.get("QUIZENGINE_LAN_COMMAND") or _with_lan(sys.argv)
    how["host"] = how["host"] if how["host"] is not None else "127.0.0.1"
    with Drafting(settings.folder, without=settings.without) as drafting:
        library = open_library(engine, drafting.drafts.draft)
        print_findings(finding for finding in library.findings if finding not in engine.findings)
        print_findings(read_look(settings.folder).findings)
        how["drafts"] = drafting.drafts

        def announce(addresses: "Addresses") -> None:
            _announce_as_json(addresses, library) if json_log else _announce(addresses, library, place)

        serve_library(engine, library, place, announce, **how)


def _with_lan(called: Sequence[str]) -> str:
    """Return the command that starts the same server for the local network, as a shell takes it; without a password."""
    from quizengine.store import show_place

    program, *arguments = map(show_place, called)
    here = Path(program)
    if here.name == "__main__.py":
        words = [sys.executable, "-m", "quizengine"]
    else:
        on_path = shutil.which(here.name)
        words = [here.name if on_path and Path(on_path).samefile(here) else program]
    following = iter(arguments)
    for word in following:
        if word in _NOT_AGAIN:
            next(following, None)
        elif word != "--new-teacher-address" and not word.startswith(tuple(f"{option}=" for option in _NOT_AGAIN)):
            words.append(word)
    return shlex.join([*words, "--lan"])


_NOT_AGAIN = ("--host", "--teacher-token", "--metrics-token")
"""Options with a value that cannot be combined with `--lan`, or that no page should show."""


def _announce(addresses: "Addresses", library: "Library", attempts: "Place") -> None:
    from quizengine.store import show_place

    waiting = f", and {with_number(len(library.waiting), 'draft')} in the making" if library.waiting else ""
    quizzes = with_number(len(library.entries), "quiz", "quizzes")
    print_text(f"{quizzes}{waiting}. What students give is kept in {show_place(attempts)}")
    print_text(f"For students:    {addresses.student}")
    for other in addresses.others:
        print_text(f"              or {other}")
    print_text(f"For the teacher: {addresses.teacher}")
    if addresses.lan:
        print_text("                 (opens on this machine alone)")
        _show_code(addresses.student)
    print_text("Stop with Ctrl-C.")


def _announce_as_json(addresses: "Addresses", library: "Library") -> None:
    """Write one line, without the token of the teacher's address: logs are read by more people than may see keys."""
    event = {
        "event": "listening",
        "quizzes": len(library.entries),
        "drafts_waiting": len(library.waiting),
        "students": [addresses.student, *addresses.others],
    }
    print_text(json.dumps(event))


def _show_code(address: str) -> None:
    """Draw the QR code if the output is a terminal that is wide enough and can show its characters."""
    from quizengine.web.render import qr

    columns = shutil.get_terminal_size().columns
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb" and columns >= qr.terminal_width(address):
        code = qr.qr_terminal(address)
        with suppress(UnicodeEncodeError):
            code.encode(sys.stdout.encoding)
            click.echo(code)  # our own output: only colours


def main() -> None:
    """Run the command line."""
    quizengine(prog_name="quizengine")


if __name__ == "__main__":
    main()
