"""The page for whoever runs a server, and the files beside it: what they call exists, and they mean what they say."""

import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from configparser import RawConfigParser
from pathlib import Path

import click
import pytest
import yaml
from flask import Flask

from quizengine.__main__ import quizengine as command_line
from quizengine.web.http.request_notes import OTHER_REASON, REASONS
from quizengine.web.monitoring import health
from quizengine.web.monitoring.metrics import Metrics

ROOT = Path(__file__).parents[2]
FILES = ROOT / "docs" / "operation"
PAGE = (ROOT / "docs" / "operation.md").read_text("utf-8")
PROGRAM = "/opt/quizengine/bin/quizengine"
UNITS = sorted(path.name for path in FILES.glob("quizengine*.service"))


def accept(words: list[str], folder: Path) -> None:
    """Let click read a command as it stands, but with one folder for all paths; raises for what it does not know."""
    name, *arguments = [str(folder) if word.startswith("/") else word for word in words]
    command = command_line.commands[name]
    if arguments and name == "restore":
        arguments = [str(ROOT / "README.md") if word.endswith(".quizbackup") else word for word in arguments]
    command.make_context(name, arguments, parent=command_line.make_context("quizengine", [name, *arguments]))


def commands_in(text: str) -> Iterator[list[str]]:
    """The words after the program in each line that calls it."""
    for line in text.splitlines():
        if f"{PROGRAM} " in line:
            yield shlex.split(line.partition(f"{PROGRAM} ")[2])


def unit(name: str) -> RawConfigParser:
    parser = RawConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign] # as its documentation says
    parser.read(FILES / name, "utf-8")
    return parser


def test_every_command_of_the_page_and_the_units_is_one_that_there_is(tmp_path: Path) -> None:
    found = list(commands_in("\n".join([PAGE, *((FILES / name).read_text("utf-8") for name in UNITS)])))
    assert {words[0] for words in found} == {"serve", "backup", "restore", "forget", "allow"}
    for words in found:
        accept(words, tmp_path)


def test_a_command_that_there_is_not_would_be_noticed(tmp_path: Path) -> None:
    with pytest.raises(click.NoSuchOption):
        accept(["backup", "/a", "/b", "--everything"], tmp_path)


def test_the_page_names_every_file_beside_it_and_every_file_it_copies_exists() -> None:
    named = set(re.findall(r"docs/operation/([\w.-]+)|\(operation/([\w.]+)\)", PAGE))
    names = {one or other for one, other in named} - {".env", "quizengine-backup."}
    assert all((FILES / name).is_file() for name in names)
    assert {"quizengine.service", "Caddyfile", "Containerfile", "compose.yaml"} <= names


def test_the_page_names_every_metric_every_reason_and_every_address(app_rules: set[str]) -> None:
    assert app_rules == {"/health/live", "/health/ready", "/metrics"} and all(f"`{rule}`" in PAGE for rule in app_rules)
    told = set(re.findall(r"\| `(quizengine_\w+)", PAGE))
    counted = set(re.findall(r"(?m)^# TYPE (quizengine_\w+)", Metrics().exposition(drafts=0).decode()))
    assert told == counted
    assert all(f"`{reason}`" in PAGE for reason in (*REASONS.values(), OTHER_REASON))


@pytest.fixture
def app_rules() -> set[str]:
    """The addresses of the health pages."""
    app = Flask("bare")
    app.register_blueprint(health.pages)
    return {rule.rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("health.")}


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_runs_as_a_user_of_its_own_and_writes_to_its_own_folders(name: str) -> None:
    service = unit(name)["Service"]
    assert service["User"] == "quizengine" and service["ProtectSystem"] == "strict" and service["UMask"] == "0077"
    folders = {f"/var/lib/{folder}" for folder in service["StateDirectory"].split()}
    assert {word for word in shlex.split(service["ExecStart"])[1:] if word.startswith("/")} <= folders


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
@pytest.mark.parametrize(("name", "most"), [("quizengine.service", 1.5), ("quizengine-backup.service", 3.5)])
def test_systemd_accepts_a_unit_and_finds_it_well_shut_in(name: str, most: float, tmp_path: Path) -> None:
    for file in FILES.glob("quizengine*"):
        text = file.read_text("utf-8").replace(PROGRAM, "/bin/true")  # it looks for the program
        (tmp_path / file.name).write_text(text, "utf-8")
    checked = subprocess.run(
        ["systemd-analyze", "verify", tmp_path / name, tmp_path / "quizengine-backup.timer"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stderr) == (0, "")
    rated = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", tmp_path / name], capture_output=True, text=True, check=True
    )
    assert float(re.search(r"exposure level for \S+: ([\d.]+)", rated.stdout)[1]) <= most


