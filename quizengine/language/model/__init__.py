"""The language model: tags, trees, relations and dictionary forms, learnt from treebanks, using only numpy.

All scores are sums of whole numbers, so every machine gets the same results. Read `pipeline` first.
"""
