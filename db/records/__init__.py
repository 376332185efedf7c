"""The records: the one definition of every table, the ids of its rows, and what a source hands on.

Nothing here imports anything of ours outside this package.
"""
