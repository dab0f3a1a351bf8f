"""Starts the program for `python -m rendermanager`."""

import sys

from rendermanager.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
