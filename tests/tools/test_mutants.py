"""Seeded faults: the sample is the same each time, a guarded line is noticed, and an unguarded one is listed."""

import subprocess

import pytest

pytest.importorskip("cosmic_ray", reason="make mutants installs it")
pytest.importorskip("pytest_cov", reason="make mutants installs it")

from covering_tests import CoveringTests, Project, collected, measure
from mutants import mutant, sample, sites, survivors

SIZES = '''"""Sizes of texts."""

_LONGEST = 3
LIMITS = (_LONGEST, 60)


def is_long(words):
    return len(words) > LIMITS[0]


def is_short(words):
    return len(words) < 2


def is_any(words):
    return len(words) < 90  # any number that is large


def never_run(words):
    return len(words) == 7
'''
TESTS = """from engine.quiz.sizes import is_any, is_long, is_short

def test_long():
    assert is_long("abcd") and not is_long("abc")

def test_short():
    assert is_short("") and not is_short("abc")
"""
PATH = "engine/quiz/sizes.py"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project of one module, of which one function is tested well."""
    root = tmp_path_factory.mktemp("project")
    (root / "tests").mkdir()
    (root / PATH).parent.mkdir(parents=True)
    (root / PATH).write_text(SIZES)
    (root / "tests" / "test_sizes.py").write_text(TESTS)
    (root / ".gitignore").write_text("build\n__pycache__\n")
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    return Project(root, "engine", ("tests",))


def test_the_same_seed_draws_the_same_places(project: Project) -> None:
    drawn = [sample(project, ["quiz"], 4, seed) for seed in (1, 1, 2)]
    assert len(drawn[0]) == 4 and drawn[0] == drawn[1] != drawn[2]
    assert sample(project, ["quiz"], 1000, 1) == sorted(sites(project, PATH))


def test_a_line_that_says_that_any_number_will_do_is_left_alone(project: Project) -> None:
    lines = {site.line for site in sites(project, PATH)}
    assert {3, 4, 8, 12, 20} == lines


def test_a_guarded_fault_is_noticed_and_the_others_are_listed(project: Project) -> None:
    measure(project)
    covering = CoveringTests(project, collected(project))
    assert covering.of(PATH, 8) == ["tests/test_sizes.py::test_long"] == covering.of(PATH, 3)  # by way of LIMITS
    assert len(covering.of(PATH, 20)) == 2  # which nothing executes: all tests of the module
    wanted = [site for site in sites(project, PATH) if site.line != 4]
    found = {
        (site.line, mutant(project, site).splitlines()[site.line - 1].strip())
        for site, _ in survivors(project, wanted, 1, covering)
    }
    assert {line for line, _ in found} == {12, 20}
    assert (12, "return len(words) <= 2") in found
    assert (project.work / "copy-0" / PATH).read_text() == SIZES
