"""start() brings everything together, and every engine stands on its own."""

import gc
import weakref
from pathlib import Path

import pytest

from quizengine import Article, PluginError, start
from quizengine.engine import Engine
from quizengine.generation.blueprint import Blueprint

SMALLEST = '''"""Gap every number in the text."""
from quizengine import ClozeQuestion, Fact, Generator, hookimpl

def find(article):
    for number in article.find(r"\\d[\\d,.]*\\d|\\d"):
        yield Fact("number", {"answer": number})

def ask(fact, others, rng):
    yield ClozeQuestion.around(fact.roles["answer"])

@hookimpl
def quizengine_generators():
    yield Generator("numbers", find, ask)
'''
ARTICLE = Article("It rained for 3 days. The river rose by 20 feet. Some 400 people fled.", "flood.txt")


def with_plugins(folder: Path, **files: str) -> Path:
    (folder / "plugins").mkdir(parents=True)
    for name, text in files.items():
        (folder / "plugins" / f"{name}.py").write_text(text, "utf-8")
    return folder


def asked_by(engine: Engine, generator: str) -> list[str]:
    questions = engine.draft(ARTICLE).quiz.questions
    return [question.id for question in questions if question.origin and question.origin.generator == generator]


def test_what_is_shipped_is_there_without_a_fault() -> None:
    engine = start(strict=True)
    assert engine.findings == () and engine.folder is None
    shipped = {"numeric_recall", "quote_attribution", "cause_and_effect", "fact_recall", "key_terms"}
    assert shipped <= set(engine.registry.generators)
    assert "yaml" in engine.registry.formats and engine.registry.checks


def test_the_smallest_plugin_adds_its_questions_and_changes_no_other(tmp_path: Path) -> None:
    engine = start(with_plugins(tmp_path, numbers=SMALLEST), strict=True)
    assert len(asked_by(start(tmp_path, only=["numbers"]), "numbers")) == 3
    for name in start().registry.generators:
        assert asked_by(start(tmp_path, only=[name]), name) == asked_by(start(only=[name]), name)
    by_default = (name for name, generator in engine.registry.generators.items() if generator.by_default)
    assert [generator.name for generator in engine.generators] == sorted(by_default)


def test_a_broken_plugin_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    engine = start(with_plugins(tmp_path, broken="def f(:\n", numbers=SMALLEST))
    [finding] = engine.findings
    assert str(finding).startswith(
        f"{tmp_path}/plugins/broken.py:1: plugin broken cannot be loaded: raised SyntaxError"
    )
    assert "numbers" in engine.registry.generators


def test_strict_makes_every_fault_an_error(tmp_path: Path) -> None:
    with_plugins(tmp_path, broken="def f(:\n", other="raise SystemExit\n")
    with pytest.raises(PluginError) as fault:
        start(tmp_path, strict=True)
    assert [line.split(": ")[1] for line in str(fault.value).splitlines()] == [
        "plugin broken cannot be loaded",
        "plugin other cannot be loaded",
    ]


def test_two_engines_in_one_process_are_independent(tmp_path: Path) -> None:
    one = start(with_plugins(tmp_path / "one", mine=SMALLEST), only=["numbers"])
    two = start(with_plugins(tmp_path / "two", mine=SMALLEST.replace('"numbers"', '"figures"')))
    assert "numbers" in one.registry.generators and "numbers" not in two.registry.generators
    assert "figures" in two.registry.generators and "figures" not in one.registry.generators
    assert one.findings == two.findings == () and "numbers" not in start().registry.generators


def test_the_same_file_in_two_folders_works_in_both(tmp_path: Path) -> None:
    ids = [asked_by(start(with_plugins(tmp_path / n, mine=SMALLEST), only=["numbers"]), "numbers") for n in ("a", "b")]
    assert ids[0] == ids[1] and len(ids[0]) == 3


def test_plugins_of_the_folder_one_stands_in_are_not_loaded_unasked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(with_plugins(tmp_path, numbers=SMALLEST))
    assert "numbers" not in start().registry.generators


def test_a_clash_with_what_is_shipped_names_both_and_keeps_the_shipped_one(tmp_path: Path) -> None:
    engine = start(with_plugins(tmp_path, mine=SMALLEST.replace('"numbers"', '"numeric_recall"')))
    assert [str(finding) for finding in engine.findings] == [
        "generator numeric_recall is offered twice, by numeric_recall and by mine; "
        "the one of numeric_recall is used: rename one"
    ]


