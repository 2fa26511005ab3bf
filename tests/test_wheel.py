"""The wheel is the whole product: built, installed beside its dependencies alone, and used far from the checkout."""

import html
import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
import yaml

SHIPPED = ("seeds", "question_banks", "plugins")


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout by the command that people use."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(checkout)]
    subprocess.run(command, check=True, capture_output=True)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def place(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a clean environment `venv` that holds the wheel, sees the dependencies, and has an empty home."""
    folder = tmp_path_factory.mktemp("place")
    venv.create(folder / "venv", with_pip=False, symlinks=True)
    python = folder / "venv" / "bin" / "python"
    installing = ["install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check", str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", "--python", str(python), *installing], check=True)
    [packages] = (folder / "venv").glob("lib/python*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    (folder / "home").mkdir()
    return folder


def surroundings(place: Path) -> dict[str, str]:
    """The environment of a person who has nothing but the wheel."""
    return {"HOME": str(place / "home"), "PATH": f"{place}/venv/bin:{os.defpath}", "LC_ALL": "C.UTF-8"}


def run(place: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=place, env=surroundings(place), capture_output=True, text=True, check=False, timeout=60
    )


def names_in(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_the_wheel_carries_all_that_is_shipped_byte_for_byte(wheel: Path, checkout: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        carried = {name: archive.read(name) for name in archive.namelist()}
    tracked = subprocess.run(
        ["git", "ls-files", *SHIPPED, "quizengine"], cwd=checkout, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    expected = [name for name in tracked if (checkout / name).is_file()] or ["seeds/north-korean-troops.txt"]
    assert expected
    for name in expected:
        inside = name if name.startswith("quizengine/") else f"quizengine/shipped_files/{name}"
        assert carried[inside] == (checkout / name).read_bytes(), name


def test_the_wheel_carries_what_is_easily_forgotten_and_no_leavings(wheel: Path) -> None:
    names = names_in(wheel)
    assert "quizengine/py.typed" in names
    assert any(re.fullmatch(r"quizengine/web/templates/.+\.html", name) for name in names)
    assert any(re.fullmatch(r"quizengine/web/static/.+\.css", name) for name in names)
    assert any(name.endswith("dist-info/licenses/LICENSE") for name in names)
    left = [
        name for name in names if re.search(r"__pycache__|\.pyc\Z|_cache/|\.db\Z|\.quiz/|\.hypothesis|^tests/", name)
    ]
    assert left == []


def test_the_wheel_s_own_files_are_used_and_not_the_checkout_s(place: Path, checkout: Path) -> None:
    code = (
        "import json, quizengine; from quizengine.extensions.shipped import shipped_folder; "
        f"print(json.dumps([quizengine.__file__, *(str(shipped_folder(name)) for name in {SHIPPED!r})]))"
    )
    paths = json.loads(run(place, "python", "-c", code).stdout)
    assert all(path.startswith(str(place / "venv")) and Path(path).exists() for path in paths), paths


def test_the_command_of_the_wheel_lists_every_plugin_without_a_fault(place: Path, checkout: Path) -> None:
    done = run(place, "quizengine", "plugins")
    assert (done.returncode, done.stderr) == (0, "")
    projects = list((checkout / "plugins").iterdir())
    assert projects
    for project in projects:
        assert re.search(rf"(?m)^{project.name} .* {re.escape(str(place))}/venv/", done.stdout)


def test_the_command_of_the_wheel_makes_the_quiz_that_the_checkout_makes(place: Path, checkout: Path) -> None:
    [seed] = (place / "venv").glob("**/shipped_files/seeds/north-korean-troops.txt")
    assert seed.read_bytes() == (checkout / "seeds" / "north-korean-troops.txt").read_bytes()
    (place / "troops.txt").write_bytes(seed.read_bytes())
    there = run(place, "quizengine", "generate", "troops.txt")
    assert (there.returncode, there.stderr) == (0, "")
    here = subprocess.run(
        [sys.executable, "-m", "quizengine", "generate", "troops.txt"],
        cwd=place,
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout == here.stdout and there.stdout.count("evidence:") >= 5
    banks = map(str, (place / "venv").glob("**/shipped_files/**/*.yaml"))
    assert run(place, "quizengine", "check", *banks).returncode == 0


@pytest.fixture
def server(place: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`quizengine serve` on a free port, without a folder, and the address that it prints for students."""
    started = subprocess.Popen(
        ["quizengine", "serve", "--port", "0"],
        cwd=place,
        env=surroundings(place),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert started.stdout
    address = next((found[1] for line in started.stdout if (found := re.search(r"students: +(http\S+)", line))), "")
    yield started, address
    started.kill()
    started.communicate()


def test_the_command_of_the_wheel_serves_the_shipped_quizzes(
    place: Path, checkout: Path, server: tuple[subprocess.Popen[str], str]
) -> None:
    started, address = server
    assert address, started.communicate()[1]
    with urlopen(address, timeout=20) as page:
        shown = html.unescape(page.read().decode())
    banks = list((checkout / "question_banks").glob("*.yaml"))
    assert banks
    for bank in banks:
        assert yaml.safe_load(bank.read_text("utf-8"))["title"] in shown
    started.terminate()  # Ctrl-C is ignored where the tests run in the background
    _, said = started.communicate(timeout=20)
    assert "Traceback" not in said
    assert list((place / "home").rglob("quizengine.db"))


WAYS_IN = ("add-questions", "add-a-plugin-file", "add-a-plugin-project")
"""The pages for those who add their own; each holds files to save, and commands with what they print."""
STEP = re.compile(r"(?ms)Save this as\s`(?P<path>[^`]+)`.*?```\w+\n(?P<text>.*?)^```|```console\n(?P<console>.*?)^```")


def steps_of(page: str) -> Iterator[tuple[str, str, str]]:
    """The steps of a page, in order: the path and text of a file, or a command and what it prints."""
    for step in STEP.finditer(page):
        if step["path"]:
            yield "file", step["path"], step["text"]
        for each in re.split(r"(?m)^\$ ", step["console"] or "")[1:]:
            command, _, printed = each.partition("\n")
            yield "command", command, printed


@pytest.mark.parametrize("name", WAYS_IN)
def test_a_new_user_gets_what_the_page_shows_from_the_wheel_alone(place: Path, checkout: Path, name: str) -> None:
    folder = place / name
    (folder / "my-quizzes").mkdir(parents=True)
    steps = list(steps_of((checkout / "docs" / f"{name}.md").read_text("utf-8")))
    assert sum(kind == "command" for kind, _, _ in steps) >= 3
    for kind, what, text in steps:
        if kind == "file":
            (folder / what).parent.mkdir(parents=True, exist_ok=True)
            (folder / what).write_text(text, "utf-8")
            continue
        done = subprocess.run(
            f"{what} 2>&1", shell=True, cwd=folder, env=surroundings(place), capture_output=True, text=True, check=False
        )
        shown = re.escape(text).replace("…", r"[\s\S]*?")
        assert re.fullmatch(shown, done.stdout), f"$ {what}\n{done.stdout}"
