"""The map of the wings is true: drawn from the imports, with a paragraph for each wing and rooms that exist."""

import re
from pathlib import Path

import pytest

from draw_wings import PAGE, drawn, put_into, wings

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "quizengine"
PACKAGES = sorted(path.parent for path in PACKAGE.rglob("__init__.py"))


def test_the_picture_is_that_of_the_imports() -> None:
    page = PAGE.read_text("utf-8")
    assert put_into(page, drawn()) == page, "run python tools/draw_wings.py --write"


def test_every_wing_has_a_paragraph() -> None:
    told = set(re.findall(r"^### (\w+)$", PAGE.read_text("utf-8"), re.MULTILINE))
    assert told == {wing for wing in wings() if wing != "__main__"}


def test_every_room_that_the_page_names_exists() -> None:
    walks, _, table = PAGE.read_text("utf-8").partition("## A figure's way")[2].partition("## Where do I put")
    rooms = re.findall(r"`((?:\w+\.)+\w+)`", walks)
    paths = re.findall(r"`([a-z_]+/[\w./]*)`", table)
    assert len(rooms) > 15 and len(paths) > 8
    for room in rooms:
        wanted = PACKAGE.joinpath(*room.split("."))
        assert any(path.with_suffix(".py").is_file() or path.is_dir() for path in (wanted, *wanted.parents[:2])), room
    for path in paths:
        assert (ROOT / path).exists() or (PACKAGE / path).exists() or (ROOT / "tests" / path).exists(), path


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_package_says_which_room_to_read_first(package: Path) -> None:
    found = re.search(r"Read `(\w+)` first", (package / "__init__.py").read_text("utf-8").split('"""')[1])
    assert found, "say in its docstring: Read `room` first."
    assert (package / f"{found[1]}.py").is_file() or (package / found[1]).is_dir()
