"""A renderer's tree on macOS, which has no reaper for orphans: they are looked for and remembered.

`records` and `tree` run on every system and are tested there; `libproc` talks to macOS itself.
"""
