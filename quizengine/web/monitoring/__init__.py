"""Monitoring for whoever runs a server: its health, its metrics, and its log.

Nothing in it names a student, an answer or the address of a page. Read `observed` first (what is known of an answered
request), then `metrics` and `json_log`, which both get it, and `health`, which has the addresses.
"""
