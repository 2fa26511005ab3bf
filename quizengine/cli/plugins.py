"""Commands about the program itself: `plugins` lists what is loaded, `completion` sets up the shell."""

import click
from click.shell_completion import get_completion_class

from quizengine.cli.commands import Settings, print_text, quizengine


@click.command(short_help="List the plugins that are loaded and what they offer.")
@click.pass_obj
def plugins(settings: Settings) -> None:
    """List the loaded plugins, where each came from and what it offers.

    Faults in plugins go to standard error; the exit code is then 1.
    """
    engine = settings.start()
    for plugin in engine.registry.plugins:
        print_text(f"{plugin.name} ({plugin.source})")
        for offer in engine.registry.offered[plugin.name]:
            print_text(f"  {offer}")
    raise click.exceptions.Exit(1 if engine.findings else 0)


@click.command(short_help="Print the script that completes commands in your shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the script that completes commands in your SHELL.

    For bash, run once: quizengine completion bash > ~/.local/share/bash-completion/completions/quizengine
    """
    completion_class = get_completion_class(shell)
    assert completion_class is not None
    print_text(completion_class(quizengine, {}, "quizengine", "_QUIZENGINE_COMPLETE").source())
