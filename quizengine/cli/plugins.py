"""Commands about the program itself: `plugins` lists what is loaded, `allow` lets plugins of a folder run.

`completion` sets up the shell.
"""

import time
from collections import Counter
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

_COLUMNS = ("name", "version", "state", "API", "load", "offers", "from")


@click.command(short_help="List the plugins: state, version, time, and what they offer.")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--details", is_flag=True, help="Also list everything that each plugin offers.")
@click.option("--article", metavar="FILE", help="Also measure the time that each generator spends on this article.")
@click.pass_obj
def plugins(settings: Settings, names: tuple[str, ...], details: bool, article: str | None) -> None:
    """List every plugin in a line, or those of these NAMEs with everything that they offer.

    `API` is the version of the plugin API that it asks for, and `load` the time in seconds that its import and its
    hooks took. Faults in plugins go to standard error; the exit code is then 1.
    """
    engine = settings.start()
    states = _chosen(engine, names)
    spent = _spent(engine, article) if article else {}
    rows = [_COLUMNS, *(_row(state, _offered(engine, state)) for state in states)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS) - 1)]
    for row, state in zip(rows, [None, *states], strict=True):
        cells = [cell.ljust(width) for cell, width in zip(row[:-1], widths, strict=True)]
        print_text("  ".join([*cells, row[-1]]))
        for offer in _offered(engine, state) if state else ():
            if details or names or offer in spent:
                print_text(f"  {offer}{f': {spent[offer]:.2f} s' if offer in spent else ''}")
    failed = any(finding.level == "error" for finding in engine.findings)
    raise click.exceptions.Exit(1 if failed else 0)


def _chosen(engine: "Engine", names: tuple[str, ...]) -> "tuple[PluginState, ...]":
    """The plugins of these names, or all of them; raises UsageError for a name that no plugin has."""
    known = [state.name for state in engine.states]
    if unknown := [name for name in names if name not in known]:
        raise click.UsageError(f"found no plugin {unknown[0]}, expected one of: {', '.join(sorted(known))}")
    return tuple(state for state in engine.states if not names or state.name in names)


def _offered(engine: "Engine", state: "PluginState") -> tuple[str, ...]:
    return engine.registry.offered.get(state.name, ()) if state.state == "loaded" else ()


def _row(state: "PluginState", offers: tuple[str, ...]) -> tuple[str, ...]:
    """The cells of a plugin."""
    from quizengine.extensions.registry import OFFERED_KINDS

    version = __version__ if state.place == "quizengine" else state.version
    api = str(state.api) if state.api is not None else "-"
    kinds = Counter(kind for offer in offers for kind in OFFERED_KINDS if offer.startswith(f"{kind} "))
    offered = ", ".join(with_number(count, kind) for kind, count in kinds.items())
    return state.name, version or "-", state.state, api, f"{state.seconds:.2f}", offered or "-", state.place


def _spent(engine: "Engine", article: str) -> dict[str, float]:
    """The seconds that each generator spends on an article, by its offer; the analysis of the text is not counted."""
    from quizengine.generation.generate import generate

    read = engine.read_article(article)
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
