"""How the tables of a model become bytes that are quick to read: bits and short distances, mostly stored as they are.

Read `streams` first, then `bit_planes`, `rows` and `tables`.
"""
