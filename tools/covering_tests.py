"""Finds the tests that execute a line of the package, as coverage.py measures it."""

import ast
import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coverage import CoverageData

_STEPS = 4
"""The most constants made of one another until a function reads the last one."""


@dataclass(frozen=True)
class Project:
    """A checkout, the name of its package, and where its tests are."""

    root: Path
    package: str
    tests: tuple[str, ...]

    @property
    def work(self) -> Path:
        """The folder for what is measured, and for copies."""
        return self.root / "build" / "mutants"

    def modules(self, wing: str = "") -> list[str]:
        """The modules of the package, or of one of its wings: paths within the project."""
        return sorted(str(path.relative_to(self.root)) for path in (self.root / self.package / wing).rglob("*.py"))

    def files(self) -> list[str]:
        """The files that git has, or would add, of those that exist."""
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=self.root, capture_output=True, check=True).stdout.decode()
        return [name for name in listed.split("\0") if name and (self.root / name).is_file()]

    @staticmethod
    def same_code(one: str, other: str) -> bool:
        """Return whether two modules do the same, as far as their syntax tells."""
        return ast.dump(ast.parse(one)) == ast.dump(ast.parse(other))


def _settings(project: Project) -> dict[str, str]:
    """The environment of a run: options that somebody gave to pytest for another one would change what it prints."""
    return {**os.environ, "PYTHONPATH": str(project.root), "PYTEST_ADDOPTS": ""}


def measure(project: Project) -> None:
    """Run all tests once, and keep which lines each of them executes."""
    project.work.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "pytest", "-q", f"--cov={project.package}", "--cov-context=test", "--cov-report="]
    settings = {**_settings(project), "COVERAGE_FILE": str(project.work / "coverage")}
    done = subprocess.run([*command, *project.tests], cwd=project.root, env=settings, check=False)
    if done.returncode:
        raise SystemExit("A test fails without any mutant; mend that first.")


def collected(project: Project) -> frozenset[str]:
    """The tests that there are: what a measurement names but pytest no longer finds cannot notice anything."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", *project.tests]
    done = subprocess.run(command, cwd=project.root, env=_settings(project), capture_output=True, text=True, check=True)
    return frozenset(line for line in done.stdout.splitlines() if "::" in line)


class CoveringTests:
    """The tests that execute the lines of a package, by the last measurement."""

    def __init__(self, project: Project, known: Collection[str]) -> None:
        self._root = project.root
        self._lines: dict[str, dict[int, set[str]]] = {}
        self._size: Counter[str] = Counter()
        data = CoverageData(str(project.work / "coverage"))
        data.read()
        for file in data.measured_files():
            lines = {
                line: {test.removesuffix("|run") for test in tests if test.endswith("|run")}.intersection(known)
                for line, tests in data.contexts_by_lineno(file).items()
            }
            self._lines[str(Path(file).relative_to(project.root))] = lines
            for tests in lines.values():
                self._size.update(tests)
        self._used = _uses(project)

    def of(self, path: str, line: int) -> list[str]:
        """The tests that execute a line, those first that execute the least of the package.

        For a constant these are the tests that execute a line that reads it, or reads what is made of it; where there
        is none, all that execute anything of the module.
        """
        lines = self._lines.get(path, {})
        found = lines.get(line) or self._readers(path, line) or set().union(*lines.values())
        return sorted(found, key=lambda test: (self._size[test], test))

    def _readers(self, path: str, line: int) -> set[str]:
        found: set[str] = set()
        seen, places = {(path, line)}, {(path, line)}
        for _ in range(_STEPS):
            names = {name for place in places for name in _assigned(self._root / place[0], place[1])}
            places = {place for name in names for place in self._used.get(name, ())} - seen
            seen |= places
            found |= {test for where, number in places for test in self._lines.get(where, {}).get(number, ())}
        return found


def _uses(project: Project) -> Mapping[str, set[tuple[str, int]]]:
    """The places where each name is read: paths and lines."""
    used: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for path in project.modules():
        for node in ast.walk(ast.parse((project.root / path).read_text("utf-8"))):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                used[node.id].add((path, node.lineno))
            elif isinstance(node, ast.Attribute):
                used[node.attr].add((path, node.end_lineno or node.lineno))
    return used


@cache
def _assignments(path: Path) -> tuple[tuple[int, int, frozenset[str]], ...]:
    return tuple(_assigned_names(ast.parse(path.read_text("utf-8"))))


def _assigned_names(tree: ast.Module) -> Iterator[tuple[int, int, frozenset[str]]]:
    """The first and last line of each assignment outside functions, and the names that it gives a value."""
    bodies = [tree.body, *(node.body for node in tree.body if isinstance(node, ast.ClassDef))]
    for node in (node for body in bodies for node in body):
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = frozenset(each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name))
            yield node.lineno, node.end_lineno or node.lineno, names


def _assigned(path: Path, line: int) -> frozenset[str]:
    """The names that the statement at a line gives a value, where that is a constant."""
    return frozenset().union(*(names for first, last, names in _assignments(path) if first <= line <= last))
