"""Files, locks and terminals: how the other wings reach the machine.

Read `files` first.
"""
