"""What the documents say is so: hooks, records, commands and examples, held against the code; and the house style."""

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

import quizengine
from quizengine import Article, ArticleReader, Check, Format, Generator, Loss, Refusal, start
from quizengine.__main__ import quizengine as command_line
from quizengine.extensions import hookspecs
from quizengine.testing import check_generator, check_question

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "plugins").glob("*/README.md"))]
PLUGINS = (ROOT / "docs" / "plugins.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
CODE = sorted([*(ROOT / "quizengine").rglob("*.py"), *(ROOT / "plugins").glob("*/quizengine_*/**/*.py")])
HOOKS = [name for name in dir(hookspecs) if name.startswith("quizengine_")]
FRAGMENT = re.compile(
    r'(?m)^\s*r?"""(?:Where|Whether|What|Whose|Who|Whom|Which|How|When|Why|Until|Since|As|If|Of|For|From|By|With|In|To|That'
    r"|Then)\b.*"
)
FLOOD = Article("It rained for 3 days. The river rose by 20 feet. Some 400 people fled.", "flood.txt")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```", text)


def smallest_plugin(text: str) -> str:
    return next(block for block in blocks(text, "python") if "quizengine_generators" in block)


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_is_documented_with_its_signature(hook: str) -> None:
    arguments = str(inspect.signature(getattr(hookspecs, hook))).partition(" ->")[0]
    assert f"`{hook}{arguments}`" in PLUGINS


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_says_when_it_is_called_and_shows_a_plugin(hook: str) -> None:
    doc = inspect.getdoc(getattr(hookspecs, hook)) or ""
    assert "Called once, at start." in doc and f"@hookimpl\n    def {hook}():" in doc


def test_there_are_six_hooks() -> None:
    assert len(HOOKS) == 6


@pytest.mark.parametrize("record", [Generator, ArticleReader, Format, Loss, Check, Refusal])
def test_every_record_is_documented_with_its_fields(record: type) -> None:
    names = ", ".join(field.name for field in fields(record))
    assert f"`{record.__name__}({names})`" in PLUGINS


@pytest.mark.parametrize("text", [PLUGINS, README], ids=["docs/plugins.md", "README.md"])
def test_the_smallest_plugin_of_the_documents_adds_its_questions(text: str, tmp_path: Path) -> None:
    plugin = smallest_plugin(text)
    assert sum(bool(line.strip()) for line in plugin.splitlines()) <= 12
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "numbers.py").write_text(plugin, "utf-8")
    draft = start(tmp_path, only=["numbers"], strict=True).draft(FLOOD)
    assert [question.stem for question in draft.quiz.questions] == ["Fill the gap as the article has it."] * 3
    for question in draft.quiz.questions:
        check_question(question)
        assert question.evidence and question.evidence.holds_in(FLOOD)


@pytest.mark.parametrize("text", [PLUGINS, README], ids=["docs/plugins.md", "README.md"])
def test_the_smallest_plugin_of_the_documents_keeps_the_contract_of_generators(text: str) -> None:
    plugin: dict[str, Any] = {}
    exec(compile(smallest_plugin(text), "numbers.py", "exec"), plugin)
    [generator] = plugin["quizengine_generators"]()
    assert len(check_generator(generator, FLOOD)) == 3


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_python_example_of_the_documents_is_python_that_imports_what_there_is(path: Path) -> None:
    example: dict[str, object] = {"__name__": "example"}  # what one block names, those after it may use
    for block in blocks(path.read_text("utf-8"), "python"):
        exec(compile(block, named(path), "exec"), example)


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_whole_bank_of_the_documents_is_read_without_fault(path: Path, tmp_path: Path) -> None:
    engine = start()
    found = blocks(path.read_text("utf-8"), "yaml")
    assert len(found) == len(re.findall("(?m)^```yaml$", path.read_text("utf-8")))
    for number, block in enumerate(found):
        assert yaml.safe_load(block)
        if block.startswith("format:") and "questions:" in block:
            bank = tmp_path / f"bank-{number}.yaml"
            bank.write_text(block, "utf-8")
            assert engine.read_bank(bank).findings == ()


def test_the_readme_names_every_command_and_no_other() -> None:
    listed = re.search(r"`quizengine --help` lists them: (.*?)\. ", README, re.DOTALL)
    assert listed and re.findall(r"`([\w-]+)`", listed[1]) == sorted(command_line.commands, key=listed[1].find)
    used = {
        word
        for text in (README, PLUGINS)
        for word in re.findall(r"(?m)^ {4}quizengine (?:--folder \S+ )?([\w-]+)", text)
    }
    assert used and used <= set(command_line.commands)


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_link_to_a_file_leads_to_one(path: Path) -> None:
    prose = re.sub(r"(?ms)^```.*?^```$|`[^`\n]*`", "", path.read_text("utf-8"))  # code may show how a link is written
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)[^)]*\)", prose)
    assert links or path != ROOT / "README.md"
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("name", sorted({*quizengine.__all__} - {"API_VERSION"}))  # a number has none
def test_every_public_name_has_a_docstring_whose_first_line_is_a_sentence(name: str) -> None:
    doc = inspect.getdoc(getattr(quizengine, name)) or ""
    assert re.match(r"[A-Z`][^\n]*[.:]", doc), doc[:80]


