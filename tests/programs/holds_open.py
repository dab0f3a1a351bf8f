"""Keeps a file open, to write or to read, until a line comes; what the line holds is appended."""

import sys

mode = "ab" if sys.argv[2] == "write" else "rb"
with open(sys.argv[1], mode) as file:  # noqa: PTH123
    print("open", flush=True)
    for line in sys.stdin:
        if line == "end\n":
            break
        file.write(bytes.fromhex(line))
        file.flush()
        print("written", flush=True)
