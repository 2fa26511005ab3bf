"""Archives of short articles that something is asked about, and runs of `generate` in processes of their own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

BRIDGES = ("Harlow", "Linden", "Marsh", "Orchard", "Quarry", "Weir", "Abbey", "Castle")
LINES = 18
"""The articles of the dump."""
Generate = Callable[..., str]


def bridge(number: int) -> str:
    """A short article with a question or two."""
    name = BRIDGES[number % len(BRIDGES)]
    return (
        f"The {name} Bridge\n\nThe {name} Bridge was built in {1780 + number} by Ida Holt. "
        f"The bridge carries {4200 + 10 * number:,} cars a day.\n"
    )


def dump() -> str:
    """A dump of articles about bridges, of which one is no article and one has the id of another."""
    lines = [json.dumps({"id": f"bridge-{number}", "text": bridge(number)}) for number in range(LINES)]
    lines[5], lines[9] = '{"id": "bridge-5"}', lines[8]
    return "\n".join(lines)


@contextmanager
def running(folder: Path, *arguments: str | Path) -> Iterator["subprocess.Popen[str]"]:
    """A process that runs `quizengine generate` in a folder; it is killed at the end if it still runs."""
    command = [sys.executable, "-m", "quizengine", "generate", *map(str, arguments)]
    process = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True, env={**os.environ})
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_for(is_so: Callable[[], bool], process: "subprocess.Popen[str]") -> None:
    """Wait until something is so while a process runs."""
    while not is_so():
        assert process.poll() is None, process.communicate()[1]
        time.sleep(0.005)


def banks(folder: Path) -> list[Path]:
    """The banks in a folder."""
    return sorted(folder.glob("*.yaml"))


def failures(folder: Path) -> dict[str, str]:
    """The failures that a run has listed: the reasons by the ids."""
    lines = (folder / "failures.jsonl").read_text("utf-8").splitlines()
    return {failure["id"]: failure["why"] for failure in map(json.loads, lines)}


def files_of(folder: Path) -> dict[str, bytes]:
    """All files that a run leaves for people, by their names, and their bytes."""
    names = (path for path in folder.rglob("*") if path.is_file() and path.name[0] != ".")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in names}
