"""What in a text is prose: its paragraphs, without what paper, screen and clipboard put between and into them.

Pure functions from a string to offsets and edits; `quizengine.article` gives them as spans.
"""

from quizengine.layout.edits import Alignment
from quizengine.layout.marks import Mark
from quizengine.layout.parts import Layout, layout_of
from quizengine.layout.restoring import Restored, restored
from quizengine.layout.turns import Offsets, Turn

__all__ = ["Alignment", "Layout", "Mark", "Offsets", "Restored", "Turn", "layout_of", "restored"]
