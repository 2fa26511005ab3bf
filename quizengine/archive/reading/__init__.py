"""Reading of archives: the articles of a folder, a JSON Lines dump or a WARC file, one at a time.

Read `entries` first.
"""
