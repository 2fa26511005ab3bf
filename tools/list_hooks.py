"""Writes docs/hooks.md from the docstrings of the hooks.

python tools/list_hooks.py
"""

import inspect
import re
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

from quizengine.extensions import hookspecs

PAGE = Path(__file__).resolve().parents[1] / "docs" / "hooks.md"
HEAD = """# The hooks of a plugin

A plugin is a Python module with *hooks*: functions that quizengine knows by name. Each takes no arguments and yields
records. This page lists all of them, each with a plugin that is complete: saved as a file in `my-quizzes/plugins/`, it
works. [The public names](api.md) says what each record consists of, and [plugins](plugins.md) explains the contracts.

*`python tools/list_hooks.py` makes this page from the docstrings.*
"""


def hooks() -> dict[str, Callable[[], object]]:
    """Every hook by its name, in the order in which they are defined."""
    return {name: one for name, one in vars(hookspecs).items() if name.startswith(f"{hookspecs.PROJECT}_")}


def example_of(hook: Callable[[], object]) -> str:
    """The plugin in a hook's docstring: its indented part; raises ValueError if there is none."""
    _, mark, code = (inspect.getdoc(hook) or "").partition('\n\n    """')
    if not mark:
        raise ValueError(f"found no example in the docstring of {hook.__name__}, expected an indented module")
    return dedent(f'    """{code}').strip() + "\n"


def hooks_page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(_section(name, hook) for name, hook in hooks().items())])


def _section(name: str, hook: Callable[[], object]) -> str:
    words = (inspect.getdoc(hook) or "").partition('\n\n    """')[0]
    arguments = re.sub(r" ->.*", "", str(inspect.signature(hook)))
    return f"## `{name}{arguments}`\n\n{words}\n\n```python\n{example_of(hook)}```\n"


def main() -> int:
    """Write the page."""
    PAGE.write_text(hooks_page(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
