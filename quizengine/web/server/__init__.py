"""The server under the app: its processes, its port, and its connections.

Read `bridge` first.
"""
