"""What a teacher decides and sees: the library of a folder, drafts, offers, approval and what answers say.

Read `library` first.
"""
