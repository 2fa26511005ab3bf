"""`pack` and `unpack` at the terminal."""

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_a_folder_is_packed_shown_and_unpacked_without_its_programs(run: Run, tmp_path: Path, numbers: Path) -> None:
    run("--folder", numbers, "new-bank", "--title", "Our river", "--kind", "choice")
    made = run("pack", numbers, given="CC0\n")
    assert made.exit_code == 0 and "mine.quizpack: 1 question bank, 1 plugin file; licence: CC0" in made.stderr
    shown = run("unpack", "mine.quizpack").stdout.splitlines()
    assert shown[0] == "mine; licence: CC0" and shown[1].startswith(
        "  question bank       question_banks/our-river.yaml  "
    )
    done = run("unpack", "mine.quizpack", "there")
    assert done.stderr == "there: unpacked 1 question bank; left out 1 plugin file, as programs need --with-plugins\n"
    assert not (tmp_path / "there" / "plugins").exists()
    again = run("unpack", "--with-plugins", "mine.quizpack", "there")
    assert again.stderr == "there: unpacked 1 plugin file; 1 question bank there already\n"
    assert (tmp_path / "there" / "plugins" / "numbers.py").read_bytes() == (
        numbers / "plugins" / "numbers.py"
    ).read_bytes()


def test_an_article_that_only_a_plugin_reads_is_left_out_and_named(run: Run, numbers: Path) -> None:
    (numbers / "seeds").mkdir()
    for name in ("lake.txt", "lake.srt", ".hidden"):
        (numbers / "seeds" / name).write_text("The lake froze.")
    made = run("pack", numbers, "--licence", "CC0").stderr.splitlines()
    assert "1 article" in made[0] and [line.partition(":")[0] for line in made[1:]] == ["left out seeds/lake.srt"]


def test_a_pack_is_not_written_over_a_file(run: Run, numbers: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.quizpack").write_text("mine")
    result = run("pack", numbers, "--licence", "CC0")
    assert result.exit_code == 1 and "exists already" in result.stderr
    assert (tmp_path / "mine.quizpack").read_text() == "mine"
