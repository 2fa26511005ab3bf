"""The commands of the terminal: one function each, a thin layer over the engine.

Importing this package only imports click, so that `--help` is quick; each command imports what it needs when it runs.
Read `commands` first.
"""

from quizengine.cli.authoring import new_bank, new_plugin, test_plugin
from quizengine.cli.backups import backup, restore
from quizengine.cli.banks import export, import_, schema
from quizengine.cli.check import check
from quizengine.cli.commands import quizengine
from quizengine.cli.facts import facts
from quizengine.cli.generate import generate
from quizengine.cli.moving import move
from quizengine.cli.packs import pack, unpack
from quizengine.cli.plugins import allow, completion, plugins
from quizengine.cli.results import results
from quizengine.cli.retention import forget

__all__ = ["quizengine"]

_COMMANDS = (generate, facts, check, export, import_, results, new_bank, new_plugin, test_plugin)
for _command in (*_COMMANDS, move, pack, unpack, backup, restore, forget, plugins, allow, schema, completion):
    quizengine.add_command(_command)
