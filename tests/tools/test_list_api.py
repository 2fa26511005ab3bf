"""docs/api.md and docs/language.md: every public name with its signature, and an example that uses it."""

import ast
import re
from pathlib import Path
from types import ModuleType

import pytest

from list_api import PAGES, signature, with_list

NAMES = [(page, module, name) for page, module in PAGES.items() for name in module.__all__]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_lists_every_public_name_as_it_is_called(checkout: Path, page: str) -> None:
    text = (checkout / page).read_text("utf-8")
    assert with_list(text, PAGES[page]) == text, "run `python tools/list_api.py`"


@pytest.mark.parametrize(("page", "module"), PAGES.items())
def test_an_example_uses_every_public_name(checkout: Path, page: str, module: ModuleType) -> None:
    blocks = re.findall(r"(?ms)^```python\n(.*?)^```", (checkout / page).read_text("utf-8"))
    nodes = [node for block in blocks for node in ast.walk(ast.parse(block))]
    imported = {
        alias.name
        for node in nodes
        if isinstance(node, ast.ImportFrom) and node.module == module.__name__
        for alias in node.names
    }
    used = {node.id for node in nodes if isinstance(node, ast.Name)}
    assert set(module.__all__) - (imported & used) == set()


def test_a_signature_shows_names_and_defaults_alone() -> None:
    def pruned(text: str, most: int = 3, *, kind: object = object()) -> None: ...

    assert signature("pruned", pruned) == "pruned(text, most=3, *, kind=…)"
    assert signature("GAP", "_____") == "GAP"
