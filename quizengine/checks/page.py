"""The checks in words: single ones for `quizengine check --explain`, and all of them as the page docs/checks.md."""

from collections.abc import Iterable, Mapping

from quizengine.extensions.records import Check

_HEAD = """\
# Checks

Every question, generated or written by hand, is checked against these rules. `quizengine check BANK` reports what they
find; a generated question with an error is never asked. `quizengine check --explain all` prints this page.

- An **error** keeps a question out of every generated quiz.
- A **warning** is for its author to judge; of several ways to ask about a fact, one without a warning is preferred.
- A **note** may help, but changes nothing.

To keep something that a rule reports, silence the finding in the bank file, above the question or inside it, with your
reason: `# quizengine: ignore[negative-unmarked] the exam asks it so`. Before the first question, it applies to the
whole file.

Hits and misses are written on one line: `=` before each key, `~` before each distractor; `#` before a number, with the
accepted bounds and its unit; `>` before typed words, separated by `|`; `{…}` around a gap; `::` before pairs; `@`
before the words of evidence; `[made]` before a generated question; `//` between two questions of one quiz.
"""


def looks_for(check: Check) -> str:
    """Return what a check looks for, from the first line of its function."""
    words = ((check.between or check.look).__doc__ or check.why).strip().splitlines()[0]
    return words.removeprefix("Say so when ").removesuffix(".")


def explain_check(check: Check) -> str:
    """One check in full, for a terminal."""
    said = looks_for(check)
    lines = [
        f"{check.name} ({check.level})",
        f"  Found when {said}.",
        f"  Why: {check.why}",
        f"  Authority: {check.authority}" if check.authority else "",
        f"  Hit:  {check.hit}" if check.hit else "",
        f"  Miss: {check.miss}" if check.miss else "",
    ]
    return "\n".join(line for line in lines if line)


def checks_page(families: Mapping[str, Iterable[Check]]) -> str:
    """All checks as a page in Markdown, a table for each family."""
    tables = (_table(name, tuple(checks)) for name, checks in families.items())
    return "\n".join([_HEAD, *(table for table in tables if table)])


def _table(name: str, checks: tuple[Check, ...]) -> str:
    if not checks:
        return ""
    rows = [
        f"| `{check.name}` | {check.level} | {_cell(looks_for(check))} | {_cell(check.hit)} | {_cell(check.miss)} "
        f"| {_cell(check.why)} {_cell(check.authority)} |"
        for check in checks
    ]
    head = "| check | level | found when | hit | miss | why, and by whose authority |\n|---|---|---|---|---|---|"
    return "\n".join([f"## {name}", "", head, *rows, ""])


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
