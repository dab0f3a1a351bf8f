"""What media files are, how they look, and whether a result is what it claims."""
