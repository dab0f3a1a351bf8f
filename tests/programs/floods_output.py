"""Writes lines of 100 bytes fast: floods_output MEGABYTES [out or err] (0 megabytes: no end)."""

import os
import sys

megabytes = int(sys.argv[1])
fd = 2 if sys.argv[2:] == ["err"] else 1
lines = [b"%07d some output that nobody asked for" % number for number in range(1000)]
block = b"".join(line.ljust(99) + b"\n" for line in lines)
written = 0
while not megabytes or written < megabytes * 1_000_000:
    written += os.write(fd, block)
os.write(fd, b"\nlast line of the flood\n")
