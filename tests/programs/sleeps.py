"""Sleeps and ends on SIGTERM like most programs: sleeps [SECONDS]."""

import sys
import time

print("ready", flush=True)
time.sleep(float(sys.argv[1]) if sys.argv[1:] else 3600)
