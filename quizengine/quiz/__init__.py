"""Questions and quizzes: what may be asked, shown, answered and graded, whoever asks.

Read `parts` first, then `questions`.
"""
