"""Who may see what: cookies, tokens, codes, and what open tests withhold.

Read `identity` first.
"""
