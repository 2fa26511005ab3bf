"""What `generate` says of an archive while it works, and of what cannot be done."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from archives import bridge
from click.testing import Result

from quizengine.archive.job import Progress
from quizengine.cli.archive import ProgressShown, progress_in_words

Run = Callable[..., Result]
MEGA = 1_000_000


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["flood.txt", "--jobs", "2"],
            "--jobs is for an archive: a folder of articles, a JSON Lines dump (.jsonl) or a",
        ),
        (["flood.txt", "--format", "parquet"], "--format is for an archive"),
        (["folder", "flood.txt", "-o", "out/"], "folder is an archive, which has to be the only argument"),
        (["folder"], "An archive needs a folder to write to: -o FOLDER/"),
        (["folder", "-o", "flood.txt"], "An archive needs a folder to write to: -o FOLDER/"),
        (["folder", "-o", "out", "--explain"], "--explain is for single articles"),
        (["folder", "-o", "out", "--jobs", "2", "--scheduler", "tcp://127.0.0.1:1"], "--jobs is for this machine"),
        (["folder", "-o", "out", "--jobs", "0"], "found 0, expected a whole number from 1 to 1024"),
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_nothing_is_written(run: Run, arguments: list[str], said: str) -> None:
    Path("folder").mkdir()
    Path("flood.txt").write_text(bridge(0))
    result = run("generate", *arguments)
    assert result.exit_code == 2 and said in " ".join(result.stderr.split()) and not Path("out").exists()


def test_an_archive_without_an_article_is_told(run: Run) -> None:
    Path("folder").mkdir()
    Path("folder/picture.png").write_bytes(b"no text")
    result = run("generate", "folder", "-o", "out", "--jobs", "1")
    assert result.exit_code == 1
    assert "folder: found no article in this archive, expected files with the ending .txt" in result.stderr


@pytest.mark.parametrize(
    ("progress", "samples", "words"),
    [
        (Progress(size=MEGA), (), "0 articles"),
        (Progress(1, 0, 0, 1000, MEGA), ((5, 1, 1000),), "1 article"),
        (
            Progress(200, 1000, 3, 500_000, MEGA),
            ((0, 100, 400_000), (50, 200, 500_000)),
            "1,200 articles, 3 failed, 2 a second, 4 minutes left",
        ),
        (Progress(2, 0, 0, MEGA, MEGA), ((0, 1, 0), (10, 2, MEGA)), "2 articles, 0.1 a second, under a minute left"),
        (
            Progress(2, 0, 0, 10, 10 * MEGA),
            ((0, 1, 0), (1, 2, 50)),
            "2 articles, 1 a second, 2 days 7 hours left",
        ),
    ],
)
def test_progress_in_words_has_the_rate_and_the_time_left(
    progress: Progress, samples: tuple[tuple[float, int, int], ...], words: str
) -> None:
    assert progress_in_words(progress, samples) == words


def test_where_nobody_sees_a_bar_a_line_tells_the_progress_every_half_minute(
    capsys: pytest.CaptureFixture[str],
) -> None:
    now = 0.0
    with ProgressShown(clock=lambda: now) as shown:
        for second in range(1, 91):
            now = float(second)
            shown.tell(Progress(second, 0, 0, second * 100, 20_000))
    assert capsys.readouterr().err.splitlines() == [
        "30 articles, 1 a second, 3 minutes left",
        "60 articles, 1 a second, 2 minutes left",
        "90 articles, 1 a second, 2 minutes left",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_a_terminal_gets_a_bar_and_the_result(tmp_path: Path) -> None:
    (tmp_path / "bridges").mkdir()
    for number in range(3):
        (tmp_path / "bridges" / f"{number}.txt").write_text(bridge(number))
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "quizengine", "generate", "bridges", "--jobs", "1", "-o", "out"]
    done = subprocess.run(command, cwd=tmp_path, stderr=theirs, timeout=120, check=False)
    os.close(theirs)
    said = os.read(ours, 1_000_000).decode()
    os.close(ours)
    assert done.returncode == 0
    assert re.search(r"\[#{24}\] +100% +3 articles, [\d.]+ a second", said), said
    assert re.search(r"\r\n3 articles, \d questions\r\nReport: out/report.html\r\n", said), said
