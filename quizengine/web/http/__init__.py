"""Requests and answers in general: reading forms, headers, limits, and error pages.

Read `form_data` first.
"""
