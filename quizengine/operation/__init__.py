"""Keeps a working folder with its answers safe for whoever runs a server: backs it up and restores it.

Read `backup` first (what is in a backup, and how it is made), then `restore`; `archive` is the file that both know, and
`folder_files` says which files of a folder belong into it.
"""
