"""Questions and quizzes: their parts, their types, grading, and attempts.

Read `parts` first, then `questions`.
"""
