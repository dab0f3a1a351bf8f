"""Ends with an exit code, or by a signal: exits_with CODE or exits_with -SIGNAL."""

import os
import sys

wanted = int(sys.argv[1])
if wanted < 0:
    os.kill(os.getpid(), -wanted)
sys.exit(wanted)
