"""What in a text is prose: its paragraphs, without what paper, screen and clipboard put between and into them.

Pure functions from a string to offsets and edits; `quizengine.text.article` gives them as spans.
Read `parts` first.
"""

from quizengine.text.layout.edits import Alignment
from quizengine.text.layout.marks import Mark
from quizengine.text.layout.parts import Layout, layout_of
from quizengine.text.layout.restoring import Restored, restored
from quizengine.text.layout.turns import Offsets, Turn

__all__ = ["Alignment", "Layout", "Mark", "Offsets", "Restored", "Turn", "layout_of", "restored"]
