"""The store in PostgreSQL, for several machines.

Read `database` first (connections, transactions and their faults), then `dialect` (the statements as PostgreSQL reads
them), `preparing` (new and older databases) and `secrets` (what the machines share besides).

Nothing here is imported before somebody gives the address of a database.
"""