def test_only_the_generators_named_are_switched_on() -> None:
    assert [generator.name for generator in start(only=["quote_attribution"]).generators] == ["quote_attribution"]
    with pytest.raises(PluginError, match="found no generator quotes, expected one of: cause_and_effect, "):
        start(only=["quotes"])


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("x = 1\nraise ValueError('no luck')\n", "mine.py could not be loaded: raised ValueError: no luck (line 2)"),
        ("x = 1\nf(\n", "mine.py could not be loaded: raised SyntaxError: '(' was never closed (mine.py, line 2)"),
        ("x = 1\n", "mine.py could not be loaded: found no hook, expected one of quizengine_generators, "),
        (
            SMALLEST.replace("find, ask", "find, ask, nonsense=1"),
            "hook quizengine_generators: failed at plugins/mine.py, line 13: TypeError: ",
        ),
    ],
)
def test_where_a_named_generator_is_missing_what_could_not_be_loaded_is_said(
    tmp_path: Path, code: str, words: str
) -> None:
    folder = with_plugins(tmp_path, mine=code)
    with pytest.raises(PluginError) as caught:
        start(folder, only=["numbers"])
    assert str(caught.value).startswith("found no generator numbers, expected one of: cause_and_effect, ")
    assert words in str(caught.value).partition("; ")[2] and str(caught.value).count("line 2") <= 1


def test_a_folder_of_plugins_that_names_none_is_said_to_be_at_fault_too(tmp_path: Path) -> None:
    (tmp_path / "plugins" / "mine").mkdir(parents=True)
    (tmp_path / "plugins" / "mine" / "mine.py").write_text(SMALLEST, "utf-8")
    with pytest.raises(PluginError, match=r"; mine could not be loaded: found Python files but no pyproject\.toml"):
        start(tmp_path, only=["numbers"])


def test_a_draft_is_the_same_for_the_same_article_and_seed(troops: Article) -> None:
    engine = start()
    plan = Blueprint(least=0)
    drafts = [engine.draft(Article(troops.text, troops.name), 5, seed, plan) for seed in (0, 0, 1)]
    assert drafts[0] == drafts[1] and len(drafts[0].quiz.questions) == 5
    assert drafts[0].quiz.id != drafts[2].quiz.id


def test_nothing_of_an_article_is_kept_once_its_draft_is_gone() -> None:
    article = Article(
        "Three Lakes\n\nLena Orr, a geologist, opened 12 schools in Norway in 1931 because pupils asked.\n"
    )
    kept = weakref.ref(article)
    assert start().draft(article).refusals
    del article
    gc.collect()
    assert kept() is None


def test_a_draft_has_the_article_s_title_and_its_hash(troops: Article) -> None:
    quiz = start().draft(troops).quiz
    assert troops.title is not None and quiz.title == troops.title.text
    assert quiz.article is not None and (quiz.article.sha256, quiz.article.file) == (troops.sha256, troops.name)


def test_a_draft_on_an_untitled_article_is_called_by_its_file_or_quiz() -> None:
    assert start().draft(ARTICLE).quiz.title == "flood"
    assert start().draft(Article("It rained.")).quiz.title == "Quiz"


CHECKS = """
from quizengine import Check, hookimpl

def broken(question, article):
    raise ValueError("no luck")

def twenty(question, article):
    if "20" in getattr(question, "text", ""):
        yield "20 is too many"

@hookimpl
def quizengine_checks():
    yield Check("broken", broken, "Nothing.")
    yield Check("not-twenty", twenty, "Twenty is too many.")
"""


def test_a_question_that_fails_a_check_becomes_a_refusal_and_a_check_that_raises_is_told_once(tmp_path: Path) -> None:
    draft = start(with_plugins(tmp_path, numbers=SMALLEST, checks_of_mine=CHECKS), only=["numbers"]).draft(ARTICLE)
    assert len(draft.quiz.questions) == 2
    [refusal] = draft.refusals
    assert refusal.span.text == "The river rose by 20 feet." and "not-twenty: 20 is too many" in refusal.reason
    assert [str(finding) for finding in draft.findings] == [
        "check broken: plugin checks_of_mine failed at plugins/checks_of_mine.py, line 5: ValueError: no luck; "
        "what it looks for was not checked"
    ]


def test_evidence_that_does_not_stand_in_the_article_keeps_a_question_out(tmp_path: Path) -> None:
    lying = SMALLEST.replace(
        "    yield ClozeQuestion",
        "    from dataclasses import replace\n    from quizengine import Evidence\n"
        '    yield replace(ClozeQuestion.around(fact.roles["answer"]), evidence=Evidence(0, 4, "Rain"))\n'
        "    yield ClozeQuestion",
    )
    draft = start(with_plugins(tmp_path, lying=lying), only=["numbers"]).draft(ARTICLE)
    assert len(draft.refusals) == 3 and all(question.evidence for question in draft.quiz.questions)
    assert all(question.evidence.holds_in(ARTICLE) for question in draft.quiz.questions if question.evidence)
