"""The formats that come from Moodle: its XML, GIFT and Aiken.

Each has a room with what it cannot say, and rooms that write and read it. Read `moodle_xml` first.
"""
