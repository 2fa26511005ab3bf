"""What in a text is prose: its paragraphs, without what paper, screen and clipboard put between and into them.

Pure functions from a string to offsets and edits; `quizengine.text.article` gives them as spans.
Read `structure` first.
"""

from quizengine.text.layout.edits import Alignment
from quizengine.text.layout.marks import Mark
from quizengine.text.layout.restoration import Restored, restore_layout
from quizengine.text.layout.speech_turns import Offsets, Turn
from quizengine.text.layout.structure import Layout, layout_of

__all__ = ["Alignment", "Layout", "Mark", "Offsets", "Restored", "Turn", "layout_of", "restore_layout"]
