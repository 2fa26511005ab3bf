"""The report on an archive: one HTML page that needs no script, no network and no other file."""

from collections.abc import Iterable, Mapping
from importlib.resources import files

from quizengine.archive.journal import State
from quizengine.archive.summary import Summary
from quizengine.plurals import plural_form, with_number

_GROUPS = ((0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (6, 10), (11, 20), (21, 50), (51, None))
"""The numbers of questions that are shown together, first and last."""
_SHOWN_AT_ONCE = 25
"""Rows of the refusals that are seen before more are asked for."""


def report_page(settings: Mapping[str, str], summary: Summary) -> str:
    """Return the page; the same archive, made with the same settings, gives the same one."""
    from jinja2 import Environment

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"number": "{:,}".format, "percent": _percent}
    environment.globals |= {"with_number": with_number, "plural_form": plural_form}
    template = environment.from_string((files("quizengine.archive") / "report.html").read_text("utf-8"))
    return template.render(
        settings=settings,
        summary=summary,
        articles=sum(summary.articles.values()),
        states=State,
        groups=tuple(_grouped(summary.by_questions)),
        refused=sum(count for _, count, _ in summary.refusals),
        frequent=summary.refusals[:_SHOWN_AT_ONCE],
        rare=summary.refusals[_SHOWN_AT_ONCE:],
    )


def _grouped(by_questions: Mapping[int, int]) -> Iterable[tuple[str, int]]:
    """The articles by their numbers of questions, as "3" or "6 to 10"; without the groups above the last one."""
    groups = [(first, last) for first, last in _GROUPS if any(number >= first for number in by_questions)]
    for first, last in groups:
        count = sum(n for number, n in by_questions.items() if first <= number and (last is None or number <= last))
        yield str(first) if first == last else f"{first} to {last}" if last else f"{first} or more", count


def _percent(count: int, whole: int) -> str:
    """The share in whole percent; "under 1" for what would be a misleading 0."""
    share = 100 * count / whole if whole else 0
    return "under 1 %" if 0 < share < 1 else f"{share:.0f} %"
