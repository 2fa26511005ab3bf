"""From quizzes and results to what a page shows: forms, words in the language of the page, colours, templates.

Read `pages` first.
"""
