"""Commands for sharing: `pack` makes one file of a working folder, `unpack` shows and unpacks it."""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizengine.cli.commands import print_text
from quizengine.plurals import with_number

if TYPE_CHECKING:
    from quizengine.authoring.packs import Pack, PackedFile, Plan

_PLURALS = {"image or recording": "images and recordings", "settings": "settings files"}


@click.command(short_help="Make one file of a folder's quizzes, to share.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--licence", prompt="Licence (CC BY 4.0, CC0 …)", help="What others may do with it; asked for if missing."
)
@click.option("--title", default="", help="A title (default: the name of the folder).")
@click.option("-o", "--output", default="", metavar="FILE", help="Where to write (default: FOLDER.quizpack).")
def pack(folder: Path, licence: str, title: str, output: str) -> None:
    """Pack the banks, articles, images and plugins of FOLDER into one file, with hashes and a licence.

    Students' names and answers are never packed.
    """
    from quizengine.authoring.packs import PACK_SUFFIX, make_pack, unpacked_articles
    from quizengine.errors import WriteError
    from quizengine.system.files import write_whole

    name = folder.resolve().name
    place = Path(output or f"{name}{PACK_SUFFIX}")
    if place.exists():
        raise WriteError(f"{place}: exists already, and stays as it is; give another name with -o")
    data, made = make_pack(folder, title or name, licence)
    write_whole(place, data)
    print_text(f"{place}: {_counted(made.files)}; licence: {made.licence}", err=True)
    for path in unpacked_articles(folder):
        print_text(f"left out {path}: a pack only has articles in the formats that come with quizengine", err=True)


@click.command(short_help="Show what is in a pack, or unpack it into a folder.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option("--with-plugins", is_flag=True, help="Unpack plugins, too, without asking. They do not run yet.")
def unpack(file: Path, folder: Path | None, with_plugins: bool) -> None:
    """Show what is in the pack FILE; with FOLDER, unpack it there.

    Nothing is ever overwritten. Plugins are programs: they are only unpacked if you say so, and only run after
    `quizengine allow FOLDER`.
    """
    from quizengine.authoring.packs import CODE, plan_unpacking, read_pack
    from quizengine.authoring.packs import unpack as write_files
    from quizengine.system.files import read_import_bytes

    found = read_pack(read_import_bytes(file), str(file))
    _show(found)
    if folder is None:
        return
    has_code = any(one.kind in CODE for one in found.files)
    plan = plan_unpacking(found, folder, with_plugins or (has_code and _wants_code()))
    write_files(plan, folder)
    print_text(_done(plan, folder), err=True)


def _wants_code() -> bool:
    """Ask the person at the terminal; without one, the answer is no."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    return click.confirm("Unpack the plugins and settings, too? They run only after you have allowed them.", err=True)


def _show(pack: "Pack") -> None:
    print_text(f"{pack.title}; licence: {pack.licence}")
    for one in pack.files:
        print_text(f"  {one.kind:<18}  {one.path}  {with_number(len(one.data), 'byte')}")


def _done(plan: "Plan", folder: Path) -> str:
    told = [f"unpacked {_counted(plan.new)}" if plan.new else "nothing new"]
    told += [f"{_counted(plan.same)} there already"] if plan.same else []
    told += [f"left out {_counted(plan.left_out)}, as programs need --with-plugins"] if plan.left_out else []
    return f"{folder}: {'; '.join(told)}"


def _counted(files: "Iterable[PackedFile]") -> str:
    kinds = Counter(one.kind for one in files)
    return ", ".join(with_number(number, kind, _PLURALS.get(kind, f"{kind}s")) for kind, number in kinds.items())
