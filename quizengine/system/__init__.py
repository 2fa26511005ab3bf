"""Files, locks and terminals of the machine, for the rooms that touch the world.

Read `files` first.
"""
