"""The teacher's work: the library of a folder, drafts, questions on offer, approval, and statistics of answers.

Read `library` first.
"""
