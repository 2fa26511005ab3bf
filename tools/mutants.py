"""Seed small faults into the engine and count those that the tests notice: `make mutants`.

A mutant is the engine with one number, condition or sign changed. Cosmic Ray makes it; this script draws a sample, runs
for each mutant the tests that execute the changed line, and lists the mutants that no test noticed. Each is a
threshold that nothing guards: write the test that fails for it, or remove the condition.

    python tools/mutants.py --count 60 --seed 1 --wings language quiz
"""

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

from covering_tests import CoveringTests, Project, collected, measure

WINGS = ("text", "language", "quiz", "extensions", "generation", "bank", "store")
TESTS = (*(f"tests/{wing}" for wing in WINGS), "tests/contract", "tests/desk", "plugins")
OPERATORS = (
    "NumberReplacer",
    "ReplaceComparisonOperator_Lt_LtE",
    "ReplaceComparisonOperator_LtE_Lt",
    "ReplaceComparisonOperator_Gt_GtE",
    "ReplaceComparisonOperator_GtE_Gt",
    "ReplaceComparisonOperator_Eq_NotEq",
    "ReplaceComparisonOperator_NotEq_Eq",
    "ReplaceComparisonOperator_Is_IsNot",
    "ReplaceComparisonOperator_IsNot_Is",
    "ReplaceAndWithOr",
    "ReplaceOrWithAnd",
    "ReplaceTrueWithFalse",
    "ReplaceFalseWithTrue",
    "ReplaceUnaryOperator_Delete_Not",
    "ReplaceBinaryOperator_Add_Sub",
    "ReplaceBinaryOperator_Sub_Add",
    "ReplaceBreakWithContinue",
    "ReplaceContinueWithBreak",
)


@dataclass(frozen=True)
class Exempt:
    """Lines that are not mutated, and why."""

    path: str
    """A regular expression; it has to match the end of the path."""
    line: str
    """A regular expression that a line has to contain."""
    reason: str


EXEMPT = (
    Exempt(r"usability/weights\.py", "", "fitted to verdicts; tools/fit_usability.py measures them"),
    Exempt(r"language/model/.*", "", "fitted or packed; tests compare whole analyses with those of the treebank"),
    Exempt(r"\.py", r"@dataclass\(", "tests/test_no_io.py reads every dataclass"),
    Exempt(r"\.py", r"lru_cache\(|maxsize=", "the size of a cache changes how fast something is, not what it is"),
    Exempt(r"\.py", r"# any number\b", "the comment says why any number would do"),
)
FIRST, MOST = 40, 1200
"""The number of tests run first, those that execute the fewest lines, and the most of all, some of the others added."""
SECONDS = 240
"""A mutant whose tests take longer hangs, which counts as noticed."""


@dataclass(frozen=True, order=True)
class Site:
    """A place where one operator can make a mutant: a path within the project, and a line counted from 1."""

    path: str
    line: int
    operator: str
    occurrence: int
    """The number of the place among those that this operator finds in the file, counted from 0."""

    @property
    def wing(self) -> str:
        """The wing of the package that holds the place."""
        return self.path.split("/")[1]


def sites(project: Project, path: str) -> Iterator[Site]:
    """Every place in a module where a mutant can be made, without the exempt lines."""
    code = (project.root / path).read_text("utf-8")
    rules = [rule for rule in EXEMPT if re.search(f"{rule.path}$", path)]
    spared = [any(re.search(rule.line, line) for rule in rules) for line in code.splitlines()]
    tree = get_ast(code)
    for name in OPERATORS:
        operator = get_operator(f"core/{name}")()
        places = (start for node in ast_nodes(tree) for start, _ in operator.mutation_positions(node))
        for occurrence, (line, _) in enumerate(places):
            if not spared[line - 1]:
                yield Site(path, line, name, occurrence)


