"""`generate` and `facts`: banks and facts from articles."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import Result

from quizengine import Article, start
from quizengine.extensions.shipped import shipped_folder
from quizengine.generation.blueprint import LEAST
from quizengine.plurals import with_number

Run = Callable[..., Result]
Process = Callable[..., "subprocess.CompletedProcess[bytes]"]

FLOOD = "It rained for 3 days. The river rose by 20 feet. Some 400 people fled."


def test_the_same_bytes_come_from_every_process(process: Process, article: Path) -> None:
    banks = [process("generate", article, "--seed", "4", hash_seed=seed) for seed in ("0", "1", "4242")]
    assert banks[0].returncode == 0 and banks[0].stderr == b""
    assert banks[0].stdout == banks[1].stdout == banks[2].stdout
    assert banks[0].stdout.startswith(b"format: quizengine/1\n")


def test_the_same_facts_come_from_every_process(process: Process, article: Path) -> None:
    facts = [process("facts", article, "--format", "jsonl", hash_seed=seed).stdout for seed in ("1", "77")]
    assert facts[0] == facts[1] and facts[0]


def test_a_bank_read_back_is_the_quiz_that_was_made(run: Run, article: Path) -> None:
    assert run("generate", article, "-o", "troops.yaml").exit_code == 0
    reading = start().read_bank("troops.yaml")
    assert reading.findings == ()
    assert reading.quiz == start().draft(Article.from_bytes(article.read_bytes(), str(article))).quiz


def test_a_quiz_may_be_made_for_students_who_write_numbers_otherwise(run: Run, article: Path) -> None:
    assert "locale: de\n" in run("generate", article, "--locale", "de").stdout
    assert "locale:" not in run("generate", article, "--locale", "en").stdout


def test_a_locale_that_nobody_knows_is_told_with_the_nearest(run: Run, article: Path) -> None:
    result = run("generate", article, "--locale", "de_DE")
    assert result.exit_code == 2 and "found de_DE, which nobody knows; did you mean de-DE?" in result.stderr
    assert "such as de, fr or pt-BR" in run("generate", article, "--locale", "klingon").stderr


@pytest.mark.parametrize("name", ["north-korean-troops", "river-eels", "harbour-railway"])
def test_the_checks_find_nothing_in_what_was_made(run: Run, name: str) -> None:
    bank = run("generate", shipped_folder("seeds") / f"{name}.txt").stdout
    result = run("check", "-", given=bank)
    assert result.exit_code == 0 and result.stdout == "" and "; 0 errors, 0 warnings" in result.stderr


def test_an_article_may_come_from_standard_input(run: Run, article: Path) -> None:
    piped, named = run("generate", "-", given=article.read_bytes()), run("generate", article)
    assert piped.exit_code == 0
    [only_in_named] = set(named.stdout.splitlines()) - set(piped.stdout.splitlines())
    assert only_in_named.startswith("  file: ") and str(article) in only_in_named
    assert set(piped.stdout.splitlines()) < set(named.stdout.splitlines())


def test_a_bank_from_standard_input_goes_into_a_folder_under_a_name_of_its_own(run: Run, numbers: Path) -> None:
    result = run("--folder", numbers, "generate", "-", "-o", "out/", "--only", "numbers", given=FLOOD)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "out/quiz.yaml: 2 questions\n")


def test_several_articles_go_into_a_folder_one_bank_each(run: Run, numbers: Path) -> None:
    for name in ("flood", "storm"):
        Path(f"{name}.txt").write_text(FLOOD)
    result = run("--folder", numbers, "generate", "flood.txt", "storm.txt", "-o", "out/new/", "--only", "numbers")
    assert result.exit_code == 0
    assert sorted(path.name for path in Path("out/new").iterdir()) == ["flood.yaml", "storm.yaml"]
    assert result.stderr == "out/new/flood.yaml: 2 questions\nout/new/storm.yaml: 2 questions\n"


def test_what_was_edited_in_a_bank_is_kept_beside_the_new_one(run: Run, article: Path) -> None:
    bank, before = Path("troops.yaml"), Path("troops.yaml.before")
    run("generate", article, "-o", bank)
    assert run("generate", article, "-o", bank).stderr.count(".before") == 0 and not before.exists()
    bank.write_text(edited := bank.read_text() + "# mine\n")
    assert (
        "troops.yaml: the file that was there is kept as troops.yaml.before"
        in run("generate", article, "-o", bank).stderr
    )
    assert before.read_text() == edited and "# mine" not in bank.read_text()


def test_an_existing_folder_needs_no_slash(run: Run, article: Path) -> None:
    Path("banks").mkdir()
    assert run("generate", article, "-o", "banks").exit_code == 0
    assert [path.name for path in Path("banks").iterdir()] == ["north-korean-troops.yaml"]


def test_what_is_wrong_with_one_article_does_not_keep_the_others_from_being_done(run: Run, numbers: Path) -> None:
    Path("dull.txt").write_text("It rained. It stopped.")
    Path("empty.txt").touch()
    Path("flood.txt").write_text(FLOOD)
    result = run("--folder", numbers, "generate", "dull.txt", "empty.txt", "none.txt", "flood.txt", "-o", "out/")
    assert result.exit_code == 1
    assert [path.name for path in Path("out").iterdir()] == ["flood.yaml"]
    assert result.stderr.splitlines()[1:] == [
        "Error: dull.txt: found nothing certain enough to ask; --explain lists what was refused and why",
        "empty.txt: found no words, expected the text of an article",
        "none.txt: cannot be read: there is no such file; check the spelling and the folder",
    ]


def test_an_article_that_no_bank_can_hold_is_named_and_the_others_are_done(run: Run, numbers: Path) -> None:
    Path("giant.txt").write_text(f"{'bridge' * 20_000}\n\n{FLOOD}")
    Path("flood.txt").write_text(FLOOD)
    result = run("--folder", numbers, "generate", "giant.txt", "flood.txt", "-o", "out/")
    assert result.exit_code == 1 and [path.name for path in Path("out").iterdir()] == ["flood.yaml"]
    assert "giant.txt: found a text of 120,000 characters" in result.stderr


def test_nothing_certain_is_a_clear_line_and_no_bank(run: Run) -> None:
    Path("dull.txt").write_text("It rained. It stopped.")
    result = run("generate", "dull.txt", "-o", "dull.yaml")
    assert (result.exit_code, result.stdout) == (1, "") and not Path("dull.yaml").exists()
    assert result.stderr == (
        "Error: dull.txt: found nothing certain enough to ask; --explain lists what was refused and why\n"
    )


def test_where_a_generator_fails_its_line_is_named_and_the_article_is_not_blamed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine" / "plugins").mkdir(parents=True)
    (tmp_path / "mine" / "plugins" / "colours.py").write_text(COLOURS)
    Path("dull.txt").write_text("It rained. It stopped.")
    result = run("--folder", "mine", "generate", "dull.txt", "--only", "colours")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "error: generator colours, find: plugin colours failed at plugins/colours.py, line 4: KeyError: 'x'; "
        "its other questions are left out",
        "Error: dull.txt: no question was made, as colours failed; the error above says where",
    ]


COLOURS = """from quizengine import Generator, hookimpl

