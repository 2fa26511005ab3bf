"""From articles and generators to questions: asking, reviewing, ranking and selecting, within the time for one article.

Read `generate` first, then `selection`.
"""
