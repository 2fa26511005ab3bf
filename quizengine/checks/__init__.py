"""The item-writing rules that come with quizengine, one family per file, registered in the same way as any plugin's.

Read `stems` first.
"""

from collections.abc import Iterator

from quizengine.checks.answers import ANSWER_CHECKS
from quizengine.checks.english import ENGLISH_CHECKS
from quizengine.checks.evidence import EVIDENCE_CHECKS
from quizengine.checks.key_form import FORM_CHECKS
from quizengine.checks.key_place import PLACE_CHECKS
from quizengine.checks.key_words import WORD_CHECKS
from quizengine.checks.kinds import KIND_CHECKS
from quizengine.checks.not_shown import SHOWING_CHECKS
from quizengine.checks.option_sets import OPTION_CHECKS
from quizengine.checks.quizzes import QUIZ_CHECKS
from quizengine.checks.reading_level import READING_CHECKS
from quizengine.checks.statements import STATEMENT_CHECKS
from quizengine.checks.stems import STEM_CHECKS
from quizengine.checks.wording import WORDING_CHECKS
from quizengine.extensions.hookspecs import hookimpl
from quizengine.extensions.records import Check

FAMILIES = {
    "Evidence": EVIDENCE_CHECKS,
    "Words of the stem": (*WORDING_CHECKS, *ENGLISH_CHECKS, *SHOWING_CHECKS, *STEM_CHECKS, *READING_CHECKS),
    "Statements to judge": STATEMENT_CHECKS,
    "Options as a set": (*PLACE_CHECKS, *OPTION_CHECKS, *KIND_CHECKS),
    "Keys that show": (*FORM_CHECKS, *WORD_CHECKS),
    "Typed answers": ANSWER_CHECKS,
    "Questions of one quiz": QUIZ_CHECKS,
}
"""All rules by topic."""


@hookimpl
def quizengine_checks() -> Iterator[Check]:
    """Offer every rule."""
    for family in FAMILIES.values():
        yield from family
