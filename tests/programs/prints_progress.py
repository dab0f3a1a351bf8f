"""Prints one line per frame: prints_progress FRAMES SECONDS_BETWEEN [ending, lf or cr]."""

import sys
import time

frames, pause_s = int(sys.argv[1]), float(sys.argv[2])
ending = "\r" if sys.argv[3:] == ["cr"] else "\n"
for frame in range(1, frames + 1):
    print(f"frame={frame}", end=ending, flush=True)
    time.sleep(pause_s)
