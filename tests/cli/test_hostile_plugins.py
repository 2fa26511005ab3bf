"""Plugins that do what they can to stop the program: each is named, with what it did, and the others work."""

import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from quizengine import Article, start
from quizengine.checking import check_bank
from quizengine.engine import Draft

ARTICLE = Article("It rained for 3 days. The river rose by 20 feet. Some 400 people fled.", "flood.txt")
BUDGET = 16
"""Seconds for an article; a call of a plugin may take an eighth of it."""

PLUGIN = """
import ctypes, os, re, signal, sys, time
from quizengine import Check, ClozeQuestion, Fact, Generator, hookimpl

class Odd(BaseException): pass

{at_import}

def find(article):
    {find}
    for number in article.find("{pattern}"):
        yield Fact("number", {{"answer": number}})

def ask(fact, others, rng):
    {ask}
    yield ClozeQuestion.around(fact.roles["answer"])

def look(question, article):
    {look}
    return ()

@hookimpl
def quizengine_generators():
    {hook}
    yield Generator("{name}", find, ask)

@hookimpl
def quizengine_checks():
    yield Check("{name}-check", look, "Nothing.")
"""
LOOP = "while True: pass"
FOREVER = "[None for _ in iter(int, 1)]"  # behind another statement
BACKTRACK = "re.match('(a|aa)+$', 'a' * 60 + 'b')"  # holds the interpreter's lock for longer than anybody waits
CLOSE = "sys.stdout.close(); sys.stderr.close(); os.close(1); os.close(2)"


def write_plugin(folder: Path, name: str, pattern: str = "[0-9]+", **does: str) -> None:
    """A plugin whose generator gaps what the pattern finds, and a check; it does something in some of five places."""
    places = {"at_import": "", "hook": "", "find": "", "ask": "", "look": ""} | does
    code = PLUGIN.format(name=name, pattern=pattern, **{place: what or "pass" for place, what in places.items()})
    (folder / "plugins").mkdir(exist_ok=True)
    (folder / "plugins" / f"{name}.py").write_text(code, "utf-8")


NOT_LOADED = {
    "raises what is no Exception": ("at_import", "raise Odd('no luck')", "cannot be loaded: raised Odd: no luck"),
    "raises what Ctrl-C raises": ("at_import", "raise KeyboardInterrupt", "cannot be loaded: raised KeyboardInterrupt"),
    "ends the process": (
        "at_import",
        "os._exit(3)",
        "cannot be loaded: at import, it ended its process with exit code 3",
    ),
    "never ends": ("at_import", LOOP, "cannot be loaded: at import, it took longer than 5 seconds and was stopped"),
    "closes the streams": (
        "at_import",
        CLOSE,
        "cannot be loaded: at import, it closed standard output and standard error",
    ),
    "ends the process in a hook": (
        "hook",
        "os._exit(0)",
        "hook quizengine_generators: ended its process with exit code 0",
    ),
    "never ends in a hook": ("hook", LOOP, "hook quizengine_generators: took longer than 5 seconds"),
    "raises in a hook": ("hook", "raise Odd", "hook quizengine_generators: failed at plugins/hostile.py, line 24: Odd"),
    "interrupts in a hook": (
        "hook",
        "raise KeyboardInterrupt",
        "hook quizengine_generators: failed at plugins/hostile.py, line 24: KeyboardInterrupt",
    ),
}
"""What a plugin does, where, and what is said of it."""


@pytest.mark.parametrize(("place", "does", "words"), NOT_LOADED.values(), ids=NOT_LOADED)
def test_a_plugin_that_does_harm_when_it_is_loaded_is_named(tmp_path: Path, place: str, does: str, words: str) -> None:
    write_plugin(tmp_path, "hostile", **{place: does})
    write_plugin(tmp_path, "sound")
    engine = start(tmp_path, budget=BUDGET)
    [finding] = engine.findings
    assert "plugin hostile" in str(finding) and words in str(finding)
    assert "sound" in engine.registry.generators and "hostile" not in engine.registry.generators


