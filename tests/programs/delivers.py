"""Works for a while, then writes one file whose content its seed decides, and keeps a diary.

Arguments: the file, the seed, its size in bytes, seconds of work, the diary.
"""

import os
import random
import sys
import time


def content(seed: int, size: int) -> bytes:
    """What the file must hold."""
    return random.Random(seed).randbytes(size)


def main(path: str, seed: int, size: int, seconds: float, diary: str) -> None:
    entry = f"{time.time():.6f} {path}\n".encode()
    fd = os.open(diary, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.write(fd, entry)
    os.close(fd)
    steps = 10
    for step in range(steps):
        time.sleep(seconds / steps)
        print(f"openjd_progress: {(step + 1) * 10}", flush=True)
    # Beside the target first, as a program does that may be killed at any moment.
    part = f"{path}.part"
    with open(part, "wb") as file:  # noqa: PTH123 - starts faster without pathlib
        file.write(content(seed, size))
    os.replace(part, path)  # noqa: PTH105 - as above


if __name__ == "__main__":
    target, seed_text, size_text, seconds_text, log = sys.argv[1:]
    main(target, int(seed_text), int(size_text), float(seconds_text), log)
