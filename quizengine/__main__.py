"""The command `quizengine`, also as `python -m quizengine`: the terminal's commands, and `serve` for the browser."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizengine.cli import quizengine
from quizengine.cli.commands import Settings, tell
from quizengine.cli.results import ATTEMPTS, attempts_file

if TYPE_CHECKING:
    from quizengine.library import Library
    from quizengine.web.serving import Addresses


@quizengine.command(short_help="Let students take the quizzes of a folder in the browser.")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 lets other machines in.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that answer; one for each processor when a whole school starts at once.",
)
@click.option(
    "--attempts",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"The file that keeps what students give; FOLDER/{ATTEMPTS} by default.",
)
@click.option(
    "--language",
    default="",
    metavar="CODE",
    help="The language of the pages (en, de, es, fr …); by default the one that each browser asks for.",
)
@click.pass_obj
def serve(
    settings: Settings,
    folder: Path | None,
    host: str,
    port: int,
    workers: int,
    attempts: Path | None,
    language: str,
) -> None:
    """Let students take the quizzes of FOLDER in the browser: its question_banks/, and drafts on its seeds/.

    Without FOLDER, the quizzes that come with quizengine. The teacher's address holds a token: do not share it.
    """
    from quizengine.library import open_library
    from quizengine.web.serving import serve as serve_library

    settings = Settings(folder or settings.folder, settings.strict)
    engine = settings.start()
    library = open_library(engine)
    tell(finding for finding in library.findings if finding not in engine.findings)
    place = attempts or attempts_file(settings.folder)
    place.parent.mkdir(parents=True, exist_ok=True)
    serve_library(
        engine,
        library,
        place,
        lambda addresses: _announce(addresses, library, place),
        host=host,
        port=port,
        workers=workers,
        language=language,
    )


def _announce(addresses: "Addresses", library: "Library", attempts: Path) -> None:
    click.echo(f"{len(library.entries)} quizzes. What students give is kept in {attempts}")
    click.echo(f"For students:    {addresses.student}")
    click.echo(f"For the teacher: {addresses.teacher}")
    click.echo("Stop with Ctrl-C.")


def main() -> None:
    """Run the command line."""
    quizengine(prog_name="quizengine")


if __name__ == "__main__":
    main()
