"""The simulated users of ``wren bench rate``: persons, and what they do at the real session."""
