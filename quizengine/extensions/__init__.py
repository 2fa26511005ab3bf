"""Plugins: the records that they provide, the hooks, and how plugins are found, loaded and isolated.

Read `records` first, then `hookspecs`.
"""
