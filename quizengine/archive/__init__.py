"""Archives: quizzes from articles by the thousand, on all cores or on a cluster, and resumable at any point.

`entries` says what an archive consists of; `sources` reads one; `making` makes the bank of one article, in a `worker`,
which `workers` (this machine) or `cluster` (Dask) call; `journal` keeps what is done, and `report` sums it up. Read
`job` first.
"""
