"""The dialogs: add jobs, quit, problems, shortcuts, about."""
