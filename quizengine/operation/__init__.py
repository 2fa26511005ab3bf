"""What whoever runs a server does beside serving: backing up a working folder with its answers, and restoring it.

Read `backup` first (what is in a backup, and how it is made), then `restore`; `archive` is the file that both know, and
`folder_files` says which files of a folder belong into it.
"""
