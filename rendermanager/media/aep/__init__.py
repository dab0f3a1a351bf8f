"""Projects of After Effects, read without After Effects."""
