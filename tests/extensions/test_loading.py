"""Plugins are found in folders and files; one that is broken is named with its line, and the others are there."""

import sys
from pathlib import Path

import pytest

from quizengine.extensions.hookspecs import API_VERSION, Plugin
from quizengine.extensions.loading import folder_plugins, installed_sources, load

GOOD = "NAME = 'good'\n"
PROJECT = '[project]\nname = "x"\n[project.entry-points.quizengine]\n{} = "{}"\n'


def write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def project(folder: Path, name: str, module: str, files: dict[str, str]) -> None:
    write(folder / "pyproject.toml", PROJECT.format(name, module))
    for file, text in files.items():
        write(folder / file, text)


def only_finding(folder: Path) -> str:
    """What is said of the broken plugin `broken` while the good one beside it is loaded."""
    write(folder / "good.py", GOOD)
    plugins, findings = folder_plugins(folder)
    assert [plugin.name for plugin in plugins] == ["good"]
    [finding] = findings
    return str(finding).replace(f"{folder}/", "")


BROKEN = {
    "wrong grammar": (
        "x = 1\ndef f(:\n",
        "broken.py:2: plugin broken cannot be loaded: raised SyntaxError: invalid syntax (broken.py, line 2)",
    ),
    "raises": (
        "x = 1\n\nraise ValueError('no\\nluck')\n",
        "broken.py:3: plugin broken cannot be loaded: raised ValueError: no luck",
    ),
    "raises deep inside": (
        "import json\ndef f():\n    json.loads('{')\nf()\n",
        "broken.py:3: plugin broken cannot be loaded: raised JSONDecodeError: "
        "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
    ),
    "needs what is not there": (
        "import no_such_module_at_all\n",
        "broken.py:1: plugin broken cannot be loaded: raised ModuleNotFoundError: "
        "No module named 'no_such_module_at_all'",
    ),
    "exits": ("import sys\nsys.exit(3)\n", "broken.py:2: plugin broken cannot be loaded: raised SystemExit: 3"),
    "raises what Ctrl-C raises": (
        "x = 1\nraise KeyboardInterrupt\n",
        "broken.py:2: plugin broken cannot be loaded: raised KeyboardInterrupt",
    ),
    "raises what no Exception is": (
        "class Odd(BaseException): pass\nraise Odd('no luck')\n",
        "broken.py:2: plugin broken cannot be loaded: raised Odd: no luck",
    ),
    "exits without a word": ("raise SystemExit\n", "broken.py:1: plugin broken cannot be loaded: raised SystemExit"),
    "is for a version still to come": (
        "QUIZENGINE_API = 99\n",
        "broken.py: plugin broken cannot be loaded: it was written for version 99 of the plugin API, and this "
        "quizengine has version 1; install a newer quizengine",
    ),
    "is for a version before the first": (
        "QUIZENGINE_API = 0\n",
        "broken.py: plugin broken cannot be loaded: found QUIZENGINE_API = 0, expected a whole number from 1 to 1",
    ),
    "names no version": (
        "QUIZENGINE_API = '1'\n",
        "broken.py: plugin broken cannot be loaded: found QUIZENGINE_API = '1', expected a whole number from 1 to 1",
    ),
    "recurses": (
        "def f():\n    f()\nf()\n",
        "broken.py:2: plugin broken cannot be loaded: raised RecursionError: maximum recursion depth exceeded",
    ),
    "cannot even say what is wrong": (
        "class Odd(Exception):\n    def __str__(self):\n        raise self\nraise Odd\n",
        "broken.py:4: plugin broken cannot be loaded: raised Odd",
    ),
}


