"""Arguments and reading of articles, shared by the commands that work on articles.

Next: `generate` and `facts`, the commands.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from quizengine.cli.commands import in_progress, print_text
from quizengine.cli.numbers import Decimal
from quizengine.errors import ArticleError

if TYPE_CHECKING:
    from quizengine.engine import Engine
    from quizengine.text.article import Article

ARTICLES = click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")


def _generator_names(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    from quizengine.engine import start

    return [name for name in sorted(start().registry.generators) if name.startswith(incomplete)]


ONLY = click.option(
    "--only", multiple=True, metavar="GENERATOR", shell_complete=_generator_names, help="Use only this generator."
)


BUDGET = click.option(
    "--budget",
    type=Decimal("a number of seconds above 0", 0, above=True),
    metavar="SECONDS",
    help="Time limit for each article (default: 45); what was found by then is used.",
)


def readable(engine: "Engine", articles: tuple[str, ...], faults: list[str]) -> "Iterator[tuple[str, Article]]":
    """The articles that can be read, with their names; what is wrong with the others is added to the faults."""
    for name in in_progress(articles, "Reading articles"):
        try:
            article = engine.read_article(name)
        except ArticleError as fault:
            faults.append(str(fault))
        else:
            if article.left_out:
                print_text(f"{name}: not asked about: {article.left_out}", err=True)
            yield name, article


def raise_all(faults: list[str]) -> None:
    """Raise one ArticleError with all faults, one per line, after the other articles have been processed."""
    if faults:
        raise ArticleError("\n".join(faults))
