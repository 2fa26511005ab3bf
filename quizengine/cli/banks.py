"""Commands about bank files: `export` writes them in another format, `schema` says what may stand in them."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from quizengine.cli.commands import Settings, say, tell
from quizengine.errors import BankError, FormatError

if TYPE_CHECKING:
    from quizengine.extensions.records import Format


def _format_names(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    from quizengine.engine import start

    return [
        name for name, form in sorted(start().registry.formats.items()) if form.write and name.startswith(incomplete)
    ]


@click.command(short_help="Write the quiz in a bank in another format.")
@click.argument("bank", metavar="BANK")
@click.option("--format", "name", required=True, shell_complete=_format_names, help="The format to write.")
@click.option("-o", "--output", default="-", metavar="FILE", help="Where to write; - is standard output.")
@click.pass_obj
def export(settings: Settings, bank: str, name: str, output: str) -> None:
    """Write the quiz in BANK in another format; what the format cannot hold is reported, never left out in silence."""
    from quizengine.system.files import write_whole

    engine = settings.start()
    form = _writer(engine.registry.formats.values(), name)
    reading = engine.read_bank(bank)
    faults = tell(reading.findings)
    if not reading.quiz.questions:
        raise BankError(f"{bank}: found no question to export")
    data, losses = form.written(reading.quiz)
    tell(losses)
    write_whole(output, data)
    raise click.exceptions.Exit(1 if faults else 0)


@click.command(short_help="Print the JSON Schema of bank files.")
@click.pass_obj
def schema(settings: Settings) -> None:
    """Print the JSON Schema of bank files, for editors that complete and check as you type."""
    from quizengine.bank import bank_schema

    engine = settings.start()
    say(json.dumps(bank_schema(engine.registry.question_types), indent=2, ensure_ascii=False, sort_keys=True))


def _writer(formats: "Iterable[Format]", name: str) -> "Format":
    """The format of this name that writes; raises FormatError naming those there are."""
    writers = {form.name: form for form in formats if form.write}
    if name not in writers:
        raise FormatError(f"found no format {name} to write, expected one of: {', '.join(sorted(writers))}")
    return writers[name]
