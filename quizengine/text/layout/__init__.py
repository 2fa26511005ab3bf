"""The prose in a text: its paragraphs, without what paper, screens and the clipboard add.

Pure functions from a string to offsets and edits; `quizengine.text.article` turns them into spans.
Read `structure` first.
"""

from quizengine.text.layout.edits import Alignment
from quizengine.text.layout.marks import Mark
from quizengine.text.layout.restoration import Restored, restore_layout
from quizengine.text.layout.speech_turns import Offsets, Turn
from quizengine.text.layout.structure import Layout, layout_of

__all__ = ["Alignment", "Layout", "Mark", "Offsets", "Restored", "Turn", "layout_of", "restore_layout"]
