"""Wren: a communication aid worked with one switch."""

__version__ = "0.1.0"
