"""The teacher's pages: quizzes and their keys, drafts, classes, and reports.

Read `overview` first.
"""
