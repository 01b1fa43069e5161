"""Plain data that every other room speaks: boards, settings, events, words."""
