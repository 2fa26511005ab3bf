"""`check`, `export` and `schema`: what is done with banks."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

BANK = """\
format: quizengine/1
title: Rivers
questions:
  - type: short_text
    stem: Which river flows through Hamburg?
    answer: Elbe
"""
HALF = BANK + "  - type: short_text\n    stem: No answer?\n"


def test_a_sound_bank_is_passed_over_in_silence(run: Run) -> None:
    Path("rivers.yaml").write_text(BANK)
    result = run("check", "rivers.yaml")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 question is fine to ask; 0 errors, 0 warnings\n"


def test_every_fault_is_a_line_with_its_place(run: Run) -> None:
    Path("half.yaml").write_text(HALF)
    result = run("check", "half.yaml", "none.yaml")
    first, second = result.stdout.splitlines()
    assert result.exit_code == 1
    assert first.startswith("half.yaml:7:5: bank-file questions[1].answer: ") and second.startswith(
        "none.yaml: bank-file cannot be read: "
    )
    assert result.stderr == "1 question is fine to ask; 2 errors, 0 warnings\n"


def test_a_bank_may_come_from_standard_input(run: Run) -> None:
    assert run("check", "-", given=BANK).exit_code == 0
    assert run("check", "-", given=HALF).exit_code == 1
    assert run("check", "-", given=b"\xff\xfe\x00").exit_code == 1
    assert run("check", "-").exit_code == 1


def test_every_shipped_bank_is_sound(run: Run, checkout: Path) -> None:
    banks = [*(checkout / "question_banks").glob("*.yaml"), *(checkout / "plugins").glob("*/quizengine_*/banks/*.yaml")]
    result = run("check", *banks)
    assert len(banks) >= 3 and result.exit_code == 0 and "; 0 errors, " in result.stderr


def test_evidence_of_another_article_is_found(run: Run, article: Path) -> None:
    Path("seeds").mkdir()
    Path("seeds/troops.txt").write_bytes(article.read_bytes())
    assert run("generate", "seeds/troops.txt", "-o", "question_banks/").exit_code == 0
    assert run("check", "question_banks/troops.yaml").exit_code == 0
    Path("seeds/troops.txt").write_bytes(article.read_bytes().replace(b"10,000", b"20,000"))
    result = run("check", "question_banks/troops.yaml")
    assert result.exit_code == 1 and "seeds/troops.txt is not the article that this bank was made from" in result.stdout


def test_a_bank_exported_as_yaml_is_written_in_one_way(run: Run) -> None:
    Path("rivers.yaml").write_text(BANK + "    tags: []\n")
    once = run("export", "rivers.yaml", "--format", "yaml", "-o", "out/rivers.yaml")
    assert (once.exit_code, once.stdout, once.stderr) == (0, "", "")
    twice = run("export", "out/rivers.yaml", "--format", "yaml")
    assert twice.stdout == Path("out/rivers.yaml").read_text()


def test_the_good_questions_of_a_bank_are_exported_and_the_others_told(run: Run) -> None:
    Path("half.yaml").write_text(HALF)
    result = run("export", "half.yaml", "--format", "yaml")
    assert result.exit_code == 1 and "Hamburg" in result.stdout and "half.yaml:7:5" in result.stderr


def test_a_key_that_is_the_letter_of_an_option_is_not_exported_and_told_when_it_is_imported(run: Run) -> None:
    Path("rivers.yaml").write_text(BANK + LETTER)
    result = run("export", "rivers.yaml", "--format", "gift", "-o", "out.gift")
    assert result.exit_code == 1 and not Path("out.gift").exists()
    assert result.stderr.splitlines() == [
        "Error: rivers.yaml:7: questions[1]: key-is-a-place: found the key “C”, expected the text of the right option; "
        "write it out",
        "rivers.yaml: nothing is exported before its keys are right",
    ]
    Path("rivers.gift").write_text("Which is a river? {=C ~the Alps ~the Elbe ~the Eifel}\n")
    result = run("import", "rivers.gift", "-o", "in.yaml")
    assert result.exit_code == 1 and "error: rivers.gift:" in result.stderr and "found the key “C”" in result.stderr
    assert "answer: C\n" in Path("in.yaml").read_text()


LETTER = """\
  - type: choice
    stem: Which is a river?
    answer: C
    distractors: [the Alps, the Eifel, the Elbe]
"""


def test_a_bank_without_a_good_question_is_not_exported(run: Run) -> None:
    Path("bad.yaml").write_text(BANK.replace("    answer: Elbe\n", ""))
    result = run("export", "bad.yaml", "--format", "yaml", "-o", "out.yaml")
    assert result.exit_code == 1 and not Path("out.yaml").exists()
    assert result.stderr.splitlines()[-1] == "Error: bad.yaml: found no question to export"


FORMATS = """
from quizengine import Finding, Format, Loss, hookimpl

def raising(quiz):
    raise ValueError("no luck")

@hookimpl
def quizengine_formats():
    yield Format("titles", ".txt", lambda quiz: quiz.title.encode(), losses=lambda quiz: [Loss("the questions")])
    yield Format("findings", ".x", lambda quiz: b"", losses=lambda quiz: [Finding("the questions")])
    yield Format("raising", ".x", write=raising)
    yield Format("texts", ".x", write=lambda quiz: "text")
    yield Format("reading", ".x", read=lambda data, name, types: None)