def public(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """The functions, classes and methods of a module that others may use."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from (one for one in node.body if isinstance(one, ast.FunctionDef) and one.name[0] != "_")


def without_docstring(tree: ast.Module) -> Iterator[str]:
    """What in a module lacks a docstring, with its line; a module's own has to be a sentence."""
    if not re.match(r"(?s)\S.*?[.:](?:\s|\Z)", ast.get_docstring(tree) or ""):
        yield "1: the module"
    for node in public(tree):
        overloaded = any(ast.unparse(decorator) in {"typing.overload", "overload"} for decorator in node.decorator_list)
        if not overloaded and not ast.get_docstring(node):
            yield f"{node.lineno}: {node.name}"


def test_every_module_says_in_a_sentence_what_it_is_and_every_public_name_has_a_docstring() -> None:
    found = {named(path): list(without_docstring(ast.parse(path.read_text("utf-8")))) for path in CODE}
    assert {name: lacking for name, lacking in found.items() if lacking} == {}


def test_no_docstring_begins_as_a_subordinate_clause() -> None:
    """A docstring says what something does or is: "Return the places …" or "The places …", not "Where …"."""
    code = [*CODE, *(path for folder in ("tools", "benchmarks") for path in (ROOT / folder).rglob("*.py"))]
    found = [f"{named(path)}: {match[0]}" for path in code for match in FRAGMENT.finditer(path.read_text("utf-8"))]
    assert found == []


@pytest.mark.parametrize(
    ("line", "is_fragment"),
    [('"""Where it lies."""', True), ('    r"""Whether it rains."""', True), ('"""The place."""', False)],
)
def test_a_docstring_is_found_by_its_first_word(line: str, is_fragment: bool) -> None:
    assert bool(FRAGMENT.search(f"at = 0\n{line}\n")) is is_fragment


def too_long(text: str) -> Iterator[str]:
    """What in a module has too many lines."""
    if len(text.splitlines()) > 300:
        yield "the module"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 50:
            yield f"{node.lineno}: {node.name}"


def test_modules_and_functions_keep_to_the_size_of_the_house() -> None:
    found = {named(path): list(too_long(path.read_text("utf-8"))) for path in CODE}
    assert {name: parts for name, parts in found.items() if parts} == {}


def test_no_module_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}
    assert not drawers & {part for path in CODE for part in (path.stem, path.parent.name)}


def test_nine_functions_in_ten_are_short() -> None:
    lengths = sorted(
        (node.end_lineno or 0) - node.lineno + 1
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    )
    assert lengths[len(lengths) * 9 // 10] <= 25
