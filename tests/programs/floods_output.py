"""Writes lines as fast as it can: floods_output MEGABYTES [out or err] (0 megabytes: no end)."""

import os
import sys

megabytes = int(sys.argv[1])
fd = 2 if sys.argv[2:] == ["err"] else 1
block = b"".join(
    b"%07d some output that nobody asked for, and more of it: 100 bytes\n" % n for n in range(1000)
)
written, number = 0, 0
while not megabytes or written < megabytes * 1_000_000:
    written += os.write(fd, block)
os.write(fd, b"\nlast line of the flood\n")
