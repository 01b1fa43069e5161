"""Boards and cards on paper: what stands where, and the PDF."""
