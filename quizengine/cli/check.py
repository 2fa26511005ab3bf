"""The command `check`: a linter for banks that shows where faults are, explains them, and repairs some of them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from quizengine import __version__
from quizengine.cli.commands import Settings, in_progress, print_text
from quizengine.errors import BankError
from quizengine.plurals import with_number

if TYPE_CHECKING:
    from quizengine.engine import Engine
    from quizengine.extensions.records import Check, Finding

_LEVELS = ("error", "warning", "note")


@click.command(short_help="Report every fault in a bank with its place.")
@click.argument("banks", nargs=-1, metavar="BANK...")
@click.option("--explain", metavar="NAME", help="Explain a check; `all` prints the page of all checks.")
@click.option("--select", multiple=True, metavar="NAME", help="Report only these checks (names separated by commas).")
@click.option("--ignore", multiple=True, metavar="NAME", help="Do not report these checks (names separated by commas).")
@click.option("--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", show_default=True)
@click.option(
    "--fix", is_flag=True, help="Repair what can be repaired without changing the meaning, and list the repairs."
)
@click.option(
    "--fail-on",
    type=click.Choice(_LEVELS),
    default="error",
    show_default=True,
    help="The lowest level that gives exit code 1.",
)
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved, until Ctrl-C.")
@click.pass_obj
def check(
    settings: Settings,
    banks: tuple[str, ...],
    explain: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    form: str,
    fix: bool,
    fail_on: str,
    watch: bool,
) -> None:
    """Report every fault in each BANK (a YAML file, or - for standard input) with its place.

    Each line has the form file:line:column: name message. In the file, `# quizengine: ignore[name] reason` silences a
    warning or a note. The exit code is 1 if there are errors, or findings of the level given by --fail-on.
    """
    from quizengine.checking import REPORTS, RULES

    engine = settings.start()
    checks = {**engine.registry.checks, **RULES}
    if explain:
        print_text(_explained(checks, explain), nl=explain != "all")
        return
    if not banks:
        raise click.UsageError("Missing argument 'BANK...'.")
    chosen = _chosen(checks, select, ignore)

    def report() -> bool:
        """Check all banks, print the findings, and say if there are any of the level that counts."""
        questions, findings = _checked(engine, banks, fix)
        findings = [finding for finding in findings if finding.check in chosen]
        print_text(REPORTS[form](findings, checks, __version__), nl=False)
        counts = {level: sum(finding.level == level for finding in findings) for level in _LEVELS}
        print_text(_summary(questions, counts), err=True)
        return any(counts[level] for level in _LEVELS[: _LEVELS.index(fail_on) + 1])

    if watch:
        _watch(banks, report)
    raise click.exceptions.Exit(1 if report() else 0)


def _summary(questions: int, counts: Mapping[str, int]) -> str:
    """The last line of a report: how many questions are fine, and how many findings of each level there are."""
    fine = f"{with_number(questions, 'question')} {'is' if questions == 1 else 'are'} fine to ask"
    told = [with_number(counts[level], level) for level in _LEVELS if level != "note" or counts[level]]
    return f"{fine}; {', '.join(told)}"


def _watch(banks: Sequence[str], report: Callable[[], bool]) -> NoReturn:
    """Report now and after each change of a file; Ctrl-C ends it."""
    from quizengine.system.files import STANDARD, changes_of

    if STANDARD in banks:
        raise click.UsageError("--watch needs files: standard input is read only once.")
    for _ in changes_of(map(Path, banks)):
        report()
        print_text("waiting for the next change; Ctrl-C ends it", err=True)
    raise AssertionError("the changes of files never end")


def _checked(engine: "Engine", banks: Sequence[str], fix: bool) -> "tuple[int, list[Finding]]":
    """Return the number of valid questions in the banks, and all findings; an unreadable bank is one of them."""
    from quizengine.checking import check_bytes
    from quizengine.system.files import read_bank_bytes

    questions = 0
    findings: list[Finding] = []
    for bank in in_progress(banks, "Checking banks"):
        try:
            data = read_bank_bytes(bank)
            quiz, found = check_bytes(engine, _fixed(engine, data, bank) if fix else data, bank)
        except BankError as fault:
            findings.append(_unreadable(str(fault), bank))
        else:
            questions += len(quiz.questions)
            findings += found
    return questions, findings


def _unreadable(words: str, bank: str) -> "Finding":
    """The finding for a bank that cannot be read, its place taken out of the words of the error."""
    from quizengine.extensions.records import Finding

    found = re.match(rf"{re.escape(bank)}(?::(\d+))?(?::(\d+))?: (.*)", words, re.DOTALL)
    line, column, message = found.groups() if found else (0, 0, words)
    return Finding(message, bank, int(line or 0), int(column or 0), check="bank-file")


def _fixed(engine: "Engine", data: bytes, bank: str) -> bytes:
    """Repair a bank and write its file if anything changed; standard input is only read."""
    from quizengine.checking import repair_bank
    from quizengine.errors import BankError
    from quizengine.system.files import STANDARD, read_bank_bytes, write_whole

    if bank == STANDARD:
        raise click.UsageError("--fix needs a file to write to.")
    better, done = repair_bank(engine, data, bank)
    if done and read_bank_bytes(bank) != data:
        raise BankError(f"{bank}: was changed while it was being repaired, so it stays as it is; repair it again")
    if done:
        write_whole(bank, better)
    for words in done:
        print_text(f"{bank}: repaired {words}", err=True)
    return better


def _chosen(checks: "Mapping[str, Check]", select: Iterable[str], ignore: Iterable[str]) -> set[str]:
    """The names of the checks to report; raises UsageError for a name that no check has."""
    wanted, unwanted = _names(checks, select), _names(checks, ignore)
    return (wanted or set(checks)) - unwanted


def _names(checks: "Mapping[str, Check]", given: Iterable[str]) -> set[str]:
    names = {name.strip() for one in given for name in one.split(",") if name.strip()}
    for name in sorted(names):
        _known(checks, name)
    return names


def _known(checks: "Mapping[str, Check]", name: str) -> "Check":
    if name not in checks:
        from difflib import get_close_matches

        near = get_close_matches(name, checks, 1)
        raise click.UsageError(
            f"There is no check {name}; {f'did you mean {near[0]}?' if near else '--explain all lists them.'}"
        )
    return checks[name]


def _explained(checks: "Mapping[str, Check]", name: str) -> str:
    from quizengine.checks import FAMILIES
    from quizengine.checks.page import checks_page, explain_check

    return checks_page(FAMILIES) if name == "all" else explain_check(_known(checks, name))