def sample(project: Project, wings: Iterable[str], count: int, seed: int) -> list[Site]:
    """Draw so many places in each wing at random; the same seed draws the same places."""
    drawn: list[Site] = []
    for wing in wings:
        paths = project.modules(wing)
        found = sorted(site for path in paths for site in sites(project, path))
        drawn += random.Random(f"{seed} {wing}").sample(found, min(count, len(found)))
    return sorted(drawn)


def mutant(project: Project, site: Site) -> str:
    """The module with the fault seeded into it; empty where that changes nothing but an annotation, say."""
    code = (project.root / site.path).read_text("utf-8")
    changed = mutate_code(code, get_operator(f"core/{site.operator}")(), site.occurrence)
    return changed if changed is not None and not project.same_code(code, changed) else ""


def copied(project: Project, folder: Path) -> Project:
    """A copy of the project, to break."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in project.files():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(project.root / name, folder / name)
    return Project(folder, project.package, project.tests)


def noticed(project: Project, tests: list[str]) -> bool:
    """Return whether one of the tests fails, or takes too long; each of them has to exist."""
    listing = project.root / "covering-tests.txt"
    listing.write_text("\n".join(tests), "utf-8")
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", f"@{listing}"]
    settings = {**os.environ, "PYTHONPATH": str(project.root), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=project.root, env=settings, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def survivor(project: Project, site: Site, copy: Project, covering: CoveringTests) -> str:
    """The changed line of a mutant that no test notices; empty where a test does, or where there is no mutant."""
    changed = mutant(project, site)
    if not changed:
        return ""
    tests = covering.of(site.path, site.line)
    tests = tests[:FIRST] + tests[FIRST :: 1 + len(tests) // MOST]
    (copy.root / site.path).write_text(changed, "utf-8")
    try:
        if any(noticed(copy, some) for some in (tests[:FIRST], tests[FIRST:]) if some):
            return ""
    finally:
        shutil.copy(project.root / site.path, copy.root / site.path)
    line = re.sub(r"\s+", " ", changed.splitlines()[site.line - 1]).strip()
    return f"{site.path}:{site.line}: {site.operator}: {line}    [{len(tests)} tests]"


def survivors(project: Project, made: list[Site], jobs: int, covering: CoveringTests) -> Iterator[tuple[Site, str]]:
    """Give each mutant to its tests, in so many copies of the project at once; yield what no test notices."""
    copies: SimpleQueue[Project] = SimpleQueue()
    for number in range(jobs):
        copies.put(copied(project, project.work / f"copy-{number}"))

    def meet(site: Site) -> str:
        copy = copies.get()
        try:
            return survivor(project, site, copy, covering)
        finally:
            copies.put(copy)

    with ThreadPoolExecutor(jobs) as pool:
        for site, told in zip(made, pool.map(meet, made), strict=True):
            if told:
                yield site, told


def main() -> None:
    """Print the mutants that survive, and the score of each wing."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--count", type=int, default=60, help="mutants in each wing (default: 60)")
    ask.add_argument("--seed", type=int, default=1, help="another seed draws other mutants (default: 1)")
    ask.add_argument("--wings", nargs="+", default=WINGS, choices=WINGS)
    ask.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    ask.add_argument("--tests", nargs="+", default=TESTS, help="only these tests (default: those of every wing)")
    ask.add_argument("--measured", action="store_true", help="do not measure again which tests execute which lines")
    given = ask.parse_args()
    project = Project(Path(__file__).parents[1], "quizengine", tuple(given.tests))
    if not given.measured:
        measure(project)
    covering = CoveringTests(project, collected(project))
    made = sample(project, given.wings, given.count, given.seed)
    survived: Counter[str] = Counter()
    for site, told in survivors(project, made, given.jobs, covering):
        survived[site.wing] += 1
        print(told, flush=True)
    for wing in given.wings:
        total = sum(site.wing == wing for site in made)
        print(f"{wing}: {total - survived[wing]} of {total} noticed")


if __name__ == "__main__":
    main()
