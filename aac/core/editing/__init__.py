"""Changing boards: pure functions from boards and an edit to boards."""
