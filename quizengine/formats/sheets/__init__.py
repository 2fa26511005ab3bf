"""Tables that quiz games and learning platforms take, one file each; most of them know questions with options alone.

`options` says what these have in common. Read `kahoot` first.
"""

from quizengine.formats.sheets.blackboard import BLACKBOARD
from quizengine.formats.sheets.blooket import BLOOKET
from quizengine.formats.sheets.brightspace import BRIGHTSPACE
from quizengine.formats.sheets.kahoot import KAHOOT
from quizengine.formats.sheets.wayground import WAYGROUND

__all__ = ["BLACKBOARD", "BLOOKET", "BRIGHTSPACE", "KAHOOT", "WAYGROUND"]
