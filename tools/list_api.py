"""Lists every public name with its signature, for docs/api.md and docs/language.md.

python tools/list_api.py          writes the lists at the end of the two pages anew
"""

import inspect
import sys
from enum import Enum
from pathlib import Path
from types import ModuleType

import quizengine
from quizengine import language

ROOT = Path(__file__).resolve().parents[1]
PAGES: dict[str, ModuleType] = {"docs/api.md": quizengine, "docs/language.md": language}
HEADING = "## All names\n"


def signature(name: str, value: object) -> str:
    """The name as it is called, with parameters and defaults but without types; the bare name of what is not called."""
    if not callable(value) or (isinstance(value, type) and issubclass(value, BaseException | Enum)):
        return name
    parameters = inspect.signature(value).parameters.values()
    plain = [one.replace(annotation=inspect.Parameter.empty) for one in parameters]
    shown = [one if _is_short(one) else one.replace(default=...) for one in plain]
    return f"{name}{inspect.Signature(shown)}".replace("Ellipsis", "…")


def _is_short(parameter: inspect.Parameter) -> bool:
    """True if a default reads as code: no address in memory, no factory."""
    return parameter.default is inspect.Parameter.empty or "<" not in repr(parameter.default)


def api_list(module: ModuleType) -> str:
    """Every public name of a module, a line each."""
    names = sorted(module.__all__, key=str.casefold)
    values = {name: getattr(module, name) for name in names}
    return "".join(f"- `{signature(name, value)}`\n" for name, value in values.items())


def with_list(page: str, module: ModuleType) -> str:
    """A page with the list of a module's names in place of the one that it ends with."""
    return f"{page.partition(HEADING)[0].rstrip()}\n\n{HEADING}\n{api_list(module)}"


def main() -> int:
    """Write both lists."""
    for name, module in PAGES.items():
        page = ROOT / name
        page.write_text(with_list(page.read_text("utf-8"), module), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
