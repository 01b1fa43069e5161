"""Boards of other programs, read into Wren's own model: one reader for each format.

Nothing in such a file is run, fetched or unpacked to the disk.  What has no equal in Wren is
told by name and place.  The facts on each format are from files and from public readers of them.
"""
