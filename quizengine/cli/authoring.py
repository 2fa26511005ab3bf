"""Commands for those who add their own: `new-bank`, `new-plugin` and `test-plugin`."""

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizengine.cli.commands import Settings, expect_folder, print_text
from quizengine.errors import WriteError
from quizengine.plurals import with_number

if TYPE_CHECKING:
    from quizengine.testing import PluginCheck


@click.command("new-bank", short_help="Begin a question bank, with a commented example.")
@click.argument("file", required=False, metavar="[FILE]", type=click.Path(path_type=Path))
@click.option("--title", prompt="Title of the quiz", help="The title of the quiz; asked for if it is not given.")
@click.option("--kind", default="", metavar="TYPE", help="The question type of the example, or `all`.")
@click.pass_obj
def new_bank(settings: Settings, file: Path | None, title: str, kind: str) -> None:
    """Write a new bank in YAML with a commented example to FILE, and ask for what is not given.

    Without FILE, it is named after the title, in question_banks/ of the working folder (--folder), which is made if
    there is none, or in the current folder. The JSON Schema is put beside it, so that editors complete and check while
    you type.
    """
    from quizengine.authoring.scaffold import MIXED, SCHEMA_FILE, bank_text
    from quizengine.cli.banks import schema_text
    from quizengine.system.file_names import file_stem
    from quizengine.system.files import write_whole

    if file and settings.folder:
        expect_folder(settings.folder)  # nothing is written to it
    types = settings.start().registry.question_types
    kind = kind or click.prompt("Kind of question", MIXED, type=click.Choice([MIXED, *types]))
    folder = settings.folder / "question_banks" if settings.folder else Path()
    place = file or folder / f"{file_stem(title) or 'quiz'}.yaml"
    _write_new({place: bank_text(title, kind, tuple(types))})
    write_whole(place.parent / SCHEMA_FILE, schema_text(types).encode())
    print_text(f"{place}: replace the example with your own questions, then run: quizengine check {place}", err=True)


@click.command("new-plugin", short_help="Begin a plugin project, with tests that pass.")
@click.argument("name")
@click.option(
    "--kind", type=click.Choice(["generator", "bank"]), default="generator", show_default=True, help="What it offers."
)
@click.pass_obj
def new_plugin(settings: Settings, name: str, kind: str) -> None:
    """Write a plugin project NAME: pyproject.toml, code or a bank, tests that pass, and a README.

    It goes to plugins/ of the working folder (--folder), which is made if there is none, where it is loaded, or to the
    current folder.
    """
    from quizengine.authoring.scaffold import plugin_files
    from quizengine.extensions.consent import allow_plugins
    from quizengine.extensions.loading import Source, sources_at

    files = plugin_files(name, kind)
    folder = (settings.folder / "plugins" if settings.folder else Path()) / name
    if folder.exists():
        raise WriteError(f"{folder}: exists already, expected a new name")
    _write_new({folder / path: data for path, data in files.items()})
    if settings.folder:
        allow_plugins(
            settings.folder, [plugin for plugin in sources_at(folder) if isinstance(plugin, Source)]
        )  # it is the user's own
    print_text(f"{folder}: {with_number(len(files), 'file')}; read README.md there, then run:", err=True)
    print_text(f"  quizengine test-plugin {folder}", err=True)


def _write_new(files: Mapping[Path, bytes]) -> None:
    """Write files that do not exist yet; raises WriteError, before it writes any, if one does."""
    from quizengine.system.files import write_whole

    if there := [path for path in files if path.exists()]:
        raise WriteError(f"{there[0]}: exists already, and stays as it is; give another name")
    for path, data in files.items():
        write_whole(path, data)


@click.command("test-plugin", short_help="Test a plugin: purity, proof, fairness, formats, time.")
@click.argument("plugin", metavar="PATH|NAME")
@click.option(
    "--article",
    "articles",
    multiple=True,
    metavar="FILE",
    help="An article to try generators on, instead of the shipped ones.",
)
@click.option("--bank", "banks", multiple=True, metavar="FILE", help="A bank with questions of its types.")
@click.pass_obj
def test_plugin(settings: Settings, plugin: str, articles: tuple[str, ...], banks: tuple[str, ...]) -> None:
    """Test the plugin at PATH, or the loaded one of this NAME, and report what holds.

    Generators are run on the articles that come with quizengine, unless you give others. The exit code is 1 if anything
    does not hold.
    """
    from quizengine.testing import plugin_checks

    checks = plugin_checks(plugin, articles, banks, settings.folder)
    failed = 0
    for subject, claims in groupby(checks, lambda check: check.subject):
        print_text(subject)
        failed += sum(not _holds(check) for check in claims)
    print_text(f"{len(checks) - failed} of {with_number(len(checks), 'claim')} hold", err=True)
    raise click.exceptions.Exit(1 if failed else 0)


def _holds(check: "PluginCheck") -> bool:
    """Check a claim and print what was seen."""
    try:
        seen = check.outcome()
    except AssertionError as fault:
        print_text(f"  FAILS  {check.claim}: {fault}")
        return False
    print_text(f"  holds  {check.claim}: {seen}")
    return True
