"""Stands still in the kernel until its child is another program: waits_in_vfork FIFO.

The child cannot become one before somebody opens the fifo for writing.
"""

import os
import sys

reading = (os.POSIX_SPAWN_OPEN, 0, sys.argv[1], os.O_RDONLY, 0)
pid = os.posix_spawn("/bin/true", ["/bin/true"], os.environ, file_actions=[reading])
os.waitpid(pid, 0)
print("done", flush=True)
