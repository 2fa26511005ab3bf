"""The language model: tags, trees, relations and dictionary forms, learnt from treebanks, on numpy alone.

All scores are sums of whole numbers, so every machine finds the same. Read `pipeline` first.
"""
