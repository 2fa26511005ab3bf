"""The layers are held: written down whole, without exceptions, and a wrong import is found."""

import ast
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import quizengine
import quizengine.language

CONTAINERS = ("quizengine", "quizengine.language", "quizengine.web")
WINGS = ("text", "quiz", "extensions", "formats", "formats.content", "generation", "archive", "archive.reading", "desk")
WEB = ("server", "teacher", "student", "monitoring", "http", "render", "security")
CONTAINERS += (*(f"quizengine.{wing}" for wing in WINGS), *(f"quizengine.web.{wing}" for wing in WEB))
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True, no_logo=True))"


def linted(folder: Path) -> tuple[int, str]:
    """The exit code of import-linter on the package `quizengine` in a folder, and what it said."""
    done = subprocess.run([sys.executable, "-c", LINT], cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def copied(checkout: Path, folder: Path) -> Path:
    """A copy of the package and its settings, to break."""
    shutil.copytree(checkout / "quizengine", folder / "quizengine", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(checkout / "pyproject.toml", folder)
    return folder


def rooms_in(package: Path) -> set[str]:
    """The modules and packages directly within a package."""
    found = {path.stem for path in package.iterdir() if path.suffix == ".py" or any(path.glob("*.py"))}
    return found - {"__init__"}


def imported(path: Path) -> Iterator[str]:
    """The modules that a file imports, wherever in the file it does so."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module or ""


def test_every_room_knows_only_the_rooms_below_it(checkout: Path) -> None:
    code, said = linted(checkout)
    assert code == 0, said
    assert f"{len(CONTAINERS)} kept, 0 broken" in said


def test_the_layers_name_every_room_and_allow_no_exception(checkout: Path) -> None:
    settings = tomllib.loads((checkout / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    exceptions = {"ignore_imports", "exhaustive_ignores", "allow_indirect_imports", "exclude_type_checking_imports"}
    assert [contract["containers"] for contract in settings["contracts"]] == [[name] for name in CONTAINERS]
    for contract in settings["contracts"]:
        rooms = {room.strip(" ()") for line in contract["layers"] for room in line.split("|")}
        assert rooms >= rooms_in(checkout.joinpath(*contract["containers"][0].split(".")))
        assert contract["exhaustive"] is True
        assert not exceptions & (set(contract) | set(settings))


WRONG = {
    "quizengine.language.model.tables -> quizengine.language.syntax": "import quizengine.language.syntax",
    "quizengine.language.names.name_forms -> quizengine.language.discourse": "import quizengine.language.discourse",
    "quizengine.extensions.records -> quizengine.engine": "import quizengine.engine",
    "quizengine.quiz.parts -> quizengine.quiz.quiz": "if TYPE_CHECKING:\n    from quizengine.quiz.quiz import Quiz",
    "quizengine.text.article -> quizengine.text.facts": "def facts_of():\n    from quizengine.text.facts import Fact",
}


def test_a_wrong_import_is_found_wherever_it_hides(checkout: Path, tmp_path: Path) -> None:
    copied(checkout, tmp_path)
    for chain, line in WRONG.items():
        with (tmp_path / f"{chain.split()[0].replace('.', '/')}.py").open("a") as module:
            module.write(f"\n{line}\n")
    code, said = linted(tmp_path)
    assert code == 1 and all(chain in said for chain in WRONG), said


def test_a_room_on_no_layer_is_found(checkout: Path, tmp_path: Path) -> None:
    (copied(checkout, tmp_path) / "quizengine" / "new_room.py").touch()
    code, said = linted(tmp_path)
    assert code == 1 and "new_room" in said, said


def test_plugins_import_only_what_quizengine_gives_them_and_never_each_other(checkout: Path) -> None:
    found = 0
    for project in sorted((checkout / "plugins").iterdir()):
        for path in project.rglob(f"quizengine_{project.name}/**/*.py"):
            for module in imported(path):
                found += 1
                if not module.startswith("quizengine"):
                    assert module.partition(".")[0] in sys.stdlib_module_names, f"{path} imports {module}"
                    continue
                own = module.partition(".")[0] == f"quizengine_{project.name}"
                assert own or module == "quizengine" or module.startswith("quizengine.language"), f"{path}: {module}"
    assert found > 50


def modules_in(package: Path) -> set[str]:
    """The names of the modules anywhere within a package, or of a module itself."""
    found = {path.stem for path in package.rglob("*.py")} if package.is_dir() else {package.name}
    return found - {"__init__"}


def shared(packages: Iterable[Path]) -> dict[str, list[str]]:
    """The names that modules of more than one package have, with those packages."""
    owners: dict[str, list[str]] = {}
    for package in packages:
        for name in modules_in(package):
            owners.setdefault(name, []).append(package.name)
    return {name: sorted(found) for name, found in owners.items() if len(found) > 1}


def test_no_module_has_the_name_of_another_one_beside_it(checkout: Path) -> None:
    settings = tomllib.loads((checkout / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    lines = [(contract["containers"][0], line) for contract in settings["contracts"] for line in contract["layers"]]
    assert len(lines) > 50
    for container, line in lines:
        folder = checkout.joinpath(*container.split("."))
        assert shared(folder / room.strip(" ()") for room in line.split("|")) == {}, f"{container}: {line}"


def test_no_two_plugins_have_modules_of_one_name(checkout: Path) -> None:
    plugins = sorted((checkout / "plugins").glob("*/quizengine_*"))
    assert len(plugins) >= 7
    assert shared(plugins) == {}


PROTOCOLS = {
    "ask": "each generator's function of this name makes questions of a fact",
    "find": "each generator's function of this name finds facts in an article",
    "quizengine_article_readers": "a hook",
    "quizengine_checks": "a hook",
    "quizengine_formats": "a hook",
    "quizengine_generators": "a hook",
    "quizengine_question_banks": "a hook",
    "quizengine_question_types": "a hook",
}
"""Names that functions of several modules have on purpose, each with its reason."""


def public_functions(path: Path) -> Iterator[str]:
    """The public functions of a module but for pages and commands, whose names belong to a blueprint or a group."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            registered = (each.func if isinstance(each, ast.Call) else each for each in node.decorator_list)
            if not any(isinstance(each, ast.Attribute) for each in registered):
                yield node.name


def test_a_public_function_has_a_name_of_its_own(checkout: Path) -> None:
    owners: dict[str, list[str]] = {}
    for path in [*checkout.glob("quizengine/**/*.py"), *checkout.glob("plugins/*/quizengine_*/**/*.py")]:
        for name in set(public_functions(path)) - set(PROTOCOLS):
            owners.setdefault(name, []).append(str(path.relative_to(checkout)))
    assert len(owners) > 1000
    assert {name: places for name, places in owners.items() if len(places) > 1} == {}


def test_a_name_with_two_meanings_is_found(tmp_path: Path) -> None:
    module = tmp_path / "pages.py"
    module.write_text("@pages.get('/')\ndef home(): ...\ndef weight(): ...\ndef _weight(): ...\n", "utf-8")
    assert list(public_functions(module)) == ["weight"]


def test_plugins_import_public_names_alone(checkout: Path) -> None:
    public = {"quizengine": set(quizengine.__all__), "quizengine.language": set(quizengine.language.__all__)}
    found = 0
    for path in checkout.glob("plugins/*/quizengine_*/**/*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                assert not any(alias.name.partition(".")[0] == "quizengine" for alias in node.names), path
            elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "quizengine":
                found += 1
                assert node.module in public, f"{path}: {node.module} is internal"
                assert {alias.name for alias in node.names} <= public[node.module], f"{path}, line {node.lineno}"
    assert found > 200


def test_no_public_name_of_the_language_layer_is_that_of_a_module(checkout: Path) -> None:
    """Python would give the module in place of the name, once anything has imported it."""
    assert not set(quizengine.language.__all__) & rooms_in(checkout / "quizengine" / "language")
