"""The pages of students: begin, join, take, hand in, and read the result.

Read `taking` first.
"""
