"""A supervisor on Windows: a Job Object owns the tree, threads wait for the pipes.

`structures`, `commandline`, `codes` and `jobtree` run on every system and are tested there; the
rest talks to Windows itself.
"""
