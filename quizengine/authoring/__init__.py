"""What people begin with who add their own: new plugins and new banks.

Nothing here runs a plugin. Read `scaffold` first.
"""
