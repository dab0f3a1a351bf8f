"""Leaves a grandchild in a session of its own, which ignores SIGTERM.

spawns_grandchild [exit]: prints the grandchild's pid; then ends, or stays without `exit`.
The grandchild keeps our standard output open.
"""

import os
import signal
import sys
import time


def _linger(pipe: int) -> None:
    os.setsid()
    if os.fork():
        os._exit(0)
    for signum in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(signum, signal.SIG_IGN)
    os.write(pipe, b"%d" % os.getpid())
    os.close(pipe)
    while True:
        time.sleep(3600)


reading, writing = os.pipe()
child = os.fork()
if child == 0:
    os.close(reading)
    _linger(writing)
os.close(writing)
os.waitpid(child, 0)
print("grandchild", os.read(reading, 32).decode(), flush=True)
while sys.argv[1:] != ["exit"]:
    time.sleep(3600)
