"""A stand-in for the app: starts a supervisor and one render, then waits to be killed.

app_with_supervisor TAG SUPERVISOR... -- RENDERER...: passes events on until output has come.
"""

import json
import subprocess
import sys
import time

tag = sys.argv[1]
border = sys.argv.index("--")
supervisor = subprocess.Popen(
    sys.argv[2:border], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
)
assert supervisor.stdin
assert supervisor.stdout
order = {"do": "start", "id": 1, "argv": sys.argv[border + 1 :], "tag": tag}
supervisor.stdin.write(json.dumps(order) + "\n")
supervisor.stdin.flush()
for line in supervisor.stdout:
    print(line, end="", flush=True)
    if json.loads(line)["ev"] == "out":
        break
time.sleep(3600)
