"""A supervisor that waits as on Windows: threads for its pipes, words from a file, no signals."""

import os
import sys

sys.path.append(__file__.rsplit(os.sep, 3)[0])

from rendermanager.machine.supervising.loop import Supervisor
from rendermanager.machine.supervising.posix import PosixHost
from rendermanager.machine.supervising.queuepoller import QueuePoller

host = PosixHost(QueuePoller())
host.has_signals = False
for fd in (0, 1):
    os.set_blocking(fd, True)
Supervisor(0, 1, host).run()
os._exit(0)
