"""Questions as rows of a table, in CSV and XLSX files, with every field of every type in a column of its own.

`columns` says which columns there are; `rows` writes questions into them, `row_reader` reads one row back.
Read `columns` first.
"""
