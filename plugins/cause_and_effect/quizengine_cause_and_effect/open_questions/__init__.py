"""Questions that students answer in sentences: why something happened, what it was for, and what it led to.

Read `asking` first.
"""
