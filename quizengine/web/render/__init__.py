"""Turns quizzes and results into what a page shows: forms, words in the page's language, colours, templates.

Read `pages` first.
"""
