"""Every decision of the aid.  The core is told what happened and what time it is."""
