"""QTI 2.1 and 3.0 as packages for testing platforms, with a profile for Blackboard; both versions are read.

An item is built in the words of 2.1 (`assessment_items`, of `item_body` and `score_rules`), and `dialects` says it in
those of 3.0. `qti_package` puts items, test and manifest together; `qti_reading` reads packages, `qti_items` the items
in them.

Read `qti_package` first.
"""

from quizengine.formats.qti.qti_package import QTI_2, QTI_3, QTI_BLACKBOARD

__all__ = ["QTI_2", "QTI_3", "QTI_BLACKBOARD"]
