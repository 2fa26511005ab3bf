"""Writes banks where a command was told to, so that nothing that a teacher has edited there gets lost."""

from contextlib import suppress
from pathlib import Path

from quizengine.cli.commands import print_text


def write_bank(output: str | Path, data: bytes) -> None:
    """Write a bank, with the line for editors if the schema lies beside it; `-` is standard output.

    A file that was there and differs is kept beside it, and the command says so. Raises WriteError.
    """
    from quizengine.authoring.scaffold import with_schema_line
    from quizengine.desk.changes import earlier
    from quizengine.system.files import STANDARD, write_whole

    whole, before = with_schema_line(output, data), b""
    place = Path(output)
    if str(output) != STANDARD:
        with suppress(OSError):
            before = place.read_bytes() if place.is_file() else b""
    if before in (b"", whole):
        write_whole(output, whole)
        return
    write_whole(output, whole, earlier(place))
    print_text(f"{output}: the file that was there is kept as {earlier(place).name}", err=True)
