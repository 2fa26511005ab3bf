"""From articles and generators to questions: asking, reviewing, ranking and selecting, within the time limit.

Read `generate` first, then `selection`.
"""
