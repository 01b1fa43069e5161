"""The disk: profile, boards, log."""
