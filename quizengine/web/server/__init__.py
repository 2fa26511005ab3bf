"""The server under the app: its processes, its port, and the connections that they hold.

Read `bridge` first.
"""
