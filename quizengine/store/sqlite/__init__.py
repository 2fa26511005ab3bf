"""The store in an SQLite file.

Read `database` first (how nothing gets lost), then `opened_files` (whether the file is still in its place) and
`preparing` (new and older files).
"""
