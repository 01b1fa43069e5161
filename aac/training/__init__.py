"""Makes the language tables from texts: ``python -m aac.training --help``.

Not used by the running aid.  The tables are the same to the byte for the same texts.
"""
