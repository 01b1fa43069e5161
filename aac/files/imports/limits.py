"""How much of another program's file is read; beyond that it is told, not tried."""

from __future__ import annotations

MEMBER_LIMIT = 64 * 2**20  # bytes of one file in a package
MEMBERS_LIMIT = 20_000
TEXT_LIMIT = 64 * 2**20  # bytes of all XML of one package
MEDIA_LIMIT = 160 * 2**20  # bytes of all pictures and sounds: they are held in memory
XML_LIMIT = 16 * 2**20  # bytes of one XML file; the largest real ones have a few
MARKS_LIMIT = 200_000  # "<" in one XML file
CELLS_LIMIT = 60_000
ROWS_LIMIT = 400_000  # of one database table
SECONDS = 5.0  # for the questions to one database
PAGES_SECONDS = 7.0  # for all pages; those that are not begun by then are left out
SIDE_LIMIT = 100  # rows or columns of a board
