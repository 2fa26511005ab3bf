"""An article and what in it is prose: reading files of every format, its layout, its spans, and facts tied to them.

Read `article` first.
"""
