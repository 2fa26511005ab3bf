"""Stores the tables of a model as bytes that are quick to read: bits and short distances, mostly uncompressed.

Read `streams` first, then `bit_planes`, `rows` and `tables`.
"""
