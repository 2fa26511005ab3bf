"""Commands about the program itself: `plugins` lists what is loaded, `allow` lets plugins of a folder run.

`completion` sets up the shell.
"""

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import get_completion_class

from quizengine import __version__
from quizengine.cli.commands import Settings, print_text, quizengine
from quizengine.plurals import with_number

if TYPE_CHECKING:
    from quizengine.engine import Engine
    from quizengine.extensions.discovery import PluginState

_COLUMNS = ("name", "version", "state", "API", "load", "from")


@click.command(short_help="List the plugins: state, version, time, and what they offer.")
@click.option("--article", metavar="FILE", help="Also measure the time that each generator spends on this article.")
@click.pass_obj
def plugins(settings: Settings, article: str | None) -> None:
    """List every plugin with its version, its state, the version of the plugin API that it asks for, and its place.

    `load` is the time in seconds that its import and its hooks took. What it offers is listed below it. Faults in
    plugins go to standard error; the exit code is then 1.
    """
    engine = settings.start()
    spent = _spent(engine, article) if article else {}
    rows = [_COLUMNS, *map(_row, engine.states)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS) - 1)]
    for row, state in zip(rows, [None, *engine.states], strict=True):
        cells = [cell.ljust(width) for cell, width in zip(row[:-1], widths, strict=True)]
        print_text("  ".join([*cells, row[-1]]))
        for offer in engine.registry.offered.get(state.name, ()) if state and state.state == "loaded" else ():
            taken = f": {spent[offer]:.2f} s" if offer in spent else ""
            print_text(f"  {offer}{taken}")
    failed = any(finding.level == "error" for finding in engine.findings)
    raise click.exceptions.Exit(1 if failed else 0)


def _row(state: "PluginState") -> tuple[str, ...]:
    """The cells of a plugin."""
    version = __version__ if state.place == "quizengine" else state.version
    api = str(state.api) if state.api is not None else "-"
    return state.name, version or "-", state.state, api, f"{state.seconds:.2f}", state.place


def _spent(engine: "Engine", article: str) -> dict[str, float]:
    """The seconds that each generator spends on an article, by its offer; the analysis of the text is not counted."""
    from quizengine.generation.generate import generate
    from quizengine.system.files import read_article

    read = read_article(article)
    generate(read, engine.registry.generators.values())
    found = {}
    for name, generator in engine.registry.generators.items():
        began = time.monotonic()
        generate(read, [generator])
        found[f"generator {name}"] = time.monotonic() - began
    return found


@click.command(short_help="Let the plugins of a working folder run.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--revoke", is_flag=True, help="Take this back: none of them runs until you allow it again.")
def allow(folder: Path, revoke: bool) -> None:
    """Let the plugins run that are now in plugins/ of FOLDER. Look at them first: plugins are programs.

    This is kept for your account on this computer. A plugin that is added later waits until you allow it, too.
    """
    from quizengine.extensions.consent import allow_plugins, forbid_plugins
    from quizengine.extensions.discovery import unallowed_sources

    if revoke:
        forbid_plugins(folder)
        print_text(f"{folder}: its plugins no longer run", err=True)
        return
    waiting = unallowed_sources(folder)
    allow_plugins(folder, waiting)
    for source in waiting:
        print_text(f"allowed {source.name} ({source.place})", err=True)
    print_text(f"{folder}: {with_number(len(waiting), 'plugin')} allowed", err=True)


@click.command(short_help="Print the script that completes commands in your shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the script that completes commands in your SHELL.

    For bash, run once: quizengine completion bash > ~/.local/share/bash-completion/completions/quizengine
    """
    completion_class = get_completion_class(shell)
    assert completion_class is not None
    print_text(completion_class(quizengine, {}, "quizengine", "_QUIZENGINE_COMPLETE").source())
