"""Nothing in a folder runs before its owner has said so once, and nothing that others could have written ever runs."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizengine.__main__ import quizengine
from quizengine.extensions.consent import ALLOWED_FOLDERS, consent_file, is_allowed, why_unsafe
from quizengine.extensions.loading import Source, sources_at

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call the command line as somebody who has allowed nothing yet."""
    monkeypatch.delenv(ALLOWED_FOLDERS)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("quizengine.extensions.consent.consent_file", lambda: tmp_path / "data" / "allowed.json")
    return lambda *arguments: CliRunner().invoke(quizengine, list(map(str, arguments)), prog_name="quizengine")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder whose plugin leaves a trace wherever it is imported, and offers a check."""
    (tmp_path / "mine" / "plugins").mkdir(parents=True)
    (tmp_path / "mine" / "plugins" / "rules.py").write_text(
        f"with open({str(tmp_path / 'trace')!r}, 'a') as file:\n    file.write('imported ')\n"
        "from quizengine import Check, hookimpl\n"
        "@hookimpl\ndef quizengine_checks():\n    yield Check('loud', lambda question, article: (), 'Calm down.')\n"
    )
    return tmp_path / "mine"


def test_a_plugin_is_not_even_imported_until_its_folder_is_allowed(run: Run, folder: Path, tmp_path: Path) -> None:
    listed = run("--folder", folder, "plugins")
    assert listed.exit_code == 0 and not (tmp_path / "trace").exists() and "1 check" not in listed.stdout
    assert "not allowed" in next(line for line in listed.stdout.splitlines() if line.startswith("rules "))
    assert f"plugin rules waits for your consent: look at it, then run: quizengine allow {folder}" in listed.stderr
    assert f"allowed rules ({folder}/plugins/rules.py)" in run("allow", folder).stderr
    assert "check loud" in run("--folder", folder, "plugins", "rules").stdout and (tmp_path / "trace").exists()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("rules", "Error: plugin rules waits for your consent: look at it, then run: quizengine allow "),
        ("rule", "Error: found no generator rule, expected one of: cause_and_effect, "),
    ],
)
def test_a_generator_that_is_wanted_of_a_plugin_that_waits_is_told_how_to_allow_it(
    run: Run, folder: Path, name: str, words: str
) -> None:
    (folder / "flood.txt").write_text("It rained for 3 days.")
    result = run("--folder", folder, "generate", folder / "flood.txt", "--only", name)
    assert result.exit_code == 1 and result.stderr.startswith(words)
    assert "plugin rules waits for your consent" in result.stderr and result.stderr.endswith(f"allow {folder}\n")


def test_a_copy_elsewhere_a_new_plugin_and_a_revoked_folder_wait_again(run: Run, folder: Path, tmp_path: Path) -> None:
    run("allow", folder)
    shutil.copytree(folder, tmp_path / "clone")
    assert "plugin rules waits for your consent" in run("--folder", tmp_path / "clone", "schema").stderr
    shutil.copy(folder / "plugins" / "rules.py", folder / "plugins" / "more.py")
    assert "plugin more waits for your consent" in run("--folder", folder, "schema").stderr
    assert "plugin rules" not in run("--folder", folder, "schema").stderr
    run("allow", "--revoke", folder)
    assert "plugin rules waits for your consent" in run("--folder", folder, "schema").stderr


def test_folders_of_the_environment_are_allowed_with_all_that_lies_below(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [source] = sources_at(folder / "plugins" / "rules.py")
    assert isinstance(source, Source)
    monkeypatch.setenv(ALLOWED_FOLDERS, os.pathsep.join(["/nowhere", str(tmp_path)]))
    assert is_allowed(folder, source)
    monkeypatch.setenv(ALLOWED_FOLDERS, str(tmp_path / "min"))
    assert not is_allowed(folder, source)


def test_a_file_that_everybody_can_change_or_that_is_another_user_s_never_runs(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    plugin = folder / "plugins" / "rules.py"
    run("allow", folder)
    plugin.chmod(0o666)
    said = run("--folder", folder, "plugins")
    assert f"plugin rules is never loaded: every user of this computer can change {plugin}" in said.stderr
    plugin.chmod(0o644)
    if os.getuid() == 0:  # only the administrator can give files away
        os.chown(plugin, 12345, -1)
        assert f"{plugin} belongs to another user of this computer" in run("--folder", folder, "plugins").stderr
    assert not (tmp_path / "trace").exists()


def test_a_plugin_that_is_left_out_is_not_imported(run: Run, folder: Path, tmp_path: Path) -> None:
    run("allow", folder)
    listed = run("--folder", folder, "--without", "rules", "--without", "key_terms", "plugins")
    assert not (tmp_path / "trace").exists() and "8 question types" in listed.stdout
    assert [line.split()[-2] for line in listed.stdout.splitlines() if line.startswith(("rules ", "key_terms "))] == [
        "-"
    ] * 2
    unknown = run("--folder", folder, "--without", "rule", "plugins")
    assert unknown.exit_code == 1 and "found no plugin rule, expected one of: cause_and_effect" in unknown.stderr


def test_what_is_allowed_is_kept_in_the_data_of_the_user() -> None:
    assert consent_file().name == "allowed_plugins.json" and "quizengine" in consent_file().parts


def test_an_installed_plugin_needs_no_consent() -> None:
    assert why_unsafe(Source("any", "installed package any", "any_module")) == ""


@pytest.mark.skipif(sys.platform == "win32", reason="no such terminals there")
@pytest.mark.parametrize(("answer", "allowed"), [("y", True), ("n", False)])
def test_at_a_terminal_the_owner_is_asked_once(folder: Path, tmp_path: Path, answer: str, allowed: bool) -> None:
    def schema(given: str) -> str:
        """What is said at a terminal at which somebody types."""
        ours, theirs = os.openpty()
        environment = {name: value for name, value in os.environ.items() if name != ALLOWED_FOLDERS}
        command = [sys.executable, "-m", "quizengine", "--folder", str(folder), "schema"]
        os.write(ours, given.encode())
        with subprocess.Popen(
            command,
            stdin=theirs,
            stdout=subprocess.DEVNULL,
            stderr=theirs,
            env={**environment, "XDG_DATA_HOME": str(tmp_path / "data")},
        ):
            os.close(theirs)
            said = b""
            with suppress(OSError):  # the terminal is gone when the command has ended
                while more := os.read(ours, 4096):
                    said += more
        os.close(ours)
        return said.decode()

    first = schema(f"{answer}\n")
    assert "rules (" in first and "Let them run from now on?" in first
    assert (tmp_path / "trace").exists() is allowed
    if allowed:
        assert "Let them run" not in schema("")
