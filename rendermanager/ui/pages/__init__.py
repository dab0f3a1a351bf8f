"""The views beside the queue: history and settings."""
