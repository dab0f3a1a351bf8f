"""The queue: the list of jobs, what can be done with them, and their pictures."""
