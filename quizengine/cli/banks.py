"""Commands about bank files: `export` and `import` convert to and from other formats, `schema` prints the schema."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizengine.cli.commands import Settings, print_findings, print_text
from quizengine.cli.written_banks import write_bank
from quizengine.errors import BankError, FormatError
from quizengine.plurals import with_number

if TYPE_CHECKING:
    from quizengine.extensions.records import Format, QuestionTypes


def _writers(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    return [name for name, form in _started_with(incomplete) if form.write]


def _readers(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    return [name for name, form in _started_with(incomplete) if form.read]


def _started_with(incomplete: str) -> "list[tuple[str, Format]]":
    from quizengine.engine import start

    return [(name, form) for name, form in sorted(start().registry.formats.items()) if name.startswith(incomplete)]


@click.command(short_help="Write the quiz in a bank in another format.")
@click.argument("bank", metavar="BANK")
@click.option("--format", "name", required=True, shell_complete=_writers, help="The format to write.")
@click.option("-o", "--output", default="-", metavar="FILE", help="Where to write; - is standard output.")
@click.option("--strict", is_flag=True, help="Write nothing, and exit with 2, if the format cannot hold everything.")
@click.pass_obj
def export(settings: Settings, bank: str, name: str, output: str, strict: bool) -> None:
    """Write the quiz in BANK in another format. Standard error first lists what the format cannot hold.

    Nothing is written if a key is the letter or number of an option instead of its text.
    """
    from quizengine.checks.key_place import misplaced_keys
    from quizengine.extensions.losses import loss_report
    from quizengine.system.files import write_whole

    engine = settings.start()
    form = _writer(engine.registry.formats.values(), name)
    reading = engine.read_bank(bank)
    faults = print_findings(reading.findings)
    if not reading.quiz.questions:
        raise BankError(f"{bank}: found no question to export")
    if wrong := misplaced_keys(reading, bank):
        raise BankError("\n".join((*map(str, wrong), f"{bank}: nothing is exported before its keys are right")))
    data, losses = form.written(reading.quiz, engine.media_of(bank).content)
    for line in loss_report(losses):
        print_text(line, err=True)
    if losses and strict:
        print_text(f"nothing written, as the format {name} does not hold everything", err=True)
        raise click.exceptions.Exit(2)
    write_whole(output, data)
    raise click.exceptions.Exit(1 if faults else 0)


@click.command("import", short_help="Make a bank from a file in another format.")
@click.argument("file", metavar="FILE")
@click.option("--format", "name", default="", shell_complete=_readers, help="The format of the file, if not plain.")
@click.option("-o", "--output", default="-", metavar="FILE", help="Where to write; - is standard output.")
@click.pass_obj
def import_(settings: Settings, file: str, name: str, output: str) -> None:
    """Make a YAML bank from FILE, which is in another format. Unreadable questions are listed with their lines.

    Images and recordings in FILE are written into the folder media beside the bank. A key that is the letter or number
    of an option instead of its text is told, and the exit code is then 1.
    """
    from quizengine.checks.key_place import misplaced_keys
    from quizengine.desk.imported_media import with_media_stored
    from quizengine.formats.recognition import format_of
    from quizengine.system.files import read_import_bytes

    engine = settings.start()
    formats = engine.registry.formats
    data = read_import_bytes(file)
    reading = format_of(formats.values(), file, data, name).reading(data, file, engine.registry.question_types)
    reading = with_media_stored(reading, None if output == "-" else Path(output).absolute().parent, file)
    faults = print_findings((*reading.findings, *misplaced_keys(reading, file)))
    if not reading.quiz.questions:
        raise FormatError(f"{file}: found no question to import")
    title = reading.quiz.title.strip() or Path(file).stem
    data = formats["yaml"].written(replace(reading.quiz, title=title))[0]
    write_bank(output, data)
    if output != "-":
        print_text(f"{output}: {with_number(len(reading.quiz.questions), 'question')}", err=True)
    raise click.exceptions.Exit(1 if faults else 0)


@click.command(short_help="Print the JSON Schema of bank files.")
@click.pass_obj
def schema(settings: Settings) -> None:
    """Print the JSON Schema of bank files, for editors that complete and check while you type."""
    print_text(schema_text(settings.start().registry.question_types), nl=False)


def schema_text(types: "QuestionTypes") -> str:
    """Return the JSON Schema of banks with these question types, as the text of a file."""
    from quizengine.bank import bank_schema

    return json.dumps(bank_schema(types), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _writer(formats: "Iterable[Format]", name: str) -> "Format":
    """The format of this name that writes; raises FormatError naming those there are."""
    writers = {form.name: form for form in formats if form.write}
    if name not in writers:
        raise FormatError(f"found no format {name} to write, expected one of: {', '.join(sorted(writers))}")
    return writers[name]