def find(article):
    return sorted([3, 1], key=lambda one: {}["x"])

def ask(fact, others, rng):
    return ()

@hookimpl
def quizengine_generators():
    yield Generator("colours", find, ask)
"""


def test_the_help_tells_the_bar_that_a_quiz_has_by_default(run: Run) -> None:
    assert f"(if not given: {LEAST})" in " ".join(run("generate", "--help").stdout.split())


def test_a_bar_that_nothing_passes_is_told_from_an_article_without_a_question(run: Run) -> None:
    Path("bridge.txt").write_text("The Harlow Bridge\n\nThe Harlow Bridge carries 4,200 cars a day.")
    unlikely = run("generate", "bridge.txt", "--least", "1")
    assert unlikely.exit_code == 1
    assert "could be asked, but none that is likely enough to be usable as it stands" in unlikely.stderr
    hard = run("generate", "bridge.txt", "--least", "0", "--difficulty", "hard")
    assert hard.exit_code == 1
    assert "that could be asked, but none that fits the options; --explain gives the reasons" in hard.stderr


def test_explain_lists_what_was_refused_by_rule_place_and_reason(run: Run, numbers: Path) -> None:
    Path("flood.txt").write_text(FLOOD)
    result = run("--folder", numbers, "generate", "flood.txt", "--only", "numbers", "--explain", "-o", "flood.yaml")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "flood: asked 2, refused 1",
        "  asked    Fill the gap as the article has it.: taken: medium (0.56) by numbers",
        "  asked    Fill the gap as the article has it.: taken: medium (0.56) by numbers",
        "  refused small at 14: “3”: one digit",
        "flood.yaml: 2 questions",
    ]


def test_explain_leaves_the_bank_as_it_is(run: Run, article: Path) -> None:
    plain, explained = run("generate", article), run("generate", article, "--explain")
    assert plain.stdout == explained.stdout and plain.stderr == "" != explained.stderr


@pytest.mark.parametrize("count", [1, 3])
def test_the_count_is_a_limit(run: Run, article: Path, count: int) -> None:
    result = run("generate", article, "--count", count, "-o", "troops.yaml")
    assert result.stderr == f"troops.yaml: {with_number(count, 'question')}\n"
    assert len(start().read_bank("troops.yaml").quiz.questions) == count


def test_another_seed_makes_another_choice(run: Run, article: Path) -> None:
    banks = {run("generate", article, "--count", "4", "--seed", seed).stdout for seed in range(5)}
    assert len(banks) == 5


def test_only_one_generator_is_used_when_asked_for(run: Run, article: Path) -> None:
    bank = run("generate", article, "--only", "quote_attribution", "-o", "quotes.yaml")
    assert bank.exit_code == 0
    origins = {q.origin.generator for q in start().read_bank("quotes.yaml").quiz.questions if q.origin}
    assert origins == {"quote_attribution"}


def test_facts_as_json_are_one_object_for_each_article_with_spans_of_its_text(run: Run, article: Path) -> None:
    Path("dull.txt").write_text("It rained.")
    result = run("facts", article, "dull.txt", "--format", "jsonl")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0 and [row["path"] for row in rows] == [str(article), "dull.txt"]
    assert rows[1]["facts"] == []
    text = article.read_text("utf-8")
    spans = [value for fact in rows[0]["facts"] for value in fact.values() if isinstance(value, dict)]
    assert len(spans) > 20 and all(text[span["start"] : span["end"]] == span["text"] for span in spans)
    assert {"quotation", "causal", "quantity"} <= {fact["kind"] for fact in rows[0]["facts"]}


FIELDS = {
    "quotation": {"quote", "speaker", "name", "cue"},
    "causal": {"cause", "effect", "signal"},
    "quantity": {"amount", "low", "high", "unit", "approximate"},
}


def test_the_three_kinds_have_the_fields_that_are_promised(run: Run, article: Path) -> None:
    [row] = map(json.loads, run("facts", article, "--format", "jsonl").stdout.splitlines())
    assert {fact["kind"] for fact in row["facts"]} >= set(FIELDS)
    for fact in row["facts"]:
        assert FIELDS.get(fact["kind"], set()) <= set(fact) and {"kind", "generator"} <= set(fact)


def test_facts_as_text_are_a_line_each(run: Run, numbers: Path) -> None:
    Path("flood.txt").write_text(FLOOD)
    result = run("--folder", numbers, "facts", "flood.txt", "--only", "numbers")
    assert result.stdout == "flood.txt: number: answer=“20”@40\nflood.txt: number: answer=“400”@54\n"


def test_an_article_that_cannot_be_read_is_told_after_the_facts_of_the_others(run: Run, numbers: Path) -> None:
    Path("flood.txt").write_text(FLOOD)
    result = run("--folder", numbers, "facts", "none.txt", "flood.txt", "--only", "numbers")
    assert result.exit_code == 1 and result.stdout.count("number") == 2 and "none.txt: cannot be read" in result.stderr


def test_a_blueprint_limits_a_generator_and_the_difficulty(run: Run, numbers: Path) -> None:
    Path("flood.txt").write_text(
        "It rained for 30 of 40 days. The river rose by 20 feet. Some 400 people fled the town."
    )
    made = ("--folder", numbers, "generate", "flood.txt", "--only", "numbers", "-o", "flood.yaml")
    assert run(*made).stderr.endswith("flood.yaml: 3 questions\n")
    assert run(*made, "--most", "numbers=2").stderr.endswith("flood.yaml: 2 questions\n")
    assert run(*made, "--one-a-sentence", "--explain").exit_code == 0
    assert run(*made, "--difficulty", "easy").exit_code == 1


@pytest.mark.parametrize("most", ["numbers", "numbers=", "numbers=many", "=3", "nobody=3"])
def test_a_limit_that_names_no_generator_or_number_is_a_wrong_call(run: Run, numbers: Path, most: str) -> None:
    Path("flood.txt").write_text("The river rose by 20 feet.")
    assert run("--folder", numbers, "generate", "flood.txt", "--most", most).exit_code == 2


def test_a_quiz_that_is_shorter_than_wanted_says_why(run: Run, numbers: Path) -> None:
    Path("flood.txt").write_text("The river rose by 20 feet.")
    result = run("--folder", numbers, "generate", "flood.txt", "--only", "numbers", "--count", "5")
    assert result.exit_code == 0
    assert "flood.txt: 1 question instead of 5: nothing else is certain enough to ask" in result.stderr


def test_facts_as_dot_are_a_graph_of_what_led_to_what(run: Run) -> None:
    Path("frost.txt").write_text("A frost in May led to a strike at the mill.")
    result = run("facts", "frost.txt", "--format", "dot")
    assert result.exit_code == 0
    assert result.stdout.startswith("digraph causes {") and 'label="A frost in May"' in result.stdout
    assert 'label="led to"' in result.stdout


def test_facts_as_a_picture_are_svg_with_every_cause_and_effect(run: Run) -> None:
    if shutil.which("dot") is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(
            "found no program “dot” for this test: install Graphviz (on Debian: apt-get install graphviz)"
        )
    Path("frost.txt").write_text("A frost in May led to a strike at the mill.")
    result = run("facts", "frost.txt", "--format", "svg")
    assert result.exit_code == 0
    words = [text.text for text in ElementTree.fromstring(result.stdout).iter("{http://www.w3.org/2000/svg}text")]
    assert words == ["frost.txt", "a strike at the mill", "A frost in May", "led to"]


def test_without_graphviz_a_picture_says_how_to_get_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("frost.txt").write_text("A frost in May led to a strike at the mill.")
    monkeypatch.setenv("PATH", "")
    result = run("facts", "frost.txt", "--format", "svg")
    assert result.exit_code == 1 and result.stdout == ""
    assert "found no program “dot”" in result.stderr and "apt-get install graphviz" in result.stderr


def test_a_picture_shows_one_article(run: Run) -> None:
    result = run("facts", "a.txt", "b.txt", "--format", "svg")
    assert result.exit_code == 2 and "One picture shows one article, found 2" in result.stderr


def let_it_sleep(folder: Path, seconds: float) -> None:
    """Make the plugin that gaps numbers sleep before each question."""
    plugin = folder / "plugins" / "numbers.py"
    sleep = f"    import time; time.sleep({seconds})\n"
    plugin.write_text(plugin.read_text().replace("    yield Cloze", f"{sleep}    yield Cloze"))


def test_an_article_that_takes_too_long_gives_what_was_found_so_far_and_says_so(run: Run, numbers: Path) -> None:
    plugin = numbers / "plugins" / "numbers.py"
    plugin.write_text(
        plugin.read_text().replace("    yield Cloze", "    import time; time.sleep(0.2)\n    yield Cloze")
    )
    Path("long.txt").write_text(" ".join(f"Some {number} people fled." for number in range(100, 200)))
    result = run("--folder", numbers, "generate", "long.txt", "-o", "long.yaml", "--only", "numbers", "--budget", "4")
    assert result.exit_code == 0
    [warning] = [line for line in result.stderr.splitlines() if line.startswith("warning: ")]
    said = r"long.txt: not complete, as an article may take 4 seconds: numbers had asked about (\d+) of 100 facts"
    found = re.fullmatch(f"warning: {said}", warning)
    assert found is not None
    assert 0 < len(start().read_bank("long.yaml").quiz.questions) <= int(found[1])


def test_an_article_on_which_nothing_is_asked_in_time_is_named(run: Run, numbers: Path) -> None:
    Path("flood.txt").write_text(FLOOD)
    result = run("--folder", numbers, "generate", "flood.txt", "-o", "out/", "--only", "numbers", "--budget", "0.00001")
    assert result.exit_code == 1
    assert "flood.txt: the time was up before anything could be asked; allow more with --budget" in result.stderr


@pytest.mark.parametrize("seconds", ["0", "-1", "soon"])
def test_a_budget_is_a_number_of_seconds(run: Run, article: Path, seconds: str) -> None:
    assert run("generate", article, "--budget", seconds).exit_code == 2
