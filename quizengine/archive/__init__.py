"""Archives: quizzes on articles by the thousand, on all cores or on a cluster, and resumable at any point.

`reading` finds the articles; `making` makes the bank of one, in a `worker`, which `executing` (on this machine) or
`cluster` (Dask) have many of; `journal` keeps what is done, and `report` sums it up. Read `job` first.
"""
