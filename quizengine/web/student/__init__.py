"""The students' pages: start or join a quiz, take it, hand it in, and read the result.

Read `taking` first.
"""
