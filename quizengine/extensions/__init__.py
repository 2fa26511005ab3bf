"""How plugins come in: the records that they hand over, the hooks, and where plugins are found and kept apart.

Read `records` first, then `hookspecs`.
"""