WORKING = {
    "exits": (
        "find",
        "sys.exit(3)",
        "generator hostile, find: plugin hostile failed at plugins/hostile.py, line 10: SystemExit: 3",
    ),
    "raises what is no Exception": (
        "find",
        "raise Odd",
        "generator hostile, find: plugin hostile failed at plugins/hostile.py, line 10: Odd",
    ),
    "raises what Ctrl-C raises": (
        "ask",
        "raise KeyboardInterrupt",
        "ask: plugin hostile failed at plugins/hostile.py, line 15: KeyboardInterrupt",
    ),
    "ends the process": ("find", "os._exit(7)", "find: plugin hostile ended its process with exit code 7"),
    "crashes": ("ask", "ctypes.string_at(0)", "ask: plugin hostile crashed its process (SIGSEGV)"),
    "never ends": ("find", LOOP, "find: plugin hostile took longer than 2 seconds and was stopped"),
    "sleeps": ("ask", "time.sleep(60)", "ask: plugin hostile took longer than 2 seconds and was stopped"),
    "backtracks for ever": ("find", BACKTRACK, "find: plugin hostile took longer than 2 seconds and was stopped"),
    "finds without end": ("find", "while True: yield Fact('x')", "find: plugin hostile gave more than 100,000 results"),
    "fills the memory": (
        "find",
        "kept = [bytes(1 << 30) for _ in range(9)]",
        "plugin hostile failed at plugins/hostile.py, line 10: MemoryError",
    ),
    "closes the streams": ("find", CLOSE, "find: plugin hostile closed standard output and standard error"),
    "changes the article": (
        "find",
        "object.__setattr__(article, 'text', 'It is dry.')",
        "find: plugin hostile changed the article",
    ),
    "never ends in a check": ("look", LOOP, "check hostile-check: plugin hostile took longer than 2 seconds"),
    "ends the process in a check": ("look", "os._exit(1)", "check hostile-check: plugin hostile ended its process"),
    "raises in a check": (
        "look",
        "raise Odd",
        "check hostile-check: plugin hostile failed at plugins/hostile.py, line 19: Odd",
    ),
    "gives what no other process can have": (
        "find",
        "yield Fact('x', {'value': lambda: 1})",
        "find: plugin hostile gave what cannot be handed over",
    ),
}


