"""The command `check`: it checks banks against their article and all rules, and reports, silences and repairs.

Next: `banks`, then `silencing`, `reports` and `repairs`. Read `banks` first.
"""

from quizengine.checking.banks import check_bank, check_bytes
from quizengine.checking.repairs import repair_bank
from quizengine.checking.reports import REPORTS
from quizengine.checking.rules import RULES

__all__ = ["REPORTS", "RULES", "check_bank", "check_bytes", "repair_bank"]
