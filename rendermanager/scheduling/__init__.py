"""Decisions about what runs when: pure functions, given the time and the situation."""
