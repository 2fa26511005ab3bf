"""Functions for testing plugins, used by quizengine's own tests and by plugin authors.

    from quizengine.testing import check_generator, plugin_checks

The `check_…` functions raise AssertionError with a message that states the contract and what was found.
`plugin_checks` gives all of them for one plugin, as `quizengine test-plugin` runs them. Read `contracts` first.
"""

from quizengine.testing.contracts import (
    Case,
    check_format,
    check_generator,
    check_question,
    check_shown_text,
    read_cases,
    right_response,
)
from quizengine.testing.plugin_checks import PluginCheck, plugin_checks

__all__ = [
    "Case",
    "PluginCheck",
    "check_format",
    "check_generator",
    "check_question",
    "check_shown_text",
    "plugin_checks",
    "read_cases",
    "right_response",
]
