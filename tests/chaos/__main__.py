"""Runs every chaos test again and again, each round from another seed, until the time is over."""

import argparse
import os
import random
import subprocess
import sys
import time
from pathlib import Path


def main() -> int:
    """Run rounds; returns the status of the first one that failed, else 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="begin no round after this")
    parser.add_argument("--seed", type=int, default=0, help="of the first round; 0 for any")
    asked = parser.parse_args()
    seed = asked.seed or random.randrange(1, 1_000_000)
    until = time.monotonic() + asked.minutes * 60
    rounds = 0
    while rounds == 0 or time.monotonic() < until:
        print(f"\nround {rounds + 1}: make chaos SEED={seed + rounds}", flush=True)
        command = [sys.executable, "-m", "pytest", "-q", "-s", "-p", "no:cacheprovider"]
        env = {**os.environ, "CHAOS_SEED": str(seed + rounds), "QT_QPA_PLATFORM": "offscreen"}
        folder = str(Path(__file__).parent)
        status = subprocess.run([*command, folder], env=env, check=False).returncode
        if status:
            return status
        rounds += 1
    print(f"\n{rounds} rounds, seeds {seed} to {seed + rounds - 1}: every promise was kept")
    return 0


if __name__ == "__main__":
    sys.exit(main())
