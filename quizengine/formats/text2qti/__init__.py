"""Quizzes in the Markdown of text2qti, which turns them into packages for Canvas.

`text2qti_format` has what it cannot say, and `markdown_text` how words are kept from being markup.
Read `text2qti_format` first.
"""
