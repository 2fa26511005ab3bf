"""The terminal surface: one command a function, each a thin layer over the engine.

Importing this imports click and nothing else of weight, so that `--help` is quick; a command imports what it works
with when it runs. Read `commands` first.
"""

from quizengine.cli.banks import export, import_, schema
from quizengine.cli.check import check
from quizengine.cli.commands import quizengine
from quizengine.cli.facts import facts
from quizengine.cli.generate import generate
from quizengine.cli.plugins import completion, plugins
from quizengine.cli.results import results

__all__ = ["quizengine"]

for _command in (generate, facts, check, export, import_, results, plugins, schema, completion):
    quizengine.add_command(_command)
