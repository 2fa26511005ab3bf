"""Commands that read banks: `check` reports their faults, `export` writes them in another format, and `schema`."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from quizengine.cli.commands import Settings, in_progress, tell
from quizengine.errors import BankError, FormatError

if TYPE_CHECKING:
    from quizengine.records import Format


@click.command(short_help="Report every fault in a bank, with its place.")
@click.argument("banks", nargs=-1, required=True, metavar="BANK...")
@click.pass_obj
def check(settings: Settings, banks: tuple[str, ...]) -> None:
    """Report every fault in each BANK (a YAML file, - for standard input), with its place.

    A line reads file:line:column: path: what is wrong. The exit code is 1 when there are errors.
    """
    from quizengine.checking import check_bank

    engine = settings.start()
    errors = warnings = questions = 0
    for bank in in_progress(banks, "Checking banks"):
        try:
            quiz, findings = check_bank(engine, bank)
        except BankError as fault:
            click.echo(str(fault))
            errors += 1
            continue
        questions += len(quiz.questions)
        for finding in findings:
            click.echo(str(finding) if finding.level == "error" else f"{finding} (warning)")
        errors += sum(finding.level == "error" for finding in findings)
        warnings += sum(finding.level == "warning" for finding in findings)
    click.echo(f"{questions} questions are fine to ask; {errors} errors, {warnings} warnings", err=True)
    raise click.exceptions.Exit(1 if errors else 0)


def _format_names(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    from quizengine.startup import start

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
    from quizengine.files import write_whole

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
    click.echo(json.dumps(bank_schema(engine.registry.question_types), indent=2, ensure_ascii=False, sort_keys=True))


def _writer(formats: "Iterable[Format]", name: str) -> "Format":
    """The format of this name that writes; raises FormatError naming those there are."""
    writers = {form.name: form for form in formats if form.write}
    if name not in writers:
        raise FormatError(f"found no format {name} to write, expected one of: {', '.join(sorted(writers))}")
    return writers[name]
