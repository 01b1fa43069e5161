"""The board editor in the time of the window: between its page, the boards and the scan."""
