"""The command `move`: all attempts from a file into a database, or back."""

from typing import TYPE_CHECKING

import click

from quizengine.cli.commands import print_text
from quizengine.cli.places import AttemptsPlace
from quizengine.plurals import with_number

if TYPE_CHECKING:
    from quizengine.store import Place


@click.command(short_help="Copy all attempts from a file into PostgreSQL, or back.")
@click.argument("source", type=AttemptsPlace())
@click.argument("target", type=AttemptsPlace())
def move(source: "Place", target: "Place") -> None:
    """Copy all classes, attempts and answers from SOURCE to TARGET, with what keeps everybody signed in.

    Each is a file (sqlite:PATH, or its path alone) or the address of a database (postgresql://USER@HOST/NAME). TARGET
    has to be empty. It has everything in the end, or nothing if something goes wrong; SOURCE stays as it is. Stop the
    server first: answers that come after the move are in SOURCE alone.
    """
    from quizengine.store import show_place
    from quizengine.store.moving import move_attempts

    counts = move_attempts(source, target)
    for table, number in counts.items():
        print_text(f"{number:>9,}  {table}")
    print_text(f"{with_number(sum(counts.values()), 'row')} copied to {show_place(target)}. Serve it with --attempts.")
