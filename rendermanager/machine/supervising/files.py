"""How files are opened here: handed down to no child, and byte for byte."""

import os
import sys

if sys.platform == "win32":
    OPEN_FLAGS = os.O_NOINHERIT | os.O_BINARY
else:
    OPEN_FLAGS = os.O_CLOEXEC
