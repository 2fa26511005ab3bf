"""Starting points for people who add their own: new plugins and banks, and packs to share them.

Nothing here runs a plugin. Read `scaffold` first.
"""
