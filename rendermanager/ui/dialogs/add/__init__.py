"""The dialog that adds jobs, with its parts."""
