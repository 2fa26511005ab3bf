"""Who may see what: cookies, tokens, codes, and what is withheld during open tests.

Read `identity` first.
"""
