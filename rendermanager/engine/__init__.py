"""The heart that runs renders: Qt without widgets, one dispatcher, supervised processes."""