@pytest.fixture(scope="module")
def asked_alone(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What the sound plugin asks where no other plugin works."""
    folder = tmp_path_factory.mktemp("alone")
    write_plugin(folder, "sound")
    asked = set(asked_by(start(folder, budget=BUDGET).draft(ARTICLE), "sound"))
    assert asked
    return asked


@pytest.mark.parametrize(("place", "does", "words"), WORKING.values(), ids=WORKING)
def test_a_plugin_that_does_harm_when_it_works_is_named_and_the_work_of_others_is_kept(
    tmp_path: Path, asked_alone: set[str], place: str, does: str, words: str
) -> None:
    write_plugin(tmp_path, "sound")
    write_plugin(tmp_path, "hostile", **{place: does})
    engine = start(tmp_path, budget=BUDGET)
    assert engine.findings == ()
    draft = engine.draft(ARTICLE)
    [finding] = draft.findings
    assert words in str(finding) and not draft.left_out
    assert asked_alone <= set(asked_by(draft, "sound") + asked_by(draft, "hostile"))
    assert ARTICLE.text.startswith("It rained")


def asked_by(draft: Draft, generator: str) -> list[str]:
    """The candidates of a generator, taken or not."""
    every = (verdict.question for verdict in draft.selection.verdicts)
    return [one.content_id for one in every if one.origin and one.origin.generator == generator]


def test_one_that_took_too_long_is_not_waited_for_again(tmp_path: Path) -> None:
    called = tmp_path / "called"
    write_plugin(tmp_path, "hostile", find=f"open({str(called)!r}, 'a').write('find '); {FOREVER}", look=LOOP)
    write_plugin(tmp_path, "sound")
    engine = start(tmp_path, budget=BUDGET)
    engine.draft(ARTICLE)
    again = engine.draft(Article("It snowed for 7 days."))
    assert called.read_text() == "find "
    assert {str(finding).split(":")[0] for finding in again.findings} == {
        "generator hostile, find",
        "check hostile-check",
    }
    assert asked_by(again, "sound")


TEN = {
    "import_raises": {"at_import": "raise Odd"},
    "import_ends": {"at_import": "os._exit(1)"},
    "import_loops": {"at_import": LOOP},
    "hook_exits": {"hook": "sys.exit(2)"},
    "find_interrupts": {"find": "raise KeyboardInterrupt"},
    "find_ends": {"find": "os._exit(1)"},
    "find_loops": {"find": LOOP},
    "ask_crashes": {"ask": "ctypes.string_at(0)"},
    "look_loops": {"look": LOOP},
    "article_changes": {"find": "object.__setattr__(article, 'text', '')"},
}


@pytest.fixture
def ten(tmp_path: Path) -> Path:
    """A working folder with ten hostile plugins, and one that is sound and prints."""
    for name, does in TEN.items():
        write_plugin(tmp_path, name, **does)
    write_plugin(
        tmp_path,
        "sound",
        "rained|river|people",
        at_import="print('HELLO')",
        find="print('HELLO'); os.system('echo HELLO')",
    )
    (tmp_path / "flood.txt").write_text(ARTICLE.text)
    return tmp_path


def named(words: str) -> set[str]:
    return {name for name in TEN if f"plugin {name}" in words}


def test_each_of_ten_hostile_plugins_is_named_by_generate_and_none_writes_into_the_bank(
    process: Callable[..., subprocess.CompletedProcess[bytes]], ten: Path
) -> None:
    done = process("--folder", ten, "generate", "flood.txt", "--budget", BUDGET)
    assert done.returncode == 0
    assert done.stdout.startswith(b"format: quizengine/1\n") and b"HELLO" not in done.stdout
    assert b"generator: sound" in done.stdout
    assert named(done.stderr.decode()) == set(TEN) and done.stderr.count(b"HELLO") >= 3


def test_each_is_named_by_facts_as_far_as_it_takes_part(
    process: Callable[..., subprocess.CompletedProcess[bytes]], ten: Path
) -> None:
    done = process("--folder", ten, "facts", "--format", "jsonl", "flood.txt", "--budget", BUDGET)
    assert done.returncode == 0 and done.stdout.count(b'"generator": "sound"') == 3 and b"HELLO" not in done.stdout
    assert named(done.stderr.decode()) == set(TEN) - {"ask_crashes", "look_loops"}


def test_a_check_that_never_ends_is_told_and_the_others_check_every_question(tmp_path: Path) -> None:
    called = tmp_path / "called"
    write_plugin(tmp_path, "hostile", look=f"open({str(called)!r}, 'a').write('look '); {FOREVER}")
    write_plugin(tmp_path, "strict", look="yield 'no question is good enough'")
    bank = Path(__file__).parent.parent / "folder" / "question_banks" / "paper-mill.yaml"
    quiz, findings = check_bank(start(tmp_path, budget=BUDGET), bank)
    assert called.read_text() == "look "
    assert [finding.check for finding in findings].count("strict-check") == len(quiz.questions)
    assert {finding.message for finding in findings if finding.check == "check-raised"} == {
        "check hostile-check: plugin hostile took longer than 2 seconds and was stopped; "
        "what it looks for was not checked"
    }


def test_a_real_ctrl_c_ends_the_command_while_a_plugin_works(
    tmp_path: Path, started: Callable[..., "subprocess.Popen[bytes]"]
) -> None:
    write_plugin(tmp_path, "slow", find=f"open('{tmp_path}/begun', 'w').close(); time.sleep(60)")
    (tmp_path / "flood.txt").write_text(ARTICLE.text)
    process = started("--folder", tmp_path, "generate", "flood.txt", "-o", "bank.yaml", "--budget", 1000)
    while not (tmp_path / "begun").exists():
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 1 and b"Aborted" in said and not (tmp_path / "bank.yaml").exists()
