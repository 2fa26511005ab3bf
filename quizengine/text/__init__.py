"""An article and its prose: reading files of every format, layout, spans, and facts tied to spans.

Read `article` first.
"""
