"""Takes so many megabytes of memory, a tenth of them every so many seconds, then ends."""

import sys
import time

megabytes, pause_s = int(sys.argv[1]), float(sys.argv[2])
held = bytearray()
for step in range(10):
    held.extend(b"x" * (megabytes * 100_000))
    print(f"frame={step + 1}", flush=True)
    time.sleep(pause_s)
