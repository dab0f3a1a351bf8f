"""Takes no notice of SIGTERM, SIGINT and SIGHUP and never ends."""

import signal
import time

for signum in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
    signal.signal(signum, signal.SIG_IGN)
print("ready", flush=True)
while True:
    time.sleep(3600)
