"""Requests and answers whatever the page: what a form says, the headers, the limits, and error pages.

Read `form_data` first.
"""
