"""Works until `q` comes on stdin, then takes its leave and ends well; ignores SIGTERM."""

import signal
import sys

signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("ready", flush=True)
word = sys.stdin.read(1)
print(f"got {word!r}, closing the file", flush=True)
sys.exit(0 if word == "q" else 3)
