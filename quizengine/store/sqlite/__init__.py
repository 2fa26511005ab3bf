"""The store in an SQLite file.

Read `database` first (how nothing gets lost), then `opened_files` (whether the file is still in its place),
`preparing` (new and older files) and `snapshots` (copies of the file for backups, and putting one back).
"""
