"""Makes questions from articles with generators: asking, reviewing, ranking and selecting, within the time limit.

Read `generate` first, then `selection`.
"""