@pytest.mark.skipif(shutil.which("caddy") is None, reason="Caddy is not installed")
@pytest.mark.parametrize("name", ["Caddyfile", "Caddyfile.compose"])
def test_caddy_reads_its_file_and_shows_students_nothing_of_the_monitoring(name: str) -> None:
    command = ["caddy", "adapt", "--adapter", "caddyfile", "--config", FILES / name]
    site = {**os.environ, "SITE": "quiz.school.example"}
    done = subprocess.run(command, env=site, capture_output=True, check=True)
    [route] = json.loads(done.stdout)["apps"]["http"]["servers"]["srv0"]["routes"]
    handlers = [(one.get("match"), one["handle"][0]["handler"]) for one in route["handle"][0]["routes"]]
    assert handlers[-2:] == [
        ([{"path": ["/metrics", "/health/*"]}], "static_response"),
        (None, "reverse_proxy"),
    ]


def instructions() -> list[tuple[str, str]]:
    """The instructions of the container file, each with what follows its name."""
    text = (FILES / "Containerfile").read_text("utf-8").replace("\\\n", " ")
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in text.splitlines() if line[:1].isalpha())]


def test_the_image_is_built_in_two_stages_and_runs_without_rights(tmp_path: Path) -> None:
    found = instructions()
    assert sum(name == "FROM" for name, _ in found) == 2
    last = dict(found)
    assert last["USER"].isdecimal() and int(last["USER"]) > 0
    assert json.loads(last["ENTRYPOINT"]) == [PROGRAM]
    accept(json.loads(last["CMD"]), tmp_path)
    for name, rest in found:
        if name == "COPY" and not rest.startswith("--from"):
            assert all((ROOT / source).exists() for source in rest.split()[:-1])


def test_the_image_asks_itself_whether_it_is_ready(app_rules: set[str]) -> None:
    command = json.loads(re.search(r"CMD (\[.*\])", dict(instructions())["HEALTHCHECK"])[1])
    compile(command[2], "healthcheck", "exec")
    assert re.search(r"http://127\.0\.0\.1:8000(/[\w/]+)", command[2])[1] in app_rules


def test_the_compose_file_calls_what_there_is_and_shuts_the_program_in(tmp_path: Path) -> None:
    compose = yaml.safe_load((FILES / "compose.yaml").read_text("utf-8"))
    ours = compose["services"]["quizengine"]
    accept(ours["command"], tmp_path)
    assert ours["read_only"] is True and ours["cap_drop"] == ["ALL"]
    assert (FILES / ours["build"]["context"] / ours["build"]["dockerfile"]).samefile(FILES / "Containerfile")
    known = {
        option.envvar
        for command in command_line.commands.values()
        for option in command.params
        if isinstance(option.envvar, str)
    }
    assert set(ours["environment"]) <= known
    assert "ports" not in ours  # only Caddy is reached from outside
    mounted = [volume.partition(":")[0] for one in compose["services"].values() for volume in one["volumes"]]
    assert all((FILES / name).is_file() if name.startswith(".") else name in compose["volumes"] for name in mounted)


def test_no_image_names_the_host_it_comes_from() -> None:
    compose = yaml.safe_load((FILES / "compose.yaml").read_text("utf-8"))
    images = [one["image"] for one in compose["services"].values() if "image" in one]
    images += [rest.split()[0] for name, rest in instructions() if name == "FROM"]
    assert len(images) == 4 and all(re.fullmatch(r"[a-z]+:[\w.-]+", image) for image in images)
