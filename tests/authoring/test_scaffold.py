"""New projects and banks: whole, named after what was given, and valid as they are."""

from pathlib import Path

import pytest

from quizengine import BankError, PluginError, start
from quizengine.authoring.scaffold import KINDS, MIXED, SCHEMA_LINE, bank_text, plugin_files
from quizengine.checking.banks import check_bytes
from quizengine.extensions.loading import load, sources_at
from quizengine.quiz.availability import Availability, State

ENGINE = start()
TYPES = tuple(ENGINE.registry.question_types)


@pytest.mark.parametrize("kind", KINDS)
def test_a_project_is_loaded_as_it_is_and_has_tests_and_a_readme(tmp_path: Path, kind: str) -> None:
    files = plugin_files(f"Water {kind}", kind)
    for path, data in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    [source] = sources_at(tmp_path)
    assert source.name == f"water_{kind}" == load(source).name
    assert {"README.md", "pyproject.toml", f"tests/test_water_{kind}.py"} < set(files)
    assert not any(b"@name@" in data or b"@title@" in data or b"@project@" in data for data in files.values())


@pytest.mark.parametrize("name", ["", "3d", "../up", "water/works", "ß", "a" * 41, "x; rm"])
def test_a_name_that_no_module_can_have_is_refused(name: str) -> None:
    with pytest.raises(PluginError, match="expected a letter from a to z"):
        plugin_files(name)


@pytest.mark.parametrize("kind", [*TYPES, MIXED])
def test_the_example_of_each_type_is_a_bank_without_fault(kind: str) -> None:
    data = bank_text('Rivers: "big" & small', kind, TYPES)
    quiz, findings = check_bytes(ENGINE, data, "rivers.yaml")
    assert findings == () and quiz.title == 'Rivers: "big" & small'
    assert {question.type for question in quiz.questions} == (set(TYPES) if kind == MIXED else {kind})
    assert data.startswith(SCHEMA_LINE.encode())
    assert quiz.availability == Availability(State.DRAFT)


def test_a_bank_without_a_title_or_an_example_is_refused() -> None:
    with pytest.raises(BankError, match="no title"):
        bank_text(" \n", "choice", TYPES)
    with pytest.raises(BankError, match="no example for the type hotspot, expected one of: choice, cloze"):
        bank_text("Rivers", "hotspot", TYPES)
