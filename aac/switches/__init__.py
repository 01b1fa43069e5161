"""Switch sources: places that presses come from."""