@pytest.mark.parametrize(("text", "words"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_named_with_its_line_and_the_others_are_loaded(tmp_path: Path, text: str, words: str) -> None:
    write(tmp_path / "broken.py", text)
    assert only_finding(tmp_path) == words


def test_a_plugin_for_this_version_is_loaded(tmp_path: Path) -> None:
    write(tmp_path / "mine.py", f"QUIZENGINE_API = {API_VERSION}\n")
    plugins, findings = folder_plugins(tmp_path)
    assert [plugin.name for plugin in plugins] == ["mine"] and findings == []


@pytest.mark.parametrize("data", [b"x = '\xe9'\n", b"x = 1\0\n"], ids=["latin-1", "nul"])
def test_a_file_that_is_no_python_text_is_named(tmp_path: Path, data: bytes) -> None:
    write(tmp_path / "broken.py", data)
    words = only_finding(tmp_path)
    assert words.startswith("broken.py") and "plugin broken cannot be loaded: raised " in words


def test_ctrl_c_is_not_taken_for_a_fault_of_a_plugin(tmp_path: Path) -> None:
    write(tmp_path / "slow.py", "import signal\nsignal.raise_signal(signal.SIGINT)\nfor _ in range(9): pass\n")
    with pytest.raises(KeyboardInterrupt):
        folder_plugins(tmp_path)


def test_a_broken_file_is_loaded_once_it_is_mended(tmp_path: Path) -> None:
    write(tmp_path / "broken.py", "raise ValueError\n")
    assert not folder_plugins(tmp_path)[0]
    write(tmp_path / "broken.py", GOOD)
    assert [plugin.module.NAME for plugin in folder_plugins(tmp_path)[0]] == ["good"]


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    write(tmp_path / "marked.py", b"\xef\xbb\xbfNAME = 'marked'\n")
    write(tmp_path / "project" / "pyproject.toml", b"\xef\xbb\xbf" + PROJECT.format("p", "marked_project").encode())
    write(tmp_path / "project" / "marked_project.py", b"\xef\xbb\xbfNAME = 'project'\n")
    plugins, findings = folder_plugins(tmp_path)
    assert [plugin.module.NAME for plugin in plugins] == ["marked", "project"] and findings == []


def test_what_is_no_plugin_is_passed_over(tmp_path: Path) -> None:
    for name in ("notes.txt", "plugin.pyc", ".hidden.py", "_private.py", "__pycache__/x.py", "data/bank.yaml"):
        write(tmp_path / name, "raise ValueError")
    assert folder_plugins(tmp_path) == ([], [])


def test_no_folder_is_no_fault(tmp_path: Path) -> None:
    assert folder_plugins(tmp_path / "none") == ([], [])


def test_a_file_may_have_the_name_of_one_of_python_s_own_modules(tmp_path: Path) -> None:
    write(tmp_path / "random.py", "import random\nNAME = random.Random(0).random()\n")
    [plugin] = folder_plugins(tmp_path)[0]
    assert plugin.name == "random" and isinstance(plugin.module.NAME, float)


def test_the_same_file_is_imported_once_and_one_of_the_same_name_on_its_own(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / name / "mine.py", f"NAME = {name!r}\n")
    [first], [again], [other] = (folder_plugins(tmp_path / name)[0] for name in ("one", "one", "two"))
    assert first.module is again.module is not other.module
    assert (first.module.NAME, other.module.NAME) == ("one", "two")


def test_a_folder_may_be_named_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "plugins" / "broken.py", "x = 1\nraise ValueError\n")
    monkeypatch.chdir(tmp_path)
    [finding] = folder_plugins(Path("plugins"))[1]
    assert (finding.file, finding.line) == (str(tmp_path / "plugins" / "broken.py"), 2)


def test_a_project_is_loaded_by_its_entry_point_and_may_import_its_own_modules(tmp_path: Path) -> None:
    files = {"eels_a/__init__.py": "from eels_a.rules import NAME\n", "eels_a/rules.py": "NAME = 'rules'\n"}
    project(tmp_path / "eels", "eels", "eels_a", files)
    [plugin] = folder_plugins(tmp_path)[0]
    assert (plugin.name, plugin.module.NAME, plugin.source) == ("eels", "rules", str(tmp_path / "eels"))
    assert str(tmp_path / "eels") not in sys.path


def test_a_project_may_lie_under_src_and_name_a_module_inside_its_package(tmp_path: Path) -> None:
    files = {"src/eels_b/__init__.py": "", "src/eels_b/hooks.py": "from . import __name__ as NAME\n"}
    project(tmp_path / "eels", "eels", "eels_b.hooks", files)
    [plugin] = folder_plugins(tmp_path)[0]
    assert plugin.module.NAME == "eels_b"


PROJECTS = {
    "no settings": ({"eels_c.py": GOOD}, "found Python files but no pyproject.toml, expected one with an entry point"),
    "no entry point": (
        {"pyproject.toml": '[project]\nname = "x"\n'},
        'found no plugin in pyproject.toml, expected [project.entry-points.quizengine] name = "module"',
    ),
    "a text for a table": (
        {"pyproject.toml": 'project = "x"\n'},
        'found no plugin in pyproject.toml, expected [project.entry-points.quizengine] name = "module"',
    ),
    "broken settings": (
        {"pyproject.toml": "[project\n"},
        "raised TOMLDecodeError: Expected ']' at the end of a table declaration (at line 1, column 9)",
    ),
}


@pytest.mark.parametrize(("files", "words"), PROJECTS.values(), ids=PROJECTS)
def test_a_project_folder_without_a_plugin_is_named(tmp_path: Path, files: dict[str, str], words: str) -> None:
    for file, text in files.items():
        write(tmp_path / "broken" / file, text)
    assert only_finding(tmp_path) == f"broken: plugin broken cannot be loaded: {words}"


def test_an_entry_point_that_names_no_file_is_told_where_one_was_looked_for(tmp_path: Path) -> None:
    project(tmp_path / "broken", "broken", "eels_d", {})
    words = only_finding(tmp_path)
    assert "names the module eels_d, found neither" in words and "broken/eels_d/__init__.py" in words


def test_a_project_never_takes_the_name_of_one_of_python_s_own_modules(tmp_path: Path) -> None:
    project(tmp_path / "broken", "broken", "statistics", {"statistics.py": GOOD})
    assert "the module statistics has the name of one of Python's own" in only_finding(tmp_path)


def test_of_two_projects_with_one_package_name_the_second_is_refused_and_not_mixed_up(tmp_path: Path) -> None:
    for name in ("one", "two"):
        files = {"eels_e/__init__.py": "from eels_e.rules import NAME\n", "eels_e/rules.py": f"NAME = {name!r}\n"}
        project(tmp_path / name, name, "eels_e", files)
    plugins, [finding] = folder_plugins(tmp_path)
    assert [plugin.module.NAME for plugin in plugins] == ["one"]
    assert "the module name eels_e is taken by" in finding.message and "one/eels_e/__init__.py" in finding.message


def test_a_project_that_is_installed_as_well_is_to_be_removed_in_one_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site-packages"
    write(site / "eels_installed.py", GOOD)
    write(
        site / "eels_installed-1.0.dist-info" / "METADATA",
        "Metadata-Version: 2.1\nName: eels-installed\nVersion: 1.0\n",
    )
    write(site / "eels_installed-1.0.dist-info" / "entry_points.txt", "[quizengine]\nbroken = eels_installed\n")
    monkeypatch.syspath_prepend(site)
    [installed] = [source for source in installed_sources() if source.name == "broken"]
    assert isinstance(load(installed), Plugin)
    project(tmp_path / "plugins" / "broken", "broken", "eels_installed", {"eels_installed.py": GOOD})
    words = f"the same plugin is installed already ({site / 'eels_installed.py'}); remove one of the two"
    _, [finding] = folder_plugins(tmp_path / "plugins")
    assert finding.message == f"plugin broken cannot be loaded: {words}"


def test_of_two_plugins_in_one_project_each_stands_on_its_own(tmp_path: Path) -> None:
    settings = '[project.entry-points.quizengine]\nbroken = "eels_f"\nsound = "eels_g"\n'
    write(tmp_path / "pair" / "pyproject.toml", settings)
    write(tmp_path / "pair" / "eels_f.py", "1 / 0\n")
    write(tmp_path / "pair" / "eels_g.py", GOOD)
    plugins, [finding] = folder_plugins(tmp_path)
    assert [plugin.name for plugin in plugins] == ["sound"]
    assert str(finding).endswith(
        "eels_f.py:1: plugin broken cannot be loaded: raised ZeroDivisionError: division by zero"
    )


def test_a_package_that_breaks_half_way_leaves_nothing_behind(tmp_path: Path) -> None:
    files = {"eels_h/__init__.py": "import eels_h.rules\n1 / 0\n", "eels_h/rules.py": ""}
    project(tmp_path / "eels", "eels", "eels_h", files)
    assert not folder_plugins(tmp_path)[0]
    assert [name for name in sys.modules if name.startswith("eels_h")] == []


def test_an_installed_plugin_that_breaks_is_named_with_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = tmp_path / "eels-1.0.dist-info"
    write(about / "METADATA", "Metadata-Version: 2.1\nName: eels\nVersion: 1.0\n")
    write(about / "entry_points.txt", "[quizengine]\nsound = eels_i\nbroken = eels_j\n")
    write(tmp_path / "eels_i.py", GOOD)
    write(tmp_path / "eels_j.py", "raise SystemExit('no luck')\n")
    monkeypatch.syspath_prepend(tmp_path)
    broken, sound = (load(one) for one in installed_sources() if one.place == "installed package eels")
    assert isinstance(sound, Plugin) and (sound.name, sound.source) == ("sound", "installed package eels")
    assert str(broken) == "installed package eels: plugin broken cannot be loaded: raised SystemExit: no luck"