"""


@pytest.fixture
def formats(tmp_path: Path) -> Path:
    """A working folder with formats of someone else."""
    (tmp_path / "mine" / "plugins").mkdir(parents=True)
    (tmp_path / "mine" / "plugins" / "formats_of_mine.py").write_text(FORMATS)
    (tmp_path / "rivers.yaml").write_text(BANK)
    return tmp_path / "mine"


def test_what_a_format_leaves_out_is_told(run: Run, formats: Path) -> None:
    result = run("--folder", formats, "export", "rivers.yaml", "--format", "titles")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "Rivers", "quiz simplified: the questions\n")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("raising", "Error: format raising: failed at plugins/formats_of_mine.py, line 5: ValueError: no luck\n"),
        ("texts", "Error: format texts: found str, expected bytes\n"),
        ("findings", "Error: format findings: found the loss Finding(message='the questions'"),
        ("reading", "Error: found no format reading to write, expected one of: "),
    ],
)
def test_a_format_that_fails_is_named(run: Run, formats: Path, name: str, words: str) -> None:
    result = run("--folder", formats, "export", "rivers.yaml", "--format", name, "-o", "out")
    assert result.exit_code == 1 and result.stderr.startswith(words) and not Path("out").exists()


def test_a_strict_export_writes_nothing_where_something_is_lost(run: Run, formats: Path) -> None:
    result = run("--folder", formats, "export", "rivers.yaml", "--format", "titles", "--strict", "-o", "out.txt")
    assert (result.exit_code, result.stdout) == (2, "") and not Path("out.txt").exists()
    assert result.stderr == (
        "quiz simplified: the questions\nnothing written, as the format titles does not hold everything\n"
    )
    whole = run("export", "rivers.yaml", "--format", "yaml", "--strict", "-o", "out.yaml")
    assert whole.exit_code == 0 and Path("out.yaml").exists()


READER = """
from quizengine import Finding, Format, Quiz, Reading, TrueFalseQuestion, hookimpl

def lines(data, name, types):
    found = [Finding("found nothing", name, n) for n, line in enumerate(data.splitlines(), 1) if not line]
    asked = tuple(TrueFalseQuestion(stem=line.decode(), answer=True) for line in data.splitlines() if line)
    return Reading(Quiz("Lines", asked), tuple(found))

@hookimpl
def quizengine_formats():
    yield Format("lines", ".lines", read=lines)
    yield Format("nothing", ".nothing", read=lambda data, name, types: None)
"""


@pytest.fixture
def readers(tmp_path: Path) -> Path:
    """A working folder with a format of someone else that reads."""
    (tmp_path / "mine" / "plugins").mkdir(parents=True)
    (tmp_path / "mine" / "plugins" / "reader.py").write_text(READER)
    return tmp_path / "mine"


def test_a_file_in_another_format_becomes_a_bank(run: Run, readers: Path) -> None:
    Path("a.lines").write_text("The Elbe is a river.\nSo is the Rhine.\n")
    result = run("--folder", readers, "import", "a.lines", "-o", "bank.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "bank.yaml: 2 questions\n")
    assert run("check", "bank.yaml").exit_code == 0


def test_a_file_without_a_title_gives_the_bank_its_name(run: Run) -> None:
    Path("rivers.aiken").write_text("Which river?\nA. Elbe\nB. Po\nANSWER: A\n")
    result = run("import", "rivers.aiken")
    assert result.exit_code == 0 and "title: rivers\n" in result.stdout


def test_questions_that_cannot_be_imported_are_told_with_their_line(run: Run, readers: Path) -> None:
    Path("a.txt").write_text("The Elbe is a river.\n\nSo is the Rhine.\n")
    result = run("--folder", readers, "import", "a.txt", "--format", "lines")
    assert result.exit_code == 1 and result.stdout.count("type: true_false") == 2
    assert result.stderr == "error: a.txt:2: found nothing\n"


def test_what_cannot_be_imported_writes_nothing(run: Run, readers: Path) -> None:
    Path("a.nothing").write_text("x")
    Path("b.lines").write_text("\n")
    Path("c.unknown").write_text("x")
    told = [run("--folder", readers, "import", name, "-o", "out.yaml").stderr for name in ("a.nothing", "b.lines")]
    assert told == [
        "Error: a.nothing: format nothing: found NoneType, expected a Reading(…)\n",
        "error: b.lines:1: found nothing\nError: b.lines: found no question to import\n",
    ]
    unknown = run("import", "c.unknown", "-o", "out.yaml")
    assert unknown.exit_code == 1 and "found a file whose ending no format has, expected one of: " in unknown.stderr
    assert not Path("out.yaml").exists()


def test_the_schema_is_json_and_names_every_question_type(run: Run) -> None:
    schema = run("schema")
    assert schema.exit_code == 0 and json.loads(schema.stdout)["$defs"]
    for name in ("choice", "true_false", "numeric", "short_text", "cloze", "matching", "ordering"):
        assert f'"{name}"' in schema.stdout


def test_the_schema_in_the_documents_is_the_one_that_is_printed(run: Run, checkout: Path) -> None:
    assert (checkout / "docs" / "bank.schema.json").read_text("utf-8") == run("schema").stdout
