"""The item-writing rules that come with quizengine, one family a file; registered like a stranger's plugin."""

from collections.abc import Iterator

from quizengine.checks.evidence import EVIDENCE_CHECKS
from quizengine.checks.wording import WORDING_CHECKS
from quizengine.hookspecs import hookimpl
from quizengine.records import Check


@hookimpl
def quizengine_checks() -> Iterator[Check]:
    """Offer every rule."""
    yield from EVIDENCE_CHECKS
    yield from WORDING_CHECKS
